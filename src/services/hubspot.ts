import type {Service, ServiceContext, StorageItem} from '../types.js';
import {each, metaStorage} from './storage.js';
import {emptyQueue, queueOf} from './queue.js';

/** https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api */
export interface HubspotOptions {
  readonly portalId: number | string;
  /** Where the account's data is kept, such as `eu1`. Default: HubSpot's first centre, in the United States. */
  readonly region?: string;
}

export const optionNames = ['portalId!', 'region'] as const;

/** HubSpot's tracking code without its own banner. Advertising pixels that it loads stay until the page reloads. */
export function hubspot({portalId, region}: HubspotOptions): Service {
  const src = `https://js${region ? `-${region}` : ''}.hs-scripts.com/${portalId}.js`;
  const tell = ({isGranted: is}: ServiceContext) => {
    Object.assign(window, {disableHubSpotCookieBanner: true, _hsq: queueOf('_hsq')});
    const [analytics, functionality] = [is('analytical'), is('functional')];
    queueOf('_hsp').push(['setHubSpotConsent', {analytics, advertisement: is('advertising'), functionality}]);
  };
  return {
    id: 'hubspot',
    category: 'advertising',
    name: 'HubSpot',
    provider: 'HubSpot, Inc.',
    policy: 'https://legal.hubspot.com/privacy-policy',
    hosts: ['*.hs-scripts.com', '*.hs-analytics.net', '*.hs-banner.com', '*.hubspot.com', '*.hsadspixel.net'],
    loads: ['meta-pixel', 'google-ads', 'linkedin-insight'],
    storage: STORAGE,
    beforeLoad: tell,
    load: ({script}) => script({src, attributes: {id: 'hs-script-loader'}}),
    onGrant(context, {first}) {
      tell(context);
      // That this undoes it is unverified.
      if (!first) queueOf('_hsq').push(['doNotTrack', {track: true}], ['trackPageView']);
    },
    onChange: tell,
    onCancel: () => ['_hsq', '_hsp'].forEach(emptyQueue),
    isInUse: () => document.cookie.includes('hs-messages-is-open=true'),
    onRevoke(context) {
      emptyQueue('_hsp');
      queueOf('_hsq').push(['doNotTrack']);
      queueOf('_hsp').push(['revokeCookieConsent']);
      tell({...context, isGranted: () => false});
      return 'best-effort';
    },
  };
}

/** Names and lifetimes: copies of HubSpot's list and of its chat, older ones of 13 months; which hosts: partly unverified. */
const STORAGE: readonly StorageItem[] = [
  ...each(['__hstc', 'hubspotutk', 'messagesUtk'], {purpose: 'visitor', lifetime: 'P6M'}),
  ...each(['__hssc', 'hs-messages-is-open'], {purpose: 'session', lifetime: 'PT30M'}),
  ...each(['__hssrc'], {purpose: 'session', lifetime: 'session'}),
  ...each(['__hs_*'], {purpose: 'consent', lifetime: 'P6M'}),
  ...each(['hs-messages-*'], {purpose: 'chat', lifetime: 'P1D'}),
  ...each(['_gcl_*', 'li_*'], {purpose: 'ads', lifetime: 'P90D'}),
  ...metaStorage(),
];
