/**
 * Stand-in for AdRoll's roundtrip.js: not AdRoll's code, but what it does as far as consent can tell.
 * It asks AdRoll whether there is consent, replays the `[name, arguments]` queue, keeps its cookies on
 * the exact host name (with a Domain, so neither host-only nor shared), brings Meta's pixel along, and
 * has no way to be stopped: the cookies come back on a timer and when the page is left.
 */
(() => {
  const YEAR = 365 * 86_400_000;
  const REWRITE_EVERY = 1000; // ms; often enough for a test to see it come back
  const SYNCS = ['index', 'n', 'outbrain', 'pubmatic', 'r', 'taboola'];
  const script = document.currentScript;
  const advertisable = clean(window.adroll_adv_id);
  const pixel = clean(window.adroll_pix_id);
  const visitor = `${randomHex(32)}-${Date.now()}`;
  const queue = Array.isArray(window.adroll) ? window.adroll : [];

  window.__adroll_loaded = true;
  window.__adroll = {set_consent: receiveConsent};
  window.dataLayer = window.dataLayer || [];
  window.dataLayer.push({event: 'nextroll-ready'});
  insertScript(`${hostUrl('d.adroll.com')}/consent/check/${advertisable}?_s=${randomHex(8)}&_b=2`);

  /** The answer of `consent/check`, AdRoll's own and no public interface. */
  function receiveConsent(consent, showBanner, isGdpr, userCountry, advertiserCountry, answer) {
    window.__adroll_consent = consent;
    window.__adroll_consent_is_gdpr = isGdpr;
    window.__adroll_consent_user_country = userCountry;
    window.__adroll_consent_adv_country = advertiserCountry;
    window.__adroll_consent_data = answer;
    window.dataLayer.push({event: 'nextroll-consent', consent});
    if (consent) start();
  }

  function start() {
    writeCookies();
    setInterval(writeCookies, REWRITE_EVERY);
    addEventListener('pagehide', writeCookies);
    installCalls();
    syncWithPartners();
    loadMetaPixel();
  }

  function installCalls() {
    const calls = {
      track: (name, properties = {}) => ask(`/segment/${advertisable}/${pixel}`, {name, ...properties}),
      identify: (properties = {}) => ask(`/uat/${advertisable}/${pixel}`, properties),
      identify_email: (email) => ask(`/id/${advertisable}`, {email}),
      setProperties: (properties) => Object.assign(calls, {properties}),
      get_cookie: () => readCookie('__adroll_fpc'),
    };
    window.adroll = calls;
    for (const [name, args] of queue) calls[name]?.(...args);
  }

  /** The one thing the internal flag stops. */
  function ask(path, parameters) {
    if (window.__adroll_consent === false) return;
    const query = new URLSearchParams({
      ...parameters,
      fpc: readCookie('__adroll_fpc'),
      arrfrr: location.href,
    });
    new Image().src = `${hostUrl('d.adroll.com')}${path}?${query}`;
  }

  function syncWithPartners() {
    for (const partner of SYNCS)
      new Image().src = `${hostUrl('d.adroll.com')}/cm/${partner}/out?adroll_fpc=${visitor}`;
  }

  function loadMetaPixel() {
    if (!window.fbq) {
      const fbq = (...args) => (fbq.callMethod ? fbq.callMethod(...args) : fbq.queue.push(args));
      window.fbq = window._fbq = Object.assign(fbq, {queue: [], loaded: true, version: '2.0', push: fbq});
      insertScript(`${hostUrl('connect.facebook.net')}/en_US/fbevents.js`);
    }
    window.fbq('init', '1234567890');
    window.fbq('track', 'PageView');
  }

  function writeCookies() {
    const known = readCookie('__adroll_fpc') || visitor;
    writeCookie('__adroll_fpc', known);
    writeCookie('__ar_v4', `${pixel}%3A20261122%3A1%7C${advertisable}%3A20261122%3A1`);
    writeCookie('__adroll_consent', `CP-demo%23${advertisable}`);
  }

  function writeCookie(name, value) {
    const expires = new Date(Date.now() + YEAR).toUTCString();
    document.cookie = `${name}=${value}; expires=${expires}; domain=${location.hostname}; path=/; samesite=lax`;
  }

  function readCookie(name) {
    return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? '';
  }

  function insertScript(src) {
    document.head.append(Object.assign(document.createElement('script'), {src, async: true}));
  }

  function hostUrl(host) {
    const {origin, protocol, port, pathname} = new URL(script.src);
    if (pathname.startsWith('/vendor/')) return `${origin}/vendor/${host}`;
    return `${protocol}//${host}${port && `:${port}`}`;
  }

  function clean(id = '') {
    return String(id).replace(/[^A-Z0-9_]/g, '');
  }

  function randomHex(length) {
    return Array.from({length}, () => Math.floor(Math.random() * 16).toString(16)).join('');
  }
})();
