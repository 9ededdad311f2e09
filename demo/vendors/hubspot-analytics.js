/**
 * Stand-in for HubSpot's analytics script: not HubSpot's code, but what it does as far as consent can tell. It
 * waits for the banner's word; a denial does not silence it, views are then counted without cookies;
 * `doNotTrack` does, and leaves a cookie that says so.
 */
(() => {
  const [, portal] = /\/(\d+)\.js/.exec(script.src) ?? [];
  const queue = (window._hsq ??= []);
  let started = false;
  let silenced = readCookie('__hs_do_not_track') === 'yes';

  const calls = {
    trackPageView: () => send({k: 1}),
    trackCustomBehavioralEvent: ({name}) => send({k: 3, n: name}),
    doNotTrack({track = false} = {}) {
      silenced = !track;
      if (silenced) store('__hs_do_not_track', 'yes');
    },
  };

  function send(parameters) {
    if (silenced) return;
    const {analytics} = window.hubspotConsent;
    if (analytics) write();
    const visitor = analytics ? {vi: readCookie('hubspotutk')} : {};
    sendImage('track.hubspot.com', '/__ptq.gif', {a: portal, ...visitor, ...parameters});
  }

  function write() {
    ['__hstc', 'hubspotutk'].forEach((name) => store(name, readCookie(name) || randomHex(32)));
    store('__hssc', `1.1.${Date.now()}`);
    store('__hssrc', '1');
  }

  function start() {
    if (started || !window.hubspotConsent) return;
    started = true;
    window._hsq = {push: (...entries) => entries.forEach(([name, ...given]) => calls[name]?.(...given))};
    window._hsq.push(...queue.filter(([name]) => name === 'doNotTrack'), ['trackPageView']);
    window._hsq.push(...queue.filter(([name]) => name !== 'doNotTrack'));
  }

  start();
  addEventListener('hubspot-consent', start);
})();
