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
  /** Share visitors with subdomains: `*.example.com`. */
  readonly cookieDomain?: string;
  /** Default `_pk_`. */
  readonly cookiePrefix?: string;
  /** Measure without cookies, also after consent. */
  readonly cookieless?: boolean;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['url!', 'siteId!', 'cookieDomain', 'cookiePrefix', 'cookieless'] as const;

/**
 * Matomo, self-hosted or in the cloud. Its stop is verified: after `forgetConsentGiven` the
 * tracker sends nothing, not even its heartbeat. Facts: js/piwik.js of Matomo 5.2.
 */
export function matomo({
  url,
  siteId,
  cookieDomain,
  cookiePrefix = '_pk_',
  cookieless,
}: MatomoOptions): Service {
  const base = url.replace(/\/$/, '');
  const push = (...commands: unknown[][]) => (window._paq ??= []).push(...commands);
  return {
    id: 'matomo',
    category: 'analytical',
    name: 'Matomo',
    hosts: [base],
    storage: storageOf(cookiePrefix),
    beforeLoad() {
      if (cookieDomain) push(['setCookieDomain', cookieDomain]);
      if (cookiePrefix !== '_pk_') push(['setCookieNamePrefix', cookiePrefix]);
      if (cookieless) push(['disableCookies']);
      if (location.protocol === 'https:') push(['setSecureCookie', true]);
      push(
        // Repairs a `mtm_consent_removed` of an earlier visit, with which Matomo silently measures nothing.
        ['requireConsent'],
        ['setConsentGiven', !cookieless],
        ['setTrackerUrl', `${base}/matomo.php`],
        ['setSiteId', siteId],
        ['trackPageView'],
        ['enableLinkTracking'],
      );
    },
    load: ({script}) => script({src: `${base}/matomo.js`}),
    onGrant(_, {first}) {
      // In this order the events of the denied time are dropped; the other way round they would be sent.
      if (!first) push(['trackPageView'], ['setConsentGiven', !cookieless]);
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

/** Lifetimes: Matomo's source (13 months, 30 minutes, 6 months) and its FAQ 146. */
function storageOf(prefix: string): StorageItem[] {
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
