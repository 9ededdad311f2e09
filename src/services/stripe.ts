import type {Service, StorageItem} from '../types.js';

/** https://docs.stripe.com/disputes/prevention/advanced-fraud-detection */
export interface StripeOptions {
  /** What the visitor reads about why it is needed. Say it in the language of the page. */
  readonly reason?: string;
  /** Let Stripe watch how the page is used, for signs of fraud. Default `true`, as Stripe has it. */
  readonly fraudSignals?: boolean;
  /** Where Stripe.js is served from, for a certain release. Default: `https://js.stripe.com/v3/`. */
  readonly scriptUrl?: string;
}

export const optionNames = ['reason', 'fraudSignals', 'scriptUrl'] as const;

/** Stripe.js. Necessary where somebody pays, so name it on the pages of the checkout and nowhere else. */
export function stripe(options: StripeOptions = {}): Service {
  const {fraudSignals = true, scriptUrl = 'https://js.stripe.com/v3/'} = options;
  return {
    id: 'stripe',
    category: 'necessary',
    name: 'Stripe',
    provider: 'Stripe, Inc.',
    policy: 'https://stripe.com/privacy',
    reason: options.reason ?? 'Takes payments, and protects them against fraud.',
    hosts: ['*.stripe.com'],
    storage: STORAGE,
    load: ({script}) => script({src: fraudSignals ? scriptUrl : `${scriptUrl}?advancedFraudSignals=false`}),
    onRevoke: () => 'impossible',
  };
}

/** Names and lifetimes: a public cookie list. */
const STORAGE: readonly StorageItem[] = [
  {name: '__stripe_mid', purpose: 'security', lifetime: 'P1Y'},
  {name: '__stripe_sid', purpose: 'security', lifetime: 'PT30M'},
  {name: 'm', party: 'third', purpose: 'security', lifetime: 'P400D'},
];
