/**
 * Stand-in for Fathom's script.js: not Fathom's code, but what it does as far as consent can tell. It asks for
 * an image about each page and each event, unless `localStorage.blockFathomTracking` is set, and stores nothing
 * itself. `blockTrackingForMe()` sets that flag, and tells the visitor so in a dialog over the page.
 */
(() => {
  const site = script.dataset.site;

  function send(parameters) {
    try {
      if (localStorage.getItem('blockFathomTracking')) return;
    } catch {
      // Without storage nobody has blocked it.
    }
    sendImage('cdn.usefathom.com', '/', {h: location.origin, p: location.pathname, sid: site, ...parameters});
  }

  window.fathom = {
    trackPageview: () => send({}),
    trackEvent: (name) => send({name}),
    blockTrackingForMe() {
      localStorage.setItem('blockFathomTracking', 'true');
      alert('You have blocked Fathom for yourself on this website.');
    },
    enableTrackingForMe: () => localStorage.removeItem('blockFathomTracking'),
  };
  document.addEventListener('click', () => send({name: 'click'}), true);
  if (script.dataset.auto !== 'false') send({});
})();
