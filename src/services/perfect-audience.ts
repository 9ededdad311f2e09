import type {Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    _pa?: {skip?: boolean; track?: unknown};
    _pq?: {push(...calls: readonly unknown[]): unknown};
  }
}

/** https://support.perfectaudience.com */
export interface PerfectAudienceOptions {
  /** The 24 characters in the address of the account's tag. */
  readonly siteId: string;
  /** Where the tag is served from. Default: Perfect Audience's own address for the account. */
  readonly scriptUrl?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['siteId!', 'scriptUrl'] as const;

/** Perfect Audience. Its tag fires as soon as it runs and has no call to stop: the page reloads. */
export function perfectAudience({siteId, scriptUrl}: PerfectAudienceOptions): Service {
  const src = scriptUrl ?? `https://tag.perfectaudience.com/serve/${encodeURIComponent(siteId)}.js`;
  let restore = () => {};
  return {
    id: 'perfect-audience',
    category: 'advertising',
    name: 'Perfect Audience',
    provider: 'SharpSpring Reach, Inc.',
    policy: 'https://www.perfectaudience.com/privacy',
    hosts: ['tag.perfectaudience.com', 'tag.marinsm.com', '*.prfct.co', 'secure.adnxs.com'],
    storage: STORAGE,
    beforeLoad() {
      window._pa ??= {};
      window._pq ??= [];
    },
    load: ({script}) => script({src}),
    onGrant(_, {first}) {
      if (!first) restore();
    },
    onCancel() {
      if (Array.isArray(window._pq)) window._pq.length = 0;
    },
    onRevoke() {
      // Internals, which may break: they quiet the tag until the page has reloaded.
      const tag = (window._pa ??= {});
      const [{track}, queue] = [tag, window._pq];
      restore = () => {
        Object.assign(tag, {skip: false, track});
        Object.assign(window, {_pq: queue});
      };
      Object.assign(tag, {skip: true, track: () => false});
      window._pq = {push: () => 0};
      return 'impossible';
    },
  };
}

/** Names: a public cookie list; the last two, of AppNexus, and their lifetimes: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'pa_*', party: 'third', purpose: 'ads', lifetime: 'P400D'},
  {name: 'uuid2', party: 'third', purpose: 'ads', lifetime: 'P90D'},
  {name: 'anj', party: 'third', purpose: 'ads', lifetime: 'P90D'},
];
