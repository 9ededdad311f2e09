import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf, restore, silence} from './queue.js';

/** https://support.perfectaudience.com */
export interface PerfectAudienceOptions {
  /** The 24 characters in the address of the account's tag. */
  readonly siteId: string;
  /** Where the tag is served from. Default: Perfect Audience's own address for the account. */
  readonly scriptUrl?: string;
}

export const optionNames = ['siteId!', 'scriptUrl'] as const;

/** Perfect Audience. Its tag fires as soon as it runs and has no call to stop: the page reloads. */
export function perfectAudience({siteId, scriptUrl}: PerfectAudienceOptions): Service {
  const src = scriptUrl ?? `https://tag.perfectaudience.com/serve/${encodeURIComponent(siteId)}.js`;
  // Internals, which may break: they quiet the tag until the page has reloaded.
  const quieten = (skip: boolean) => void Object.assign((page()._pa ??= {}), {skip});
  return {
    id: 'perfect-audience',
    category: 'advertising',
    name: 'Perfect Audience',
    provider: 'SharpSpring Reach, Inc.',
    policy: 'https://www.perfectaudience.com/privacy',
    hosts: ['tag.perfectaudience.com', 'tag.marinsm.com', '*.prfct.co', 'secure.adnxs.com'],
    storage: STORAGE,
    beforeLoad() {
      quieten(false);
      queueOf('_pq');
    },
    load: ({script}) => script({src}),
    onGrant() {
      quieten(false);
      restore('_pq');
    },
    onCancel: () => emptyQueue('_pq'),
    onRevoke() {
      quieten(true);
      silence('_pq', {push: () => 0});
      return 'impossible';
    },
  };
}

const page = () => window as {_pa?: object};

/** Names: a public cookie list; the last two, of AppNexus, and their lifetimes: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'pa_*', party: 'third', purpose: 'ads', lifetime: 'P400D'},
  {name: 'uuid2', party: 'third', purpose: 'ads', lifetime: 'P90D'},
  {name: 'anj', party: 'third', purpose: 'ads', lifetime: 'P90D'},
];
