/**
 * Stand-in for Fathom's script.js: not Fathom's code, but what it does as far as consent can tell. It asks for
 * an image about each page and each event, and sends a beacon when the page is left, unless it reads
 * `blockFathomTracking` in localStorage; it stores nothing itself. `blockTrackingForMe()` sets that flag, and tells the visitor so in a dialog over the page.
 */
(() => {
  const site = script.dataset.site;

  function isBlocked() {
    try {
      return localStorage.getItem('blockFathomTracking');
    } catch {
      // Without storage nobody has blocked it.
      return false;
    }
  }

  function send(parameters) {
    if (!isBlocked())
      sendImage('cdn.usefathom.com', '/', {
        h: location.origin,
        p: location.pathname,
        sid: site,
        ...parameters,
      });
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
  addEventListener('pagehide', () => isBlocked() || sendBeacon('cdn.usefathom.com', '/', {sid: site}));
  if (script.dataset.auto !== 'false') send({});
})();
