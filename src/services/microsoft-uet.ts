import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf} from './queue.js';

/** https://help.ads.microsoft.com/apex/index/3/en/60119 */
export interface MicrosoftUetOptions {
  readonly tagId: number | string;
  /** Follow the visitor over the views of a single-page site. Default `true`, as Microsoft's own code has it. */
  readonly trackViews?: boolean;
  /** Where bat.js is served from. Default: Microsoft's own address. */
  readonly scriptUrl?: string;
}

export const optionNames = ['tagId!', 'trackViews', 'scriptUrl'] as const;

/** Microsoft Advertising's Universal Event Tracking (Bing). While denied it still counts, without cookies. */
export function microsoftUet({tagId, trackViews = true, scriptUrl}: MicrosoftUetOptions): Service {
  return {
    id: 'microsoft-uet',
    category: 'advertising',
    name: 'Microsoft Advertising',
    provider: 'Microsoft Corporation',
    policy: 'https://www.microsoft.com/privacy/privacystatement',
    hosts: ['bat.bing.com', 'bat.bing.net'],
    storage: STORAGE,
    beforeLoad: () => queueOf('uetq').push('consent', 'default', {ad_storage: 'granted'}),
    load: ({script}) => script({src: scriptUrl ?? 'https://bat.bing.com/bat.js'}),
    onGrant(_, {first}) {
      const settings = {ti: `${tagId}`, enableAutoSpaTracking: trackViews, q: page().uetq};
      if (!first) queueOf('uetq').push('consent', 'update', {ad_storage: 'granted'});
      else if (page().UET) page().uetq = new (page().UET!)(settings);
      queueOf('uetq').push('pageLoad');
    },
    onCancel: () => emptyQueue('uetq'),
    onRevoke() {
      queueOf('uetq').push('consent', 'update', {ad_storage: 'denied'});
      return 'best-effort';
    },
  };
}

/** Until its own list takes over, each word of a command is an entry by itself. */
const page = () => window as {uetq?: object; UET?: new (settings: object) => object};

/** Names: Microsoft's help and stored pages of real sites; the second of its two hosts: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_uetsid', purpose: 'session', lifetime: 'P1D'},
  {name: '_uetvid', purpose: 'ads', lifetime: 'P13M'},
  {name: '_uetms*', purpose: 'ads', lifetime: 'P90D'},
  {name: '_uet*', in: 'localStorage', purpose: 'ads', lifetime: 'persistent'},
  {name: 'MUID', party: 'third', purpose: 'ads', lifetime: 'P13M'},
];
