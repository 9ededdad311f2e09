import type {Config, Kept, Presence, ReceiptCopy, StorageArea, StorageItem} from '../types.js';
import {attempt} from '../core/attempt.js';
import {ownStorage} from '../core/own-storage.js';
import {described} from '../core/services.js';
import {areaOf, isReachable, namesIn, owns} from './sweep.js';

/** Where it is seen what is kept. */
interface Source {
  readonly config: () => Config;
  readonly receipts: () => Promise<readonly ReceiptCopy[]>;
}

/**
 * Tells what this browser keeps whenever that may have changed.
 *
 * @returns looks now
 */
export function watchKept({config, receipts}: Source, tell: (kept: Kept) => void): () => Promise<void> {
  let databases: readonly string[] | null = null;
  const tellNow = async () => {
    const copies = await receipts();
    tell(keptNow(config(), databases, copies));
  };
  const look = async () => {
    // They are listed later, if at all: nothing waits for it.
    void databaseNames().then((names) => {
      databases = names;
      return tellNow();
    });
    await tellNow();
  };
  document.addEventListener('consent-change', look);
  document.addEventListener('visibilitychange', look);
  // A script that has been loaded has stored what it stores at once; an image may have brought a cookie.
  document.addEventListener('load', look, true);
  // Another tab.
  addEventListener('storage', look);
  // https://cookiestore.spec.whatwg.org/ — not in every browser.
  cookieStore?.addEventListener('change', look);
  return look;
}

const {cookieStore} = globalThis as Partial<typeof globalThis>;

function keptNow(
  config: Config,
  databases: readonly string[] | null,
  receipts: readonly ReceiptCopy[],
): Kept {
  const own = ownStorage(config, location.protocol === 'https:');
  const items = [own, ...described(config)].flatMap(({storage = []}) => storage);
  const names = (area: StorageArea) => (area === 'indexedDB' ? databases : namesIn(area));
  return {
    own,
    receipts,
    presence: new Map(items.map((item) => [item, presenceOf(item, names(areaOf(item)))])),
  };
}

/** @param names what is there; `null` where it cannot be listed */
function presenceOf(item: StorageItem, names: readonly string[] | null): Presence {
  if (!names || !isReachable(item)) return 'unseen';
  if (names.some((name) => owns(item, name))) return 'present';
  // A cookie on another path is there for other pages.
  const isElsewhere = areaOf(item) === 'cookie' && !location.pathname.startsWith(item.path ?? '/');
  return isElsewhere ? 'unseen' : 'absent';
}

/** Not every browser lists them, and a sandboxed page has none. */
async function databaseNames(): Promise<string[] | null> {
  const listing = attempt(() => globalThis.indexedDB?.databases?.());
  const databases = await listing?.catch(() => []);
  return databases ? databases.map(({name = ''}) => name) : null;
}
