import type {Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    _paq?: {push(...commands: readonly unknown[][]): unknown} | unknown[][];
  }
}

/** https://developer.matomo.org/guides/tracking-javascript-guide */
export interface MatomoOptions {
  /** Where Matomo is installed, with or without a slash at the end. */
  readonly url: string;
  readonly siteId: number | string;
  /** Where its script is served from. Default: `<url>/matomo.js`; in the cloud it comes from `cdn.matomo.cloud`. */
  readonly scriptUrl?: string;
  /** Share visitors with subdomains: `*.example.com`. */
  readonly cookieDomain?: string;
  /** Default `_pk_`. */
  readonly cookiePrefix?: string;
  /** Measure without cookies, also after consent. */
  readonly cookieless?: boolean;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = [
  'url!',
  'siteId!',
  'scriptUrl',
  'cookieDomain',
  'cookiePrefix',
  'cookieless',
] as const;

/**
 * Matomo, self-hosted or in the cloud. Its stop is verified: after `forgetConsentGiven` the
 * tracker sends nothing, not even its heartbeat. Facts: js/piwik.js of Matomo 5.2.
 */
export function matomo(options: MatomoOptions): Service {
  const base = options.url.replace(/\/$/, '');
  const {scriptUrl = `${base}/matomo.js`} = options;
  const consent = ['setConsentGiven', !options.cookieless];
  return {
    id: 'matomo',
    category: 'analytical',
    name: 'Matomo',
    hosts: options.scriptUrl ? [base, scriptUrl] : [base],
    storage: storageOf(options.cookiePrefix),
    beforeLoad: () => push(...settings(options), ['requireConsent'], consent, ...tracking(options, base)),
    load: ({script}) => script({src: scriptUrl}),
    onGrant(_, {first}) {
      // In this order the events of the denied time are dropped; the other way round they would be sent.
      if (!first) push(['trackPageView'], consent);
    },
    onCancel() {
      // Commands still queued would run when the script arrives, the page view first.
      if (Array.isArray(window._paq)) window._paq.length = 0;
    },
    onRevoke() {
      push(['forgetConsentGiven']);
      return 'verified';
    },
  };
}

const push = (...commands: unknown[][]) => void (window._paq ??= []).push(...commands);

// `requireConsent` and `setConsentGiven` follow, also at the first load: they repair a
// `mtm_consent_removed` of an earlier visit, with which Matomo silently measures nothing.
const settings = ({cookieDomain, cookiePrefix, cookieless}: MatomoOptions): unknown[][] => [
  ...(cookieDomain ? [['setCookieDomain', cookieDomain]] : []),
  ...(cookiePrefix ? [['setCookieNamePrefix', cookiePrefix]] : []),
  ...(cookieless ? [['disableCookies']] : []),
  ...(location.protocol === 'https:' ? [['setSecureCookie', true]] : []),
];

const tracking = ({siteId}: MatomoOptions, base: string): unknown[][] => [
  ['setTrackerUrl', `${base}/matomo.php`],
  ['setSiteId', siteId],
  ['trackPageView'],
  ['enableLinkTracking'],
];

/** Lifetimes: Matomo's source (13 months, 30 minutes, 6 months) and its FAQ 146. */
function storageOf(prefix = '_pk_'): StorageItem[] {
  return [
    {name: `${prefix}id.*`, purpose: 'visitor', lifetime: 'P13M'},
    {name: `${prefix}ses.*`, purpose: 'session', lifetime: 'PT30M'},
    {name: `${prefix}ref.*`, purpose: 'source', lifetime: 'P6M'},
    {name: `${prefix}cvar.*`, purpose: 'session', lifetime: 'PT30M'},
    {name: `${prefix}hsr.*`, purpose: 'session', lifetime: 'PT30M'},
    // Asked for 30 years; browsers keep 400 days.
    {name: 'mtm_consent*', purpose: 'consent', lifetime: 'P400D'},
    {name: 'mtm_cookie_consent', purpose: 'consent', lifetime: 'P400D'},
  ];
}
