/**
 * What the stand-ins share: the server puts this in front of each of them, with `STAND_IN`, which says what the
 * file is called and what its vendor writes. So a stand-in writes what its table lists (see services.mjs), in
 * the place that the table says, and nothing else.
 */
const script = document.currentScript;
// For the tests: what has run on this page, in order.
(window.standIns ??= []).push(STAND_IN.file);

/** Writes a cookie or key wherever the table has one of this name. */
const store = (name, value = randomHex(16)) => {
  for (const item of itemsOf(name)) WRITERS[item.in ?? 'cookie'](name, value, item);
};

/** Removes a cookie that the stand-in has written itself. */
const forget = (name) => itemsOf(name).forEach((item) => WRITERS.cookie(name, '', {...item, days: -1}));

/** Writes now, again and again, and when the page is left, as trackers do that nobody can stop. */
const keepStoring = (write) => {
  write();
  setInterval(write, 100);
  addEventListener('pagehide', write);
};

const itemsOf = (name) => {
  const items = STAND_IN.writes.filter((item) => isNameOf(item.name, name));
  if (items.length === 0) throw new Error(`${STAND_IN.file} writes "${name}", which its table does not list`);
  return items;
};

const WRITERS = {
  cookie(name, value, {on = 'registrable', days, partitioned}) {
    const domain = on === 'registrable' ? highestDomain() : {hostname: location.hostname}[on];
    const lifetime = days ? `; max-age=${Math.round(days * 86_400)}` : '';
    const partition = partitioned ? '; secure; samesite=none; partitioned' : '; samesite=lax';
    document.cookie = `${name}=${value}; path=/${domain ? `; domain=${domain}` : ''}${lifetime}${partition}`;
  },
  localStorage: (name, value) => keep('localStorage', name, value),
  sessionStorage: (name, value) => keep('sessionStorage', name, value),
  indexedDB: (name) => {
    indexedDB.open(name).addEventListener('success', (event) => event.target.result.close());
  },
};

const keep = (area, name, value) => {
  try {
    window[area].setItem(name, value);
  } catch {
    // A browser without storage is still counted.
  }
};

let highest;

/** Tries from the top, as vendors do: the browser refuses `com` silently, and the first that sticks is it. */
const highestDomain = () => {
  const labels = location.hostname.split('.');
  const domains = labels.map((_, index) => labels.slice(-index - 1).join('.'));
  const takes = (domain) => {
    document.cookie = `_probe=1; path=/; domain=${domain}`;
    const stuck = readCookie('_probe') === '1';
    document.cookie = `_probe=; path=/; domain=${domain}; max-age=0`;
    return stuck;
  };
  return (highest ??= domains.find(takes) ?? '');
};

const readCookie = (name) =>
  document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** Asks for an image, as pixels do. */
const sendImage = (host, path, parameters) => {
  new Image().src = `${hostUrl(host)}${path}?${new URLSearchParams({dl: location.href, ...parameters})}`;
};

/** Leaves the page behind, as beacons do. */
const sendBeacon = (host, path, parameters) => {
  const url = `${hostUrl(host)}${path}?${new URLSearchParams(parameters)}`;
  if (!navigator.sendBeacon(url)) fetch(url, {method: 'POST', mode: 'no-cors', keepalive: true});
};

const insertScript = (host, path) => {
  document.head.append(
    Object.assign(document.createElement('script'), {src: `${hostUrl(host)}${path}`, async: true}),
  );
};

/** The button that opens a chat. The page's body may not be there yet. */
const addLauncher = (about, open) => {
  const button = Object.assign(document.createElement('button'), about);
  Object.assign(button.style, {position: 'fixed', right: 0, top: '50%'});
  button.addEventListener('click', open);
  document.documentElement.append(button);
  return button;
};

/** Another host of the vendor, on the way that the stand-in itself came: by its name, or below `/vendor/`. */
const hostUrl = (host) => {
  const {origin, protocol, port, pathname} = new URL(script.src);
  if (pathname.startsWith('/vendor/')) return `${origin}/vendor/${host}`;
  return `${protocol}//${host}${port && `:${port}`}`;
};

const isNameOf = (pattern, name) => {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&'));
  return RegExp(`^${parts.join('.*')}$`).test(name);
};

const randomNumber = () => Math.floor(Math.random() * 2 ** 31);

const randomHex = (length) =>
  Array.from({length}, () => Math.floor(Math.random() * 16).toString(16)).join('');

/** What AdRoll and HubSpot do: another pixel on the `fbq` of the page, whoever has put it there. */
const bringMetaPixel = (pixel) => {
  if (!window.fbq) {
    const fbq = (...args) => (fbq.callMethod ? fbq.callMethod(...args) : fbq.queue.push(args));
    window.fbq = window._fbq = Object.assign(fbq, {queue: [], loaded: true, version: '2.0', push: fbq});
    insertScript('connect.facebook.net', '/en_US/fbevents.js');
  }
  window.fbq('init', pixel);
  window.fbq('track', 'PageView');
};
