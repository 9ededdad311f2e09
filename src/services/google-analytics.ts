import type {Service, ServiceContext, StorageItem} from '../types.js';
import {createGoogleConsent} from './google-consent.js';

/** https://developers.google.com/analytics/devguides/collection/ga4 */
export interface GoogleAnalyticsOptions {
  /** `G-XXXXXXX` */
  readonly measurementId: string;
  /**
   * `block` (default) is what Google calls basic consent mode: nothing is loaded before consent. `signal`,
   * the advanced one, loads Google's tag at once, which while denied sends pings with the visitor's
   * address, browser and page. Legally that needs care.
   */
  readonly mode?: 'block' | 'signal';
  /** Where gtag.js is served from, for a tag gateway of one's own. */
  readonly scriptUrl?: string;
  /** `cookie_prefix` of the configuration. */
  readonly cookiePrefix?: string;
  /** Further fields for `gtag('config', …)`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['measurementId!', 'mode', 'scriptUrl', 'config', 'cookiePrefix'] as const;

/** Google Analytics 4 with Consent Mode version 2. Google never removes its cookies; the sweep does. */
export function googleAnalytics(options: GoogleAnalyticsOptions): Service {
  const {measurementId, mode = 'block', cookiePrefix = '', config} = options;
  const src = options.scriptUrl ?? 'https://www.googletagmanager.com/gtag/js';
  const {tell, gtag, forget} = createGoogleConsent();
  const stop = (context: ServiceContext, isStopped: boolean) => {
    // Denied alone still sends pings; this flag, set first, stops every hit of this id.
    Object.assign(window, {[`ga-disable-${measurementId}`]: isStopped});
    tell(context);
  };
  return {
    id: 'google-analytics',
    category: 'analytical',
    name: 'Google Analytics',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
    storage: storageOf(cookiePrefix),
    mode,
    beforeLoad(context) {
      stop(context, false);
      gtag('js', new Date());
      gtag('config', measurementId, {...config, ...(cookiePrefix && {cookie_prefix: cookiePrefix})});
    },
    load: ({script}) => script({src: `${src}?id=${encodeURIComponent(measurementId)}`}),
    onGrant(context, {first}) {
      stop(context, false);
      // Only to this id: what else is on the page may still be denied.
      if (!first) gtag('event', 'page_view', {send_to: measurementId});
    },
    onChange: tell,
    onCancel(context) {
      stop(context, true);
      forget(measurementId, context);
    },
    onRevoke(context) {
      stop(context, true);
      return 'best-effort';
    },
  };
}

/** Lifetimes: Google's cookie page; asked for 2 years, of which browsers keep 400 days. `FPID`: unverified. */
function storageOf(prefix: string): StorageItem[] {
  return [
    {name: `${prefix}_ga`, purpose: 'visitor', lifetime: 'P400D'},
    {name: `${prefix}_ga_*`, purpose: 'session', lifetime: 'P400D'},
    {name: 'FPID', purpose: 'visitor', lifetime: 'P400D', httpOnly: true},
    {name: '_gac_*', purpose: 'ads', lifetime: 'P90D'},
  ];
}
