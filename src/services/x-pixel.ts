import type {Service, StorageItem} from '../types.js';
import {restore, silence} from './queue.js';
import {createStub} from './stub.js';

/** https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites */
export interface XPixelOptions {
  readonly pixelId: string;
}

export const optionNames = ['pixelId!'] as const;

/** X (Twitter) Pixel. It has no call to stop, so the page reloads after a withdrawal. */
export function xPixel({pixelId}: XPixelOptions): Service {
  const twq = createStub('twq', {calls: 'queue', runBy: 'exe', fields: {version: '1.1'}});
  return {
    id: 'x-pixel',
    category: 'advertising',
    name: 'X Pixel',
    provider: 'X Internet Unlimited Company',
    policy: 'https://x.com/privacy',
    hosts: ['static.ads-twitter.com', 't.co', 'analytics.twitter.com'],
    storage: STORAGE,
    beforeLoad: () => twq('config', pixelId),
    load: ({script}) => script({src: 'https://static.ads-twitter.com/uwt.js'}),
    onCancel: twq.empty,
    onGrant: () => restore('twq'),
    onRevoke() {
      silence('twq');
      return 'impossible';
    },
  };
}

/** Names: public cookie lists; the lifetimes of the first two: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_twclid', purpose: 'ads', lifetime: 'P30D'},
  {name: '_twpid', purpose: 'ads', lifetime: 'P30D'},
  {name: 'muc_ads', party: 'third', purpose: 'ads', lifetime: 'P400D'},
  {name: 'guest_id*', party: 'third', purpose: 'ads', lifetime: 'P400D'},
  {name: 'personalization_id', party: 'third', purpose: 'ads', lifetime: 'P400D'},
];
