import type {CategoryId, Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    _mtm?: {readonly event?: string}[];
  }
}

/** https://developer.matomo.org/guides/tagmanager/embedding */
export interface MatomoTagManagerOptions {
  /** The container's address, as in its installation code: `https://stats.example.com/js/container_….js`. */
  readonly scriptUrl: string;
  /** Where Matomo is installed, if not on the container's host: in the cloud it is not. */
  readonly url?: string;
  /** The strictest category of what the container holds. Default `advertising`. */
  readonly category?: CategoryId;
  /** What tags other than Matomo's own store: Tag Manager does not tell. */
  readonly storage?: readonly StorageItem[];
}

export const optionNames = ['scriptUrl!', 'url', 'category', 'storage'] as const;

/**
 * Matomo Tag Manager, self-hosted or in the cloud. Tags that it has put into the page stay there, so the page
 * reloads after a withdrawal. Facts: javascripts/tagmanager.js of Matomo's plugin.
 */
export function matomoTagManager(options: MatomoTagManagerOptions): Service {
  const {scriptUrl, url, category = 'advertising', storage = []} = options;
  return {
    id: 'matomo-tag-manager',
    category,
    name: 'Matomo Tag Manager',
    hosts: url ? [scriptUrl, url] : [scriptUrl],
    storage: [...STORAGE, ...storage],
    loads: ['matomo'],
    beforeLoad() {
      (window._mtm ??= []).push({'mtm.startTime': Date.now(), event: 'mtm.Start'} as object);
    },
    load: ({script}) => script({src: scriptUrl}),
    onCancel() {
      // Events still queued would fire their tags when the container comes; the page's variables stay for then.
      window._mtm?.splice(0, Infinity, ...window._mtm.filter(({event}) => !event));
    },
    onRevoke: () => 'impossible',
  };
}

/** The container's keys and Matomo's cookies, as its tag sets them up. Names and lifetimes: Matomo's sources. */
const STORAGE: readonly StorageItem[] = [
  {name: 'mtm:*', in: 'localStorage', purpose: 'settings', lifetime: 'persistent'},
  {name: 'mtm:*', in: 'sessionStorage', purpose: 'settings', lifetime: 'session'},
  {name: 'mtm_*', purpose: 'consent', lifetime: 'P400D'},
  {name: '_pk_id.*', purpose: 'visitor', lifetime: 'P13M'},
  {name: '_pk_ref.*', purpose: 'source', lifetime: 'P6M'},
  {name: '_pk_*', purpose: 'session', lifetime: 'PT30M'},
];
