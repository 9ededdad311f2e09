/**
 * Stand-in for Meta's fbevents.js: not Meta's code, but what it does as far as consent can tell. It takes over
 * the one `fbq` that all pixels of a page share, holds events back after `consent revoke` and sends them with
 * the next `consent grant`, and deletes nothing that it has written.
 */
(() => {
  const pixels = new Set();
  const held = [];
  let granted = true;

  const calls = {
    init(id) {
      pixels.add(id);
      if (granted) writeCookies();
    },
    track: (name, parameters = {}) => pixels.forEach((id) => send({id, ev: name, ...parameters})),
    trackCustom: (name, parameters) => calls.track(name, parameters),
    consent(word) {
      granted = word === 'grant';
      if (!granted) return;
      writeCookies();
      held.splice(0).forEach(send);
    },
  };

  function send(parameters) {
    if (!granted) return void held.push(parameters);
    sendImage('www.facebook.com', '/tr/', {...parameters, fbp: readCookie('_fbp'), ts: Date.now()});
  }

  function writeCookies() {
    const click = new URLSearchParams(location.search).get('fbclid');
    store('_fbp', readCookie('_fbp') || `fb.1.${Date.now()}.${randomNumber()}`);
    if (click) ['_fbc', 'multiFbc'].forEach((name) => store(name, `fb.1.${Date.now()}.${click}`));
  }

  const stub = window.fbq;
  if (!stub) return;
  stub.callMethod = (name, ...args) => calls[name]?.(...args);
  (stub.queue ?? []).splice(0).forEach((args) => stub.callMethod(...args));
  store('lastExternalReferrer', document.referrer || 'empty');
  store('lastExternalReferrerTime', String(Date.now()));
})();
