/**
 * Stand-in for matomo.js 5: not Matomo's code, but what it does as far as consent can tell.
 * The order of queued commands, what waits for consent and what is sent when it comes, the names,
 * lifetimes and domains of the cookies, and how little a removed script tag stops.
 */
(() => {
  const DAY = 86_400_000;
  const FOREVER = 400 * DAY; // Matomo asks for 30 years; no browser keeps a cookie longer than this.
  const LIFETIMES = {id: 393 * DAY, ses: 1_800_000, ref: 182.5 * DAY, cvar: 1_800_000};

  /** These run before everything else in the queue, in this order, wherever they were pushed. */
  const FIRST = `addTracker enableFileTracking forgetCookieConsentGiven requireCookieConsent
    disableBrowserFeatureDetection disableCampaignParameters disableCookies setTrackerUrl setAPIUrl
    enableCrossDomainLinking setCrossDomainLinkingTimeout setSessionCookieTimeout setVisitorCookieTimeout
    setCookieNamePrefix setCookieSameSite setSecureCookie setCookiePath setCookieDomain setDomains setUserId
    setVisitorId setSiteId alwaysUseSendBeacon disableAlwaysUseSendBeacon enableLinkTracking setCookieConsentGiven
    requireConsent setConsentGiven disablePerformanceTracking setPagePerformanceTiming setExcludedQueryParams
    setExcludedReferrers`.split(/\s+/);

  const script = document.currentScript;
  const tracker = createTracker();
  const proxy = {push: (...entries) => entries.forEach(apply)};

  function apply(entry) {
    const [method, ...args] = entry;
    if (typeof method === 'function') method.apply(tracker, args);
    else if (tracker[method]) tracker[method](...args);
    else if (!FIRST.includes(method)) console.error(`The method "${method}" was not found in "_paq"`);
  }

  function drain(queue) {
    const entries = [...queue];
    const isFirst = ([method]) => FIRST.includes(method);
    for (const name of FIRST) entries.filter(([method]) => method === name).forEach(apply);
    entries.filter((entry) => !isFirst(entry)).forEach(apply);
  }

  function createTracker() {
    const site = {id: '', url: script.src.replace(/\.js(\?.*)?$/, '.php'), userId: ''};
    const cookies = createCookies(site);
    let consentRequired = false;
    let hasConsent = true;
    let hasSent = false;
    let doNotTrack = false;
    let held = [];

    function send(parameters) {
      refreshConsent();
      if (!hasConsent) return void held.push(parameters);
      hasSent = true;
      if (doNotTrack) return;
      const body = new URLSearchParams({...parameters, ...(consentRequired && {consent: 1})});
      const type = 'application/x-www-form-urlencoded; charset=UTF-8';
      navigator.sendBeacon(site.url, new Blob([body.toString()], {type}));
    }

    // The marker cookies speak even when the page's own calls do not.
    function refreshConsent() {
      if (cookies.read('mtm_consent_removed')) hasConsent = false;
      else if (cookies.read('mtm_consent')) hasConsent = true;
    }

    function describe(parameters) {
      const visitor = cookies.visit();
      return {
        idsite: site.id,
        rec: 1,
        rand: Math.random().toString().slice(2, 8),
        url: location.href,
        urlref: document.referrer,
        _id: visitor,
        uid: site.userId,
        cookie: cookies.enabled() ? 1 : 0,
        send_image: 0,
        ...parameters,
      };
    }

    const track = (parameters) => send(describe(parameters));

    const api = {
      setSiteId: (id) => (site.id = id),
      setTrackerUrl: (url) => (site.url = onTheWayOf(script, url)),
      setUserId: (id) => (site.userId = id),
      setCookieDomain: (domain) => cookies.setDomain(domain),
      setCookiePath: (path) => cookies.setPath(path),
      setCookieNamePrefix: (prefix) => cookies.setPrefix(prefix),
      setSecureCookie: (secure) => cookies.setSecure(secure),
      getVisitorId: () => cookies.visitorId(),

      trackPageView(title = document.title) {
        held = [];
        track({action_name: title});
      },
      trackEvent: (category, action, name = '', value = '') =>
        track({e_c: category, e_a: action, e_n: name, e_v: value}),
      trackGoal: (id) => track({idgoal: id}),
      trackSiteSearch: (search) => track({search}),
      trackLink: (url, type) => track({[type]: url}),
      ping: () => track({ping: 1}),
      enableLinkTracking: () => document.addEventListener('click', onClick, true),
      enableHeartBeatTimer: (seconds = 15) => setInterval(() => hasSent && track({ping: 1}), seconds * 1000),

      requireConsent() {
        consentRequired = true;
        hasConsent = Boolean(cookies.read('mtm_consent')) && !cookies.read('mtm_consent_removed');
        if (!hasConsent) cookies.disable();
      },
      setConsentGiven(withCookies = true) {
        hasConsent = true;
        cookies.remove('mtm_consent_removed');
        const waiting = held;
        held = [];
        waiting.forEach(send);
        if (withCookies) api.setCookieConsentGiven();
      },
      rememberConsentGiven(hours) {
        api.setConsentGiven();
        cookies.write('mtm_consent', Date.now(), hours ? hours * 3_600_000 : FOREVER);
      },
      forgetConsentGiven(hours) {
        cookies.remove('mtm_consent');
        cookies.write('mtm_consent_removed', Date.now(), hours ? hours * 3_600_000 : FOREVER);
        api.forgetCookieConsentGiven();
        api.requireConsent();
      },
      optUserOut: (hours) => api.forgetConsentGiven(hours),
      forgetUserOptOut: () => api.setConsentGiven(false),
      isUserOptedOut: () => !hasConsent,
      hasConsent: () => hasConsent,
      isConsentRequired: () => consentRequired,

      requireCookieConsent() {
        if (!cookies.read('mtm_cookie_consent')) api.disableCookies();
      },
      setCookieConsentGiven() {
        cookies.enable();
        if (!site.id || !hasSent) return;
        track({ping: 1});
      },
      rememberCookieConsentGiven(hours) {
        api.setCookieConsentGiven();
        cookies.write('mtm_cookie_consent', Date.now(), hours ? hours * 3_600_000 : FOREVER);
      },
      forgetCookieConsentGiven() {
        cookies.remove('mtm_cookie_consent');
        api.disableCookies();
      },
      disableCookies() {
        cookies.disable();
        if (site.id) cookies.removeAll();
      },
      deleteCookies: () => cookies.removeAll(),

      setDoNotTrack(honour) {
        const signal = navigator.doNotTrack || navigator.msDoNotTrack;
        doNotTrack = honour && (signal === '1' || signal === 'yes');
        if (doNotTrack) api.disableCookies();
      },
    };

    function onClick(event) {
      const link = event.target.closest?.('a[href]');
      if (!link) return;
      if (/\.(pdf|zip|dmg|exe|mp4)$/.test(link.pathname) || link.hasAttribute('download'))
        api.trackLink(link.href, 'download');
      else if (link.host !== location.host) api.trackLink(link.href, 'link');
    }

    // Cookies of earlier visits go at the first tracking call (see visit()) or here, not at once.
    addEventListener('beforeunload', () => !hasConsent && site.id && cookies.removeAll());
    return api;
  }

  function createCookies(site) {
    let domain = '';
    let path = '/';
    let prefix = '_pk_';
    let secure = false;
    let on = true;
    let visitor = '';

    const fullName = (short) =>
      `${prefix}${short}.${site.id}.${sha1((domain || location.hostname) + path).slice(0, 4)}`;

    function read(name) {
      return new RegExp(`(?:^|; )${name.replaceAll('.', '\\.')}=([^;]*)`).exec(document.cookie)?.[1] ?? '';
    }

    function write(name, value, lifetime) {
      if (!on && name !== 'mtm_consent_removed') return;
      const expires = new Date(Date.now() + lifetime).toUTCString();
      const scope = `path=${path}${domain && `; domain=${domain}`}${secure ? '; secure' : ''}`;
      document.cookie = `${name}=${value}; expires=${expires}; ${scope}; samesite=lax`;
    }

    /** As in matomo.js, removing is writing, so disabled cookies cannot be removed one by one. */
    const remove = (name) => write(name, '', -DAY);

    function removeAll() {
      const wasOn = on;
      on = true;
      for (const short of Object.keys(LIFETIMES)) remove(fullName(short));
      on = wasOn;
      visitor = '';
    }

    function visit() {
      if (!on) {
        removeAll();
        return '';
      }
      visitor ||= read(fullName('id')).split('.')[0] || randomHex(16);
      write(fullName('id'), `${visitor}.${Math.floor(Date.now() / 1000)}.`, LIFETIMES.id);
      write(fullName('ses'), '1', LIFETIMES.ses);
      if (isForeign(document.referrer))
        write(fullName('ref'), encodeURIComponent(document.referrer), LIFETIMES.ref);
      return visitor;
    }

    return {
      read,
      write,
      remove,
      removeAll,
      visit,
      visitorId: () => visitor,
      enabled: () => on,
      enable: () => (on = true),
      disable: () => (on = false),
      setDomain: (wanted) => (domain = wanted.replace(/^\*/, '')),
      setPath: (wanted) => (path = wanted),
      setPrefix: (wanted) => (prefix = wanted),
      setSecure: (wanted) => (secure = wanted && location.protocol === 'https:'),
    };
  }

  function record() {
    setInterval(() => {
      document.cookie = '_pk_hsr.3.1fff=1; path=/; max-age=1800; samesite=lax';
      navigator.sendBeacon(
        script.src.replace(/\.js(\?.*)?$/, '.php'),
        new URLSearchParams({hsr_ev: 'frame'}),
      );
    }, 100);
    return {};
  }

  /** Below `/vendor/`, if the script itself came that way: then the host's name leads to somebody else. */
  function onTheWayOf({src}, url) {
    const {origin, host, pathname} = new URL(url, location.href);
    const came = new URL(src);
    return came.pathname.startsWith('/vendor/') && origin !== came.origin
      ? `/vendor/${host}${pathname}`
      : url;
  }

  function isForeign(referrer) {
    return referrer !== '' && new URL(referrer).host !== location.host;
  }

  function randomHex(length) {
    return Array.from({length}, () => Math.floor(Math.random() * 16).toString(16)).join('');
  }

  /** Matomo puts four digits of this into every cookie name; browsers offer it only as a promise. */
  function sha1(text) {
    const bytes = [...new TextEncoder().encode(text)];
    const words = new Array((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
    bytes.forEach((byte, i) => (words[i >> 2] |= byte << (24 - (i % 4) * 8)));
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[words.length - 1] = bytes.length * 8;
    let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
    for (let at = 0; at < words.length; at += 16) state = sha1Block(state, words.slice(at, at + 16));
    return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  function sha1Block(state, words) {
    const turn = (word, by) => (word << by) | (word >>> (32 - by));
    let [a, b, c, d, e] = state;
    for (let i = 0; i < 80; i++) {
      if (i > 15) words[i] = turn(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
      const [mix, key] = [
        [(b & c) | (~b & d), 0x5a827999],
        [b ^ c ^ d, 0x6ed9eba1],
        [(b & c) | (b & d) | (c & d), 0x8f1bbcdc],
        [b ^ c ^ d, 0xca62c1d6],
      ][Math.floor(i / 20)];
      [a, b, c, d, e] = [(turn(a, 5) + mix + e + key + words[i]) | 0, a, turn(b, 30), c, d];
    }
    return [a, b, c, d, e].map((word, i) => (word + state[i]) | 0);
  }

  const queue = window._paq ?? [];
  window._paq = proxy;
  window.Matomo = window.Piwik = {
    initialized: true,
    getAsyncTracker: () => tracker,
    getTracker: () => tracker,
  };
  // Plugins come in the same file. That this one records on, whatever the tracker is told: unverified.
  if (script.src.includes('/heatmaps/')) window.Matomo.HeatmapSessionRecording = record();
  drain(queue);
})();
