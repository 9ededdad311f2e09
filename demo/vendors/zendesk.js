/**
 * Stand-in for Zendesk's snippet.js: not Zendesk's code, but what its widgets do as far as consent can tell.
 * The account behind the key has one of the two widgets, here the classic one if the key begins with `classic`;
 * calls of the other family do nothing. Messaging stores everything until it is told less, and forgets on
 * `none`; classic rewrites its cookie while it may, and deletes nothing. Both stay connected. That messaging's
 * own keys begin with the id of the integration, and what is sent where: unverified.
 */
(() => {
  if (script.id !== 'ze-snippet') return;
  const key = new URL(script.src).searchParams.get('key') ?? '';
  const listeners = [];
  const widget = {isOpen: false, isChatting: false};
  const launcher = addLauncher({id: 'launcher', textContent: 'Help'}, () => setOpen(!widget.isOpen));

  const tell = (event) =>
    listeners.filter(({name}) => name === event).forEach(({callback}) => callback({type: event}));

  function setOpen(isOpen) {
    if (widget.isOpen === isOpen) return;
    widget.isOpen = isOpen;
    launcher.setAttribute('aria-expanded', isOpen);
    tell(isOpen ? 'open' : 'close');
  }

  function setShown(isShown) {
    launcher.hidden = !isShown;
  }

  const core = {
    show: () => setShown(true),
    hide: () => setShown(false),
    open: () => setOpen(true),
    close: () => setOpen(false),
  };
  const listen = (name, callback) => listeners.push({name, callback});

  function createMessaging() {
    const functional = [`${key}.clientId`, 'ZD-store', 'ZD-widgetOpen'];
    const keys = {all: [...functional, 'ZD-buid'], functional, none: []};
    let allowed = 'all';
    const remember = () => keys[allowed].forEach((name) => store(name));
    const setCookies = (wanted) => {
      allowed = {true: 'all', false: 'none'}[wanted] ?? wanted;
      if (allowed !== 'none') return remember();
      setOpen(false);
      setShown(false);
      for (const area of [localStorage, sessionStorage]) keys.all.forEach((name) => area.removeItem(name));
    };
    // Its default comes first, because a site can say less only later.
    remember();
    const send = (kind) => sendBeacon('api.smooch.io', '/faye', {key, allowed, kind});
    setInterval(send, 250, 'ping');
    const calls = {...core, sendMessage: ({content}) => send(content.text)};
    return {
      messenger: (name, value) => calls[name]?.(value),
      'messenger:set': (name, value) => name === 'cookies' && setCookies(value),
      'messenger:on': listen,
    };
  }

  function createClassic() {
    let mayStore = window.zESettings?.cookies !== false;
    const remember = () => mayStore && ['__zlcmid', 'ZD-store', 'ZD-suid'].forEach((name) => store(name));
    const send = (kind) => sendBeacon('widget-mediator.zopim.com', '/s/W/ws', {key, kind});
    const setChatting = (isChatting) => {
      widget.isChatting = isChatting;
      tell(isChatting ? 'chat:start' : 'chat:end');
    };
    const calls = {
      ...core,
      'chat:send'(text) {
        setChatting(true);
        send(text);
      },
      'chat:end': () => setChatting(false),
      updateSettings: ({cookies = mayStore}) => {
        mayStore = cookies;
        remember();
      },
    };
    keepStoring(remember);
    setInterval(send, 250, 'ping');
    return {
      webWidget: (name, value) => calls[name]?.(value),
      'webWidget:on': listen,
      'webWidget:get': (name) => ({'chat:isChatting': widget.isChatting})[name],
    };
  }

  sendImage('ekr.zdassets.com', `/compose/${key}`);
  const families = key.startsWith('classic') ? createClassic() : createMessaging();
  window.zE = (family, ...words) => families[family]?.(...words);
})();
