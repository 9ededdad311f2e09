import type {Service, StorageItem} from '../types.js';
import {createStub} from './stub.js';

declare global {
  interface Window {
    _linkedin_partner_id?: string;
    _linkedin_data_partner_ids?: string[];
  }
}

/** https://www.linkedin.com/help/lms/answer/a418880 */
export interface LinkedinInsightOptions {
  readonly partnerId: number | string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['partnerId!'] as const;

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
      window._linkedin_partner_id = `${partnerId}`;
      window._linkedin_data_partner_ids ??= [];
      window._linkedin_data_partner_ids.push(`${partnerId}`);
      lintrk.install();
    },
    load: ({script}) => script({src: 'https://snap.licdn.com/li.lms-analytics/insight.min.js'}),
    onCancel() {
      lintrk.empty();
      window._linkedin_data_partner_ids = [];
    },
    onRevoke: () => 'impossible',
  };
}

/** Names and lifetimes: public cookie lists. */
const STORAGE: readonly StorageItem[] = [
  {name: 'li_fat_id', purpose: 'ads', lifetime: 'P30D'},
  {name: 'li_giant', purpose: 'ads', lifetime: 'P7D'},
  {name: 'ln_or', purpose: 'counter', lifetime: 'P1D'},
  ...['UserMatchHistory', 'AnalyticsSyncHistory'].map((name) => third(name, 'P30D')),
  third('bcookie', 'P1Y'),
  third('li_sugr', 'P90D'),
  third('lidc', 'P1D'),
  third('li_gc', 'P6M'),
];

function third(name: string, lifetime: string): StorageItem {
  return {name, party: 'third', purpose: 'ads', lifetime};
}
