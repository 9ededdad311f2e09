import type {Service, StorageItem} from '../types.js';

/** A list of calls with a stub for each method, until the script takes them over. */
type AdRollQueue = unknown[] & Record<string, unknown>;

declare global {
  interface Window {
    adroll?: AdRollQueue;
    adroll_adv_id?: string;
    adroll_pix_id?: string;
    adroll_version?: string;
    __adroll_loaded?: boolean;
    __adroll_consent?: unknown;
  }
}

/** https://help.adroll.com/hc/en-us/articles/211846018 */
export interface AdRollOptions {
  /** The account's `adroll_adv_id`. */
  readonly advertisableId: string;
  /** The pixel's `adroll_pix_id`. */
  readonly pixelId: string;
  /** Where roundtrip.js is served from. Default: AdRoll's own address for the account. */
  readonly scriptUrl?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['advertisableId!', 'pixelId!', 'scriptUrl'] as const;

const METHODS = ['setProperties', 'identify', 'track', 'identify_email', 'get_cookie'];

/**
 * AdRoll (NextRoll). It has no call to stop, so the page reloads after a withdrawal. Set the account to
 * "Use your existing consent banner", or AdRoll shows one of its own.
 */
export function adroll({advertisableId, pixelId, scriptUrl}: AdRollOptions): Service {
  const src = scriptUrl ?? `https://s.adroll.com/j/${encodeURIComponent(advertisableId)}/roundtrip.js`;
  return {
    id: 'adroll',
    category: 'advertising',
    name: 'AdRoll',
    provider: 'NextRoll, Inc.',
    policy: 'https://www.nextroll.com/privacy',
    hosts: ['*.adroll.com', 'connect.facebook.net', 'www.facebook.com'],
    loads: ['meta-pixel'],
    storage: STORAGE,
    beforeLoad() {
      Object.assign(window, {adroll_adv_id: advertisableId, adroll_pix_id: pixelId, adroll_version: '2.0'});
      window.__adroll_loaded = true;
      delete window.__adroll_consent;
      const queue = (window.adroll = [] as unknown as AdRollQueue);
      queue['f'] = METHODS;
      for (const method of METHODS) queue[method] ??= (...given: unknown[]) => queue.push([method, given]);
      (queue['track'] as (event: string) => void)('pageView');
    },
    load: ({script}) => script({src}),
    onCancel() {
      window.adroll = [] as unknown as AdRollQueue;
    },
    onRevoke() {
      // Internals, which may break: they quiet the pixel until the page has reloaded.
      window.__adroll_consent = false;
      for (const method of METHODS) if (window.adroll) window.adroll[method] = () => undefined;
      return 'impossible';
    },
  };
}

/** Names and lifetimes: a saved roundtrip.js; the third-party ones from public cookie lists, unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '__adroll_fpc', purpose: 'ads', lifetime: 'P1Y'},
  {name: '__ar_v4', purpose: 'ads', lifetime: 'P1Y'},
  {name: '__adroll_consent', purpose: 'consent', lifetime: 'P1Y'},
  {name: '__adroll_consent_params', purpose: 'consent', lifetime: 'session'},
  {name: '_te_', purpose: 'ads', lifetime: 'session'},
  {name: '__adroll_consent_data', in: 'localStorage', purpose: 'consent', lifetime: 'persistent'},
  {name: 'adroll_*', in: 'sessionStorage', purpose: 'ads', lifetime: 'session'},
  {name: '_fbp', purpose: 'ads', lifetime: 'P90D'},
  // Written by Meta's pixel, which AdRoll loads.
  {name: 'lastExternalReferrer*', in: 'localStorage', purpose: 'source', lifetime: 'persistent'},
  {name: '__adroll', party: 'third', purpose: 'ads', lifetime: 'P13M'},
  {name: '__adroll_shared', party: 'third', purpose: 'ads', lifetime: 'P13M'},
];
