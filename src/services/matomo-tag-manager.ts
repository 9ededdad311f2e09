import type {CategoryId, Service, ServiceContext, StorageItem} from '../types.js';

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
  let isEmptied = false;
  // Events still queued would fire their tags when the container comes; the page's variables stay for then.
  const empty = () => !!page()._mtm?.splice(0, Infinity, ...page()._mtm!.filter(({event}) => !event));
  // Matomo's own tag can be told, unless the page measures with Matomo besides; again, but without cookies.
  const tell = ({isGranted}: ServiceContext, ...words: unknown[][]) =>
    isGranted('matomo') || page()._paq?.push(...words);
  return {
    id: 'matomo-tag-manager',
    category,
    name: 'Matomo Tag Manager',
    hosts: url ? [scriptUrl, url] : [scriptUrl],
    storage: [...STORAGE, ...storage],
    loads: ['matomo'],
    beforeLoad() {
      if (isEmptied) empty();
      (page()._mtm ??= []).push({'mtm.startTime': Date.now(), event: 'mtm.Start'} as object);
    },
    load: ({script}) => script({src: scriptUrl}),
    onGrant: (context, {first}) => first || tell(context, ['trackPageView'], ['setConsentGiven', false]),
    onCancel: () => void (isEmptied = empty()),
    onRevoke(context) {
      tell(context, ['requireConsent'], ['forgetConsentGiven']);
      return 'impossible';
    },
  };
}

const page = () => window as {_mtm?: {readonly event?: string}[]; _paq?: Pick<unknown[], 'push'>};

/** The container's keys and Matomo's cookies, as its tag sets them up. Names and lifetimes: Matomo's sources. */
const STORAGE: readonly StorageItem[] = [
  {name: 'mtm:*', in: 'localStorage', purpose: 'settings', lifetime: 'persistent'},
  {name: 'mtm:*', in: 'sessionStorage', purpose: 'settings', lifetime: 'session'},
  {name: 'mtm_*', purpose: 'consent', lifetime: 'P400D'},
  {name: '_pk_id.*', purpose: 'visitor', lifetime: 'P13M'},
  {name: '_pk_ref.*', purpose: 'source', lifetime: 'P6M'},
  {name: '_pk_*', purpose: 'session', lifetime: 'PT30M'},
];
