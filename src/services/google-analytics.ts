import type {Service, ServiceContext, StorageItem} from '../types.js';
import {type GoogleTagOptions, createGoogleConsent, googleTag} from './google-tag.js';

/** https://developers.google.com/analytics/devguides/collection/ga4 */
export interface GoogleAnalyticsOptions extends GoogleTagOptions {
  /** `G-XXXXXXX` */
  readonly measurementId: string;
  /** Further fields for `gtag('config', …)`. A `cookie_prefix` is swept, too. */
  readonly config?: Readonly<Record<string, unknown> & {cookie_prefix?: string}>;
}

export const optionNames = ['measurementId!', 'mode', 'scriptUrl', 'config'] as const;

/** Google Analytics 4 with Consent Mode version 2. Google never removes its cookies; the sweep does. */
export function googleAnalytics(options: GoogleAnalyticsOptions): Service {
  const {measurementId: id, config = {}} = options;
  const {tell, gtag, forget} = createGoogleConsent();
  // Denied alone still sends pings. This flag, up until the first yes, stops what any tag would send of the id.
  const flags = globalThis as unknown as Record<string, boolean>;
  flags[`ga-disable-${id}`] ??= true;
  const stop = (context: ServiceContext, isStopped: boolean) => {
    flags[`ga-disable-${id}`] = isStopped;
    tell(context);
  };
  const end = (context: ServiceContext) => {
    stop(context, true);
    forget(id);
    return 'best-effort' as const;
  };
  return {
    ...googleTag(options, 'https://www.googletagmanager.com/gtag/js', {id}),
    id: 'google-analytics',
    category: 'analytical',
    name: 'Google Analytics',
    hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
    storage: storageOf(config.cookie_prefix),
    beforeLoad(context) {
      stop(context, false);
      gtag('js', new Date());
      gtag('config', id, config);
    },
    onGrant(context, {first}) {
      stop(context, false);
      // Only to this id: what else is on the page may still be denied.
      if (!first) gtag('event', 'page_view', {send_to: id});
    },
    onChange: tell,
    onCancel: end,
    onRevoke: end,
  };
}

/** Names and lifetimes: Google's cookie page (2 years are 400 days in browsers), public cookie lists; `FPID`: unverified. */
const storageOf = (prefix = ''): StorageItem[] => [
  {name: `${prefix}_ga`, purpose: 'visitor', lifetime: 'P400D'},
  {name: `${prefix}_ga_*`, purpose: 'session', lifetime: 'P400D'},
  {name: 'FPID', purpose: 'visitor', lifetime: 'P400D', httpOnly: true},
  {name: '_gid', purpose: 'visitor', lifetime: 'P1D'},
  ...['_gac_*', '_gcl_*'].map((name) => ({name, purpose: 'ads', lifetime: 'P90D'})),
];
