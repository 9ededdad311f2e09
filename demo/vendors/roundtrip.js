/**
 * Stand-in for AdRoll's roundtrip.js: not AdRoll's code, but what it does as far as consent can tell.
 * It asks AdRoll whether there is consent, replays the `[name, arguments]` queue, keeps its cookies on
 * the exact host name (with a Domain, so neither host-only nor shared), brings Meta's pixel along, and
 * has no way to be stopped: the cookies come back on a timer and when the page is left.
 */
(() => {
  const SYNCS = ['index', 'n', 'outbrain', 'pubmatic', 'r', 'taboola'];
  const advertisable = clean(window.adroll_adv_id);
  const pixel = clean(window.adroll_pix_id);
  const visitor = `${randomHex(32)}-${Date.now()}`;
  const queue = Array.isArray(window.adroll) ? window.adroll : [];

  window.__adroll_loaded = true;
  window.__adroll = {set_consent: receiveConsent};
  window.dataLayer = window.dataLayer || [];
  window.dataLayer.push({event: 'nextroll-ready'});
  insertScript('d.adroll.com', `/consent/check/${advertisable}?_s=${randomHex(8)}&_b=2`);

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
    keepStoring(() => {
      store('__adroll_fpc', readCookie('__adroll_fpc') || visitor);
      store('__ar_v4', `${pixel}%3A20261122%3A1%7C${advertisable}%3A20261122%3A1`);
      store('__adroll_consent', `CP-demo%23${advertisable}`);
      store('__adroll_consent_data', '{"arconsent":"CP-demo"}');
      store('adroll_nrpa_sdk', '1');
    });
    installCalls();
    for (const partner of SYNCS) sendImage('d.adroll.com', `/cm/${partner}/out`, {adroll_fpc: visitor});
    bringMetaPixel('1234567890');
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
    sendImage('d.adroll.com', path, {...parameters, fpc: readCookie('__adroll_fpc'), arrfrr: location.href});
  }

  function clean(id = '') {
    return String(id).replace(/[^A-Z0-9_]/g, '');
  }
})();
