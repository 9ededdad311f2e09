import type {Service, ServiceContext, StorageItem} from '../types.js';
import {type GoogleTagOptions, createGoogleConsent, googleTag} from './google-tag.js';

/** https://developers.google.com/analytics/devguides/collection/ga4 */
export interface GoogleAnalyticsOptions extends GoogleTagOptions {
  /** `G-XXXXXXX` */
  readonly measurementId: string;
  /** `cookie_prefix` of the configuration. */
  readonly cookiePrefix?: string;
  /** Further fields for `gtag('config', …)`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export const optionNames = ['measurementId!', 'mode', 'scriptUrl', 'config', 'cookiePrefix'] as const;

/** Google Analytics 4 with Consent Mode version 2. Google never removes its cookies; the sweep does. */
export function googleAnalytics({measurementId: id, ...options}: GoogleAnalyticsOptions): Service {
  const {tell, gtag, forget} = createGoogleConsent();
  const stop = (context: ServiceContext, isStopped: boolean) => {
    // Denied alone still sends pings; this flag, set first, stops every hit of this id.
    Object.assign(window, {[`ga-disable-${id}`]: isStopped});
    tell(context);
  };
  return {
    ...googleTag(options, 'gtag/js', `id=${encodeURIComponent(id)}`),
    id: 'google-analytics',
    category: 'analytical',
    name: 'Google Analytics',
    hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
    storage: storageOf(options.cookiePrefix),
    beforeLoad(context) {
      stop(context, false);
      gtag('js', new Date());
      const {config, cookiePrefix: cookie_prefix} = options;
      gtag('config', id, {...config, ...(cookie_prefix && {cookie_prefix})});
    },
    onGrant(context, {first}) {
      stop(context, false);
      // Only to this id: what else is on the page may still be denied.
      if (!first) gtag('event', 'page_view', {send_to: id});
    },
    onChange: tell,
    onCancel(context) {
      stop(context, true);
      forget(id, context);
    },
    onRevoke(context) {
      stop(context, true);
      return 'best-effort';
    },
  };
}

/** Lifetimes: Google's cookie page; asked for 2 years, of which browsers keep 400 days. `FPID`: unverified. */
const storageOf = (prefix = ''): StorageItem[] => [
  {name: `${prefix}_ga`, purpose: 'visitor', lifetime: 'P400D'},
  {name: `${prefix}_ga_*`, purpose: 'session', lifetime: 'P400D'},
  {name: 'FPID', purpose: 'visitor', lifetime: 'P400D', httpOnly: true},
  {name: '_gac_*', purpose: 'ads', lifetime: 'P90D'},
];
