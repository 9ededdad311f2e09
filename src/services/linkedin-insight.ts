import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf, restore, silence} from './queue.js';
import {each} from './storage.js';
import {createStub} from './stub.js';

/** https://www.linkedin.com/help/lms/answer/a418880 */
export interface LinkedinInsightOptions {
  readonly partnerId: number | string;
}

export const optionNames = ['partnerId!'] as const;

const PARTNERS = '_linkedin_data_partner_ids';

/** LinkedIn Insight Tag. It has no call to stop: the page reloads. Leave out the `<noscript>` image. */
export function linkedinInsight({partnerId}: LinkedinInsightOptions): Service {
  const lintrk = createStub('lintrk');
  return {
    id: 'linkedin-insight',
    category: 'advertising',
    name: 'LinkedIn Insight Tag',
    provider: 'LinkedIn Ireland Unlimited Company',
    policy: 'https://www.linkedin.com/legal/privacy-policy',
    hosts: ['snap.licdn.com', '*.ads.linkedin.com'],
    storage: STORAGE,
    beforeLoad() {
      Object.assign(window, {_linkedin_partner_id: `${partnerId}`});
      queueOf(PARTNERS).push(`${partnerId}`);
      lintrk.install();
    },
    load: ({script}) => script({src: 'https://snap.licdn.com/li.lms-analytics/insight.min.js'}),
    onCancel() {
      lintrk.empty();
      emptyQueue(PARTNERS);
    },
    onGrant: () => restore('lintrk'),
    onRevoke() {
      silence('lintrk');
      return 'impossible';
    },
  };
}

/** Names and lifetimes: public cookie lists. */
const STORAGE: readonly StorageItem[] = [
  {name: 'li_fat_id', purpose: 'ads', lifetime: 'P30D'},
  {name: 'li_giant', purpose: 'ads', lifetime: 'P7D'},
  {name: 'ln_or', purpose: 'counter', lifetime: 'P1D'},
  ...each(['UserMatchHistory', 'AnalyticsSyncHistory'], {party: 'third', purpose: 'ads', lifetime: 'P30D'}),
  {name: 'bcookie', party: 'third', purpose: 'ads', lifetime: 'P1Y'},
  {name: 'li_sugr', party: 'third', purpose: 'ads', lifetime: 'P90D'},
  {name: 'lidc', party: 'third', purpose: 'ads', lifetime: 'P1D'},
  {name: 'li_gc', party: 'third', purpose: 'ads', lifetime: 'P6M'},
];
