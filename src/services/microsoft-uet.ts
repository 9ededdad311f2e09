import type {Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    /** Until the script runs, a list: each word of a command is an entry of its own. */
    uetq?: {push(...words: readonly unknown[]): unknown};
    UET?: new (settings: object) => NonNullable<Window['uetq']>;
  }
}

/** https://help.ads.microsoft.com/apex/index/3/en/60119 */
export interface MicrosoftUetOptions {
  readonly tagId: number | string;
  /** Follow the visitor over the views of a single-page site. Default `true`, as Microsoft's own code has it. */
  readonly trackViews?: boolean;
  /** Where bat.js is served from. Default: Microsoft's own address. */
  readonly scriptUrl?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['tagId!', 'trackViews', 'scriptUrl'] as const;

/** Microsoft Advertising's Universal Event Tracking (Bing). While denied it still counts, without cookies. */
export function microsoftUet({tagId, trackViews = true, scriptUrl}: MicrosoftUetOptions): Service {
  const push = (...words: unknown[]) => void (window.uetq ??= []).push(...words);
  return {
    id: 'microsoft-uet',
    category: 'advertising',
    name: 'Microsoft Advertising',
    provider: 'Microsoft Corporation',
    policy: 'https://www.microsoft.com/privacy/privacystatement',
    hosts: ['bat.bing.com', 'bat.bing.net'],
    storage: STORAGE,
    beforeLoad: () => push('consent', 'default', {ad_storage: 'granted'}),
    load: ({script}) => script({src: scriptUrl ?? 'https://bat.bing.com/bat.js'}),
    onGrant(_, {first}) {
      if (!first) push('consent', 'update', {ad_storage: 'granted'});
      else if (window.UET)
        window.uetq = new window.UET({ti: `${tagId}`, enableAutoSpaTracking: trackViews, q: window.uetq});
      push('pageLoad');
    },
    onCancel() {
      if (Array.isArray(window.uetq)) window.uetq.length = 0;
    },
    onRevoke() {
      push('consent', 'update', {ad_storage: 'denied'});
      return 'best-effort';
    },
  };
}

/** Names: Microsoft's help and stored pages of real sites; the second of its two hosts: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_uetsid', purpose: 'session', lifetime: 'P1D'},
  {name: '_uetvid', purpose: 'ads', lifetime: 'P13M'},
  {name: '_uetms*', purpose: 'ads', lifetime: 'P90D'},
  {name: '_uet*', in: 'localStorage', purpose: 'ads', lifetime: 'persistent'},
  {name: 'MUID', party: 'third', purpose: 'ads', lifetime: 'P13M'},
];
