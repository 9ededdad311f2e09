/**
 * Stand-in for TikTok's events.js: not TikTok's code, but what it does as far as consent can tell. It takes the
 * calls that wait in `ttq`, as far as they are in its list of methods; holds events until consent is granted;
 * drops them when it is revoked; and deletes nothing.
 */
(() => {
  const queue = window.ttq ?? [];
  const methods = queue.methods ?? [];
  const pixel = new URL(script.src).searchParams.get('sdkid');
  const held = [];
  let consent = 'granted';

  const calls = {
    page: () => send('Pageview'),
    track: (name, parameters) => send(name, parameters),
    holdConsent: () => (consent = 'held'),
    grantConsent() {
      consent = 'granted';
      held.splice(0).forEach((event) => send(...event));
    },
    revokeConsent() {
      consent = 'revoked';
      held.length = 0;
    },
  };

  function send(name, parameters = {}) {
    if (consent === 'held') held.push([name, parameters]);
    if (consent !== 'granted') return;
    write();
    sendBeacon('analytics.tiktok.com', '/api/v2/pixel', {
      event: name,
      pixel,
      ttp: readCookie('_ttp'),
      ...parameters,
    });
  }

  function write() {
    store('_ttp', readCookie('_ttp') || randomHex(27));
    store('_tt_enable_cookie', '1');
    ['ttcsid', `ttcsid_${pixel}`].forEach((name) => store(name, `${Date.now()}::${randomHex(20)}.1`));
    store('tt_sessionId');
  }

  const known = Object.entries(calls).filter(([name]) => methods.includes(name));
  window.ttq = {...Object.fromEntries(known), methods};
  for (const [name, ...given] of queue) window.ttq[name]?.(...given);
})();
