/**
 * Stand-in for gtag.js (GA4, and a little of Google Ads): not Google's code, but what it does as far
 * as consent can tell. Only `arguments` objects in the data layer are commands, consent defaults must
 * come first, a denial deletes nothing and does not silence, `ga-disable-…` does (but not Google Ads),
 * cookies go to the highest domain that takes them, and listeners stay for as long as the page does.
 * Each id has its script, and all scripts of a page share one engine.
 */
(() => {
  const {searchParams} = new URL(script.src);
  const layerName = searchParams.get('l') || 'dataLayer';
  const tags = (window.google_tag_manager ??= {});
  // The second script of a page finds the first one at work.
  if (tags.engine) return tags.engine.load(searchParams.get('id'));

  const consent = createConsent();
  const loaded = new Set();
  const waiting = [];
  const targets = new Map();
  const shared = {};

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

  function load(id) {
    loaded.add(id);
    waiting.splice(0).forEach(([...command]) => configure(...command));
  }

  function configure(id, parameters) {
    if (targets.has(id)) return;
    if (!loaded.has(id)) return void waiting.push([id, parameters]);
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
    // As for an account that is linked with Google Ads.
    if (consent.isGranted('ad_storage')) store('_gcl_au', `1.1.${randomNumber()}.${target.session}`);
    sendBeacon('www.google-analytics.com', '/g/collect', {
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
    if (consent.isGranted('ad_storage')) writeClick(target);
    sendBeacon('googleads.g.doubleclick.net', '/pagead/viewthroughconversion/', {
      id: target.id,
      en: name,
      gcs: consent.summary(),
    });
  }

  function writeClick(target) {
    const click = new URLSearchParams(location.search).get('gclid');
    store('_gcl_au', `1.1.${randomNumber()}.${target.session}`);
    store('_gcl_ls', '{"schema":"gcl"}');
    if (click) store('_gcl_aw', `GCL.${target.session}.${click}`);
  }

  function clientId(target) {
    const name = `${target.parameters.cookie_prefix ?? ''}_ga`;
    return readCookie(name).split('.').slice(2).join('.');
  }

  function writeCookies({id, parameters: {cookie_prefix: prefix = ''}, session, hits}) {
    const visitor = clientId(targets.get(id)) || `${randomNumber()}.${session}`;
    const now = Math.floor(Date.now() / 1000);
    store(`${prefix}_ga`, `GA1.1.${visitor}`);
    store(`${prefix}_ga_${id.slice(2)}`, `GS2.1.s${session}$o1$g${hits > 1 ? 1 : 0}$t${now}$j60$l0$h0`);
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

  function flatten(parameters) {
    return Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [`ep.${name}`, String(value)]),
    );
  }

  const layer = (window[layerName] ??= []);
  const push = layer.push.bind(layer);
  tags.engine = {load};
  loaded.add(searchParams.get('id'));
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
