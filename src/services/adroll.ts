import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf, restore, silence} from './queue.js';
import {each, metaStorage} from './storage.js';

/** https://help.adroll.com/hc/en-us/articles/211846018 */
export interface AdRollOptions {
  /** The account's `adroll_adv_id`. */
  readonly advertisableId: string;
  /** The pixel's `adroll_pix_id`. */
  readonly pixelId: string;
  /** Where roundtrip.js is served from. Default: AdRoll's own address for the account. */
  readonly scriptUrl?: string;
}

export const optionNames = ['advertisableId!', 'pixelId!', 'scriptUrl'] as const;
const METHODS = ['setProperties', 'identify', 'track', 'identify_email', 'get_cookie'];

/** AdRoll (NextRoll). It cannot be stopped. In its account, choose "Use your existing consent banner". */
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
      emptyQueue('adroll');
      Object.assign(window, {adroll_adv_id: advertisableId, adroll_pix_id: pixelId, adroll_version: '2.0'});
      Object.assign(window, {__adroll_loaded: true});
      const queue = Object.assign(queueOf('adroll'), {f: METHODS});
      for (const method of METHODS) queue[method] = (...given: unknown[]) => queue.push([method, given]);
      queue.push(['track', ['pageView']]);
    },
    load: ({script}) => script({src}),
    onCancel: () => emptyQueue('adroll'),
    onGrant: () => ['adroll', '__adroll_consent'].forEach(restore),
    onRevoke() {
      // Internals, which may break: they quiet the pixel until the page has reloaded, or consent is back.
      silence('__adroll_consent', false);
      silence('adroll', Object.fromEntries(METHODS.map((method) => [method, () => undefined])));
      return 'impossible';
    },
  };
}

/** Names and lifetimes: a saved roundtrip.js; the third-party ones and `__NEXTROLL_CONSENT`: public cookie lists, unverified. */
const STORAGE: readonly StorageItem[] = [
  ...each(['__adroll_fpc', '__ar_v4'], {purpose: 'ads', lifetime: 'P1Y'}),
  ...each(['__adroll_consent', '__NEXTROLL_CONSENT'], {purpose: 'consent', lifetime: 'P1Y'}),
  {name: '__adroll_consent_params', purpose: 'consent', lifetime: 'session'},
  {name: '_te_', purpose: 'ads', lifetime: 'session'},
  {name: '__adroll_consent_data', in: 'localStorage', purpose: 'consent', lifetime: 'persistent'},
  {name: 'adroll_*', in: 'sessionStorage', purpose: 'ads', lifetime: 'session'},
  ...each(['__adroll', '__adroll_shared'], {party: 'third', purpose: 'ads', lifetime: 'P13M'}),
  ...metaStorage(),
];
