import type {Service, StorageItem} from '../types.js';
import {each} from './storage.js';
import {emptyQueue, queueOf} from './queue.js';

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

export const optionNames = ['url!', 'siteId!', 'scriptUrl', 'cookieDomain', 'cookiePrefix', 'cookieless'];

/** Matomo, self-hosted or in the cloud. Its stop is verified, but for plugins that record. Facts: js/piwik.js of Matomo 5.2. */
export function matomo(options: MatomoOptions): Service {
  const base = options.url.replace(/\/$/, '');
  const {siteId, scriptUrl, cookieDomain, cookiePrefix = '_pk_', cookieless} = options;
  const push = (...commands: unknown[][]) => void queueOf('_paq').push(...commands);
  return {
    id: 'matomo',
    category: 'analytical',
    name: 'Matomo',
    hosts: scriptUrl ? [base, scriptUrl] : [base],
    storage: storageOf(cookiePrefix),
    beforeLoad() {
      if (cookieDomain) push(['setCookieDomain', cookieDomain]);
      if (cookieless) push(['disableCookies']);
      push(['setCookieNamePrefix', cookiePrefix], ['setSecureCookie', location.protocol === 'https:']);
      // Consent first: after a `mtm_consent_removed` of an earlier visit Matomo would silently measure nothing.
      push(['requireConsent'], ['setConsentGiven', !cookieless], ['setTrackerUrl', `${base}/matomo.php`]);
      push(['setSiteId', siteId], ['trackPageView'], ['enableLinkTracking']);
    },
    load: ({script}) => script({src: scriptUrl ?? `${base}/matomo.js`}),
    // In this order the events of the denied time are dropped; the other way round they would be sent.
    onGrant: (_, {first}) => first || push(['trackPageView'], ['setConsentGiven', !cookieless]),
    onCancel: () => emptyQueue('_paq'),
    onRevoke() {
      push(['forgetConsentGiven']);
      // That these stop, too, is unverified. Names: developer.matomo.org/guides/form-analytics/reference and beside.
      const has = Object.keys({...(window as {Matomo?: object}).Matomo}).join();
      return /HeatmapSession|FormAnalytics|MediaAnalytics/.test(has) ? 'best-effort' : 'verified';
    },
  };
}

/** Lifetimes: Matomo's source (13 months, 30 minutes, 6 months) and its FAQ 146; the last ones ask for 30 years. */
const storageOf = (prefix: string): StorageItem[] => [
  {name: `${prefix}id.*`, purpose: 'visitor', lifetime: 'P13M'},
  {name: `${prefix}ref.*`, purpose: 'source', lifetime: 'P6M'},
  ...each([`${prefix}ses.*`, `${prefix}cvar.*`, `${prefix}hsr.*`], {purpose: 'session', lifetime: 'PT30M'}),
  ...each(['mtm_consent*', 'mtm_cookie_consent'], {purpose: 'consent', lifetime: 'P400D'}),
];
