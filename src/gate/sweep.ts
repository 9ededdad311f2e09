import type {ConsentChange, Service, StorageArea, StorageItem, StoredItem} from '../types.js';
import {attempt} from '../core/attempt.js';
import {matchesGlob} from '../core/glob.js';
import {SWEEP_KEY} from '../core/keys.js';

/** The part of a service that a sweep needs; plain data, so that it can wait for the next page. */
export type Sweepable = Pick<Service, 'id' | 'category' | 'storage'>;

/** Who keeps what is theirs, and who does not. */
export interface Sides {
  readonly stopped: readonly Sweepable[];
  readonly granted: readonly Sweepable[];
}

/** What the stopped services have in this browser now, except what a granted one owns too. */
export function survey({stopped, granted}: Sides): (StoredItem & {readonly path?: string})[] {
  return stopped.flatMap(({id, storage = []}) =>
    storage.flatMap((item) =>
      namesIn(areaOf(item))
        .filter((name) => isReachable(item) && owns(item, name) && !isKept(granted, areaOf(item), name))
        .map((name) => ({service: id, name, in: areaOf(item), ...(item.path && {path: item.path})})),
    ),
  );
}

/** Removes it, and returns what would not go. */
export function sweep(sides: Sides): StoredItem[] {
  for (const {in: area, name, path} of survey(sides)) {
    if (area === 'cookie') removeCookie(name, path);
    else window[area as 'localStorage'].removeItem(name);
  }
  for (const item of sides.stopped.flatMap(({storage = []}) => storage)) {
    if (item.in === 'indexedDB') sweepDatabases(item, sides.granted);
    // A cookie on another path cannot be seen from here, and goes all the same.
    else if (
      item.path &&
      areaOf(item) === 'cookie' &&
      isReachable(item) &&
      !isKept(sides.granted, 'cookie', item.name)
    )
      attempt(() => removeCookie(item.name, item.path));
  }
  return survey(sides);
}

/** Whether a granted service owns it too. */
const isKept = (granted: readonly Sweepable[], area: StorageArea, name: string) =>
  granted.some(({storage = []}) => storage.some((item) => areaOf(item) === area && owns(item, name)));

/** What no script of this page can see, and so can neither find nor remove: named, never touched. */
export function beyondReach(services: readonly Sweepable[]): ConsentChange['remaining'] {
  return services.flatMap(({id, storage = []}) =>
    storage
      .filter((item) => !isReachable(item))
      .map((item) => ({
        service: id,
        name: item.name,
        in: areaOf(item),
        reason: item.party === 'third' ? ('third-party' as const) : ('http-only' as const),
      })),
  );
}

export const areaOf = (item: StorageItem): StorageArea => item.in ?? 'cookie';

/** Whether a script of this page could see it. */
export const isReachable = ({party, httpOnly}: StorageItem) => party !== 'third' && !httpOnly;

/**
 * Sweeps once more whenever a cookie is written back, and when the page is left, after what the services do
 * then themselves. Has the next page do it again: a tracker that is still in memory never gives up.
 *
 * @param sides asked anew each time; `isLeaving`: this time nothing is spared
 * @param untold what the next page is to tell the visitor, because this one reloads before they could read it
 */
export function sweepAgain(sides: (isLeaving: boolean) => Sides, untold: () => object | undefined): void {
  // https://cookiestore.spec.whatwg.org/ — not in every browser.
  cookieStore?.removeEventListener('change', onChange);
  onChange = ({changed}) => {
    if (changed.length) sweep(sides(false));
  };
  cookieStore?.addEventListener('change', onChange);
  // Added anew, so that it comes after the listeners of whatever has been loaded since.
  removeEventListener('pagehide', atTheEnd);
  atTheEnd = () => {
    const {stopped, granted} = sides(true);
    sweep({stopped, granted});
    const pending = [stopped.map(toSweepable), granted.map(toSweepable), untold()];
    // Without storage, nothing was left in it.
    attempt(() => localStorage.setItem(SWEEP_KEY, JSON.stringify(pending)));
  };
  addEventListener('pagehide', atTheEnd);
}

const {cookieStore} = globalThis as Partial<typeof globalThis>;
let onChange = (_: CookieChangeEvent) => {};
let atTheEnd = () => {};

const toSweepable = ({id, category, storage = []}: Sweepable): Sweepable => ({id, category, storage});

/** What the page before asked for, except what has been granted again since. Returns what it wanted told. */
export function sweepPending(isAllowed: (service: Sweepable) => boolean): object | undefined {
  // No storage, or somebody else's value: nothing to do.
  return attempt(() => {
    const pending = localStorage.getItem(SWEEP_KEY);
    if (!pending) return undefined;
    localStorage.removeItem(SWEEP_KEY);
    const [stopped, granted, untold] = JSON.parse(pending) as [Sweepable[], Sweepable[], object?];
    const services = [...stopped, ...granted];
    sweep({stopped: services.filter((service) => !isAllowed(service)), granted: services.filter(isAllowed)});
    return untold;
  });
}

/** Whether a stored name is the item's. */
export const owns = ({name: pattern}: StorageItem, name: string): boolean => matchesGlob(pattern, name);

/** What is stored in this browser, by name. Databases can only be listed later. */
export function namesIn(area: StorageArea): string[] {
  try {
    if (area === 'cookie') return cookieNames();
    if (area === 'indexedDB') return [];
    return Object.keys(window[area]);
  } catch {
    return []; // a sandboxed page has no storage, so nothing was left in it
  }
}

const cookieNames = () =>
  [...new Set(document.cookie.split('; ').map((cookie) => cookie.split('=')[0]!))].filter(Boolean);

function removeCookie(name: string, path = '/'): void {
  // A cookie is removed only by the domain, path and partition it was set with, and the browser
  // does not tell them: try each that this page could have used. It refuses public suffixes itself.
  // Not through js-cookie, which encodes names: `crisp-client/…` would never match.
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
  const partitions = location.protocol === 'https:' ? [';secure', ';secure;partitioned'] : [''];
  for (const place of new Set([...pathnames().flatMap(ancestors), path])) {
    for (const domain of domains) {
      for (const partition of partitions)
        document.cookie = `${name}=;max-age=0;path=${place}${domain}${partition}`;
    }
  }
}

/** A page that gives itself another address goes on seeing the cookies of the one it was loaded from. */
const pathnames = () =>
  [location.href, ...performance.getEntriesByType('navigation').map(({name}) => name)].map(
    (address) => new URL(address).pathname,
  );

/** `/a/b` → `/`, `/a`, `/a/`, `/a/b`, `/a/b/` */
function ancestors(pathname: string): string[] {
  const steps = pathname.split('/').filter(Boolean);
  return [
    '/',
    ...steps.flatMap((_, index) => [
      `/${steps.slice(0, index + 1).join('/')}`,
      `/${steps.slice(0, index + 1).join('/')}/`,
    ]),
  ];
}

/** Databases can only be listed and deleted later; nothing waits for it. */
function sweepDatabases(item: StorageItem, granted: readonly Sweepable[]): void {
  const remove = (databases: IDBDatabaseInfo[]) => {
    for (const {name = ''} of databases)
      if (owns(item, name) && !isKept(granted, 'indexedDB', name)) indexedDB.deleteDatabase(name);
  };
  // A sandboxed page has none.
  attempt(() => globalThis.indexedDB?.databases?.().then(remove, () => {}));
}
