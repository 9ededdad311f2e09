/**
 * Stand-in for Crisp's l.js: not Crisp's code, but what it does as far as consent can tell. It runs the calls
 * that wait in `$crisp`, keeps its session in cookies with slashes in their names, and stays connected whatever it is
 * told. `session:reset` begins another session: that, and what is sent where, is unverified.
 */
(() => {
  const website = window.CRISP_WEBSITE_ID;
  const cookies = ['session', 'socket'].map((kind) => `crisp-client/${kind}/${website}`);
  const queue = Array.isArray(window.$crisp) ? window.$crisp : [];
  const state = {'chat:opened': false, 'chat:visible': true, 'session:ongoing': false};
  const launcher = addLauncher({id: 'crisp-chatbox', textContent: 'Chat'}, () =>
    set('chat:opened', !state['chat:opened']),
  );

  const actions = {
    'chat:open': () => set('chat:opened', true),
    'chat:close': () => set('chat:opened', false),
    'chat:show': () => set('chat:visible', true),
    'chat:hide': () => set('chat:visible', false),
    'message:send'(_, text) {
      set('session:ongoing', true);
      send(text);
    },
    'session:reset'() {
      set('session:ongoing', false);
      cookies.forEach(forget);
      startSession();
    },
  };

  function set(name, value) {
    state[name] = value;
    launcher.hidden = !state['chat:visible'];
  }

  function send(kind) {
    sendBeacon('client.relay.crisp.chat', '/w/b1/', {website, kind});
  }

  function startSession() {
    cookies.forEach((name) => store(name));
  }

  window.$crisp = {
    push: (...calls) =>
      calls.forEach(([verb, name, given]) => verb === 'do' && actions[name]?.(...(given ?? []))),
    is: (name) => state[name] ?? false,
  };
  startSession();
  send('join');
  setInterval(send, 250, 'ping');
  window.$crisp.push(...queue);
})();
