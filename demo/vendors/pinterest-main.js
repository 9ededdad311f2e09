/**
 * Stand-in for Pinterest's tag: not Pinterest's code, but what it does as far as consent can tell. It takes the
 * calls that wait in `pintrk.queue`; without consent it sends nothing and keeps nothing for later; told of a
 * denial it leaves its cookies where they are.
 */
(() => {
  const queue = window.pintrk?.queue ?? [];
  const tags = new Set();
  let consent = true;

  const calls = {
    setconsent: (allowed) => (consent = allowed),
    load(id) {
      tags.add(id);
      send('init');
    },
    page: () => send('pagevisit'),
    track: (name, parameters) => send(name, parameters),
  };

  function send(event, parameters = {}) {
    if (!consent) return;
    for (const name of ['_pin_unauth', '_derived_epik']) store(name, readCookie(name) || randomHex(24));
    for (const tid of tags)
      sendImage('ct.pinterest.com', '/v3/', {
        tid,
        event,
        pin_unauth: readCookie('_pin_unauth'),
        ...parameters,
      });
  }

  window.pintrk = (name, ...given) => calls[name]?.(...given);
  queue.splice(0).forEach((call) => window.pintrk(...call));
})();
