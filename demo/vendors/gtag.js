/**
 * Stand-in for gtag.js (GA4, and a little of Google Ads): not Google's code, but what it does as far
 * as consent can tell. Only `arguments` objects in the data layer are commands, consent defaults must
 * come first, a denial deletes nothing and does not silence, `ga-disable-…` does, cookies go to the
 * highest domain that takes them, and listeners stay for as long as the page does.
 */
(() => {
  const DAY = 86_400_000;
  const TWO_YEARS = 730 * DAY;
  const ADS_LIFETIME = 90 * DAY;
  const script = document.currentScript;
  const {searchParams} = new URL(script.src);
  const layerName = searchParams.get('l') || 'dataLayer';
  const consent = createConsent();
  const targets = new Map();
  const shared = {};
  let highestDomain;

  const commands = {
    js: () => {},
    set: (...args) => Object.assign(shared, typeof args[0] === 'string' ? {[args[0]]: args[1]} : args[0]),
    consent: (kind, state) => consent.change(kind, state),
    config: (id, parameters = {}) => configure(id, parameters),
    event: (name, parameters = {}) => sendToAll(name, parameters),
    get: (id, field, callback) => callback(field === 'client_id' ? clientId(targets.get(id)) : undefined),
  };

  function take(entry) {
    // A plain array (from a rest parameter) looks the same in the console and is ignored, as by Google.
    if (Object.prototype.toString.call(entry) !== '[object Arguments]') return;
    const [name, ...args] = entry;
    commands[name]?.(...args);
  }

  function configure(id, parameters) {
    if (targets.has(id)) return;
    const target = {
      id,
      parameters,
      session: Math.floor(Date.now() / 1000),
      hits: 0,
      cookieless: `${randomNumber()}`,
    };
    targets.set(id, target);
    if (parameters.send_page_view !== false) consent.whenSettled(() => send(target, 'page_view', {}));
  }

  function sendToAll(name, parameters) {
    const wanted = parameters.send_to && [parameters.send_to].flat();
    for (const target of targets.values()) {
      if (!wanted || wanted.includes(target.id)) consent.whenSettled(() => send(target, name, parameters));
    }
  }

  function send(target, name, parameters) {
    if (target.id.startsWith('G-') && window[`ga-disable-${target.id}`]) return;
    if (target.id.startsWith('AW-')) return sendAd(target, name);
    target.hits += 1;
    const mayStore = consent.isGranted('analytics_storage');
    if (mayStore) writeCookies(target);
    beacon('www.google-analytics.com', '/g/collect', {
      v: 2,
      tid: target.id,
      cid: mayStore ? clientId(target) : target.cookieless,
      sid: target.session,
      gcs: consent.summary(),
      en: name,
      dl: location.href,
      dr: document.referrer,
      dt: document.title,
      _s: target.hits,
      ...(mayStore ? {} : {pscdl: 'denied'}),
      ...flatten(parameters),
    });
  }

  /** `ga-disable` does not reach Google Ads. */
  function sendAd(target, name) {
    const mayStore = consent.isGranted('ad_storage');
    if (mayStore)
      writeCookie('_gcl_au', `1.1.${randomNumber()}.${target.session}`, ADS_LIFETIME, target.parameters);
    beacon('googleads.g.doubleclick.net', '/pagead/viewthroughconversion/', {
      id: target.id,
      en: name,
      gcs: consent.summary(),
    });
  }

  function clientId(target) {
    const name = `${target.parameters.cookie_prefix ?? ''}_ga`;
    return readCookie(name).split('.').slice(2).join('.');
  }

  function writeCookies(target) {
    const {parameters, session, hits, id} = target;
    const prefix = parameters.cookie_prefix ?? '';
    const lifetime = (parameters.cookie_expires ?? TWO_YEARS / 1000) * 1000;
    const visitor = clientId(target) || `${randomNumber()}.${session}`;
    const now = Math.floor(Date.now() / 1000);
    writeCookie(`${prefix}_ga`, `GA1.1.${visitor}`, lifetime, parameters);
    writeCookie(
      `${prefix}_ga_${id.slice(2)}`,
      `GS2.1.s${session}$o1$g${hits > 1 ? 1 : 0}$t${now}$j60$l0$h0`,
      lifetime,
      parameters,
    );
  }

  function writeCookie(name, value, lifetime, {cookie_domain: wanted = 'auto', cookie_flags: flags = ''}) {
    const domain = wanted === 'auto' ? (highestDomain ??= findHighestDomain()) : wanted;
    const scope = domain === 'none' ? '' : `; domain=${domain}`;
    const expires = new Date(Date.now() + lifetime).toUTCString();
    document.cookie = `${name}=${value}; expires=${expires}; path=/${scope}${flags && `; ${flags}`}`;
  }

  /** Tries from the top: the browser refuses `com` silently, and the first that sticks is it. */
  function findHighestDomain() {
    const labels = location.hostname.split('.');
    for (let count = 1; count <= labels.length; count++) {
      const domain = labels.slice(-count).join('.');
      document.cookie = `_ga_probe=1; path=/; domain=${domain}`;
      if (!readCookie('_ga_probe')) continue;
      document.cookie = `_ga_probe=; path=/; domain=${domain}; max-age=0`;
      return domain;
    }
    return 'none';
  }

  function createConsent() {
    const entries = {};
    let used = false;
    let settled = Promise.resolve();
    let settle = () => {};
    const value = (type) => entries[type]?.update ?? entries[type]?.default;

    // Other vendors read this object, so it has Google's shape.
    window.google_tag_data ??= {};
    const ics = (window.google_tag_data.ics = {
      entries,
      active: false,
      usedDefault: false,
      usedUpdate: false,
      accessedDefault: false,
      accessedAny: false,
      getConsentState: (type) => ({true: 1, false: 2})[value(type)] ?? 0,
    });

    function change(kind, {wait_for_update: wait, region, ...state}) {
      // The visitor's country is unknown here, so only the default without a region counts.
      if (region) return;
      used = ics.active = true;
      const wasDenied = value('analytics_storage') === false;
      for (const [type, word] of Object.entries(state)) (entries[type] ??= {})[kind] = word === 'granted';
      if (kind === 'default') return holdBack(wait);
      ics.usedUpdate = true;
      settle();
      if (wasDenied && value('analytics_storage')) announceUpdate();
    }

    function holdBack(wait) {
      ics.usedDefault = true;
      if (!wait) return;
      settled = new Promise((resolve) => (settle = resolve));
      setTimeout(settle, wait);
    }

    /** `G1` + ads + analytics, with a dash for what nobody said. */
    function summary() {
      const digit = (type) => ({true: '1', false: '0'})[value(type)] ?? '-';
      return `G1${digit('ad_storage')}${digit('analytics_storage')}`;
    }

    return {
      change,
      summary,
      /** Nothing said counts as a yes: that is Google's default. */
      isGranted: (type) => !used || value(type) !== false,
      whenSettled: (send) => settled.then(send),
    };
  }

  /** Only from denied to granted: a denial is taken in silence, and the pings go on. */
  function announceUpdate() {
    for (const target of targets.values()) send(target, 'user_engagement', {gcu: 1});
  }

  function beacon(host, path, parameters) {
    const url = `${hostUrl(host)}${path}?${new URLSearchParams(parameters)}`;
    if (!navigator.sendBeacon(url)) fetch(url, {method: 'POST', mode: 'no-cors', keepalive: true});
  }

  function hostUrl(host) {
    const {origin, protocol, port, pathname} = new URL(script.src);
    if (pathname.startsWith('/vendor/')) return `${origin}/vendor/${host}`;
    return `${protocol}//${host}${port && `:${port}`}`;
  }

  function readCookie(name) {
    return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? '';
  }

  function flatten(parameters) {
    return Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [`ep.${name}`, String(value)]),
    );
  }

  function randomNumber() {
    return Math.floor(Math.random() * 2 ** 31);
  }

  const layer = (window[layerName] ??= []);
  const push = layer.push.bind(layer);
  window.google_tag_manager ??= {};
  for (const entry of [...layer]) take(entry);
  layer.push = (...entries) => {
    const length = push(...entries);
    entries.forEach(take);
    return length;
  };
  // Enhanced measurement: never taken off again, whatever the consent becomes.
  addEventListener('pagehide', () =>
    targets.forEach((target) => send(target, 'user_engagement', {_et: 1000})),
  );
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[href]');
      if (link && link.host !== location.host) sendToAll('click', {link_url: link.href, outbound: true});
    },
    true,
  );
})();
