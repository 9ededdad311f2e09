import type {Service, ServiceContext, StorageItem} from '../types.js';
import {googleConsent, gtag} from './google-consent.js';
import type {GoogleConsent} from './google-consent.js';

/** https://developers.google.com/analytics/devguides/collection/ga4 */
export interface GoogleAnalyticsOptions {
  /** `G-XXXXXXX` */
  readonly measurementId: string;
  /**
   * `basic` (default): nothing is loaded before consent. `advanced`: Google's tag loads at once and,
   * while denied, sends pings with the visitor's address, browser and page. Legally that needs care.
   */
  readonly consentMode?: 'basic' | 'advanced';
  /** Where gtag.js is served from, for a tag gateway of one's own. */
  readonly scriptUrl?: string;
  /** `cookie_prefix` of the configuration. */
  readonly cookiePrefix?: string;
  /** Further fields for `gtag('config', …)`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['measurementId!', 'consentMode', 'scriptUrl', 'cookiePrefix', 'config'] as const;

/** Google Analytics 4 with Consent Mode version 2. Google never removes its cookies; the sweep does. */
export function googleAnalytics(options: GoogleAnalyticsOptions): Service {
  const {measurementId, consentMode = 'basic', cookiePrefix = '', config = {}} = options;
  const scriptUrl = options.scriptUrl ?? 'https://www.googletagmanager.com/gtag/js';
  let told: GoogleConsent | undefined;
  const update = (consent: GoogleConsent) => {
    if (JSON.stringify(consent) === JSON.stringify(told)) return;
    gtag('consent', told ? 'update' : 'default', consent);
    told = consent;
  };
  return {
    id: 'google-analytics',
    category: 'analytical',
    name: 'Google Analytics',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
    storage: storageOf(cookiePrefix),
    mode: consentMode === 'advanced' ? 'signal' : 'block',
    beforeLoad(context) {
      disable(measurementId, false);
      // Google ignores a default that comes after the first command.
      update(googleConsent(context));
      gtag('js', new Date());
      gtag('config', measurementId, {...config, ...(cookiePrefix && {cookie_prefix: cookiePrefix})});
    },
    load: ({script}) => script({src: `${scriptUrl}?id=${encodeURIComponent(measurementId)}`}),
    onGrant(context, {first}) {
      disable(measurementId, false);
      update(googleConsent(context));
      if (!first) gtag('event', 'page_view');
    },
    onChange: (context: ServiceContext) => update(googleConsent(context)),
    onCancel() {
      disable(measurementId, true);
      told = undefined;
      // Emptied, not replaced: a tag manager may have patched it.
      if (window.dataLayer) window.dataLayer.length = 0;
    },
    onRevoke() {
      // Denied alone still sends pings; this flag, set first, stops every hit of this id.
      disable(measurementId, true);
      update({
        ad_storage: 'denied',
        ad_user_data: 'denied',
        ad_personalization: 'denied',
        analytics_storage: 'denied',
      });
      return 'best-effort';
    },
  };
}

const disable = (id: string, value: boolean) =>
  void ((window as unknown as Record<string, boolean>)[`ga-disable-${id}`] = value);

/** Lifetimes: Google's cookie page; asked for 2 years, of which browsers keep 400 days. */
function storageOf(prefix: string): StorageItem[] {
  return [
    {name: `${prefix}_ga`, purpose: 'visitor', lifetime: 'P400D'},
    {name: `${prefix}_ga_*`, purpose: 'session', lifetime: 'P400D'},
    {name: '_gid', purpose: 'visitor', lifetime: 'PT24H'},
    {name: '_gat*', purpose: 'counter', lifetime: 'PT1M'},
    {name: '_dc_gtm_*', purpose: 'counter', lifetime: 'PT1M'},
    {name: '_gac_*', purpose: 'source', lifetime: 'P90D'},
    {name: 'FPID', purpose: 'visitor', lifetime: 'P400D', httpOnly: true},
  ];
}
