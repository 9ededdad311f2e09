/**
 * Stand-in for Meta's fbevents.js: drains the `fbq` stub, writes `_fbp` on the registrable domain and
 * sends events, until `fbq('consent', 'revoke')`, which stops the sending and deletes nothing.
 */
(() => {
  const LIFETIME = 90 * 86_400_000;
  const script = document.currentScript;
  const pixels = new Set();
  const held = [];
  let granted = true;

  const calls = {
    init(id) {
      pixels.add(id);
      if (granted) writeCookie();
    },
    track: (name, parameters = {}) => pixels.forEach((id) => send({id, ev: name, ...parameters})),
    trackCustom: (name, parameters) => calls.track(name, parameters),
    consent(word) {
      granted = word === 'grant';
      if (!granted) return;
      writeCookie();
      held.splice(0).forEach(send);
    },
  };

  function send(parameters) {
    if (!granted) return void held.push(parameters);
    const query = new URLSearchParams({...parameters, dl: location.href, fbp: readCookie(), ts: Date.now()});
    new Image().src = `${hostUrl('www.facebook.com')}/tr/?${query}`;
  }

  function writeCookie() {
    const value = readCookie() || `fb.1.${Date.now()}.${Math.floor(Math.random() * 1e10)}`;
    const expires = new Date(Date.now() + LIFETIME).toUTCString();
    const labels = location.hostname.split('.');
    for (let count = 2; count <= labels.length; count++) {
      document.cookie = `_fbp=${value}; expires=${expires}; path=/; domain=${labels.slice(-count).join('.')}; samesite=lax`;
      if (readCookie()) return;
    }
    document.cookie = `_fbp=${value}; expires=${expires}; path=/; samesite=lax`;
  }

  function readCookie() {
    return /(?:^|; )_fbp=([^;]*)/.exec(document.cookie)?.[1] ?? '';
  }

  function hostUrl(host) {
    const {origin, protocol, port, pathname} = new URL(script.src);
    if (pathname.startsWith('/vendor/')) return `${origin}/vendor/${host}`;
    return `${protocol}//${host}${port && `:${port}`}`;
  }

  const stub = window.fbq;
  if (!stub) return;
  stub.callMethod = (name, ...args) => calls[name]?.(...args);
  (stub.queue ?? []).splice(0).forEach((args) => stub.callMethod(...args));
  try {
    localStorage.setItem('lastExternalReferrer', document.referrer || 'empty');
    localStorage.setItem('lastExternalReferrerTime', String(Date.now()));
  } catch {
    // A browser without storage still sends events.
  }
})();
