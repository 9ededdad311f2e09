import type {Service, ServiceContext, StorageItem} from '../types.js';
import {META_STORAGE, each} from './storage.js';
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
  const src = `https://js${region ? `-${region}` : ''}.hs-scripts.com/${encodeURIComponent(portalId)}.js`;
  const tell = ({isGranted: may}: ServiceContext) => {
    const [analytics, functionality] = [may('analytical'), may('functional')];
    Object.assign(window, {disableHubSpotCookieBanner: true});
    queueOf('_hsp').push([
      'setHubSpotConsent',
      {analytics, advertisement: may('advertising'), functionality},
    ]);
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
      // That this undoes it is unverified. The cookie which remembers it has been swept.
      tell(context);
      if (!first) queueOf('_hsq').push(['doNotTrack', {track: true}], ['trackPageView']);
    },
    onChange: tell,
    onCancel: () => ['_hsq', '_hsp'].forEach(emptyQueue),
    onRevoke(context) {
      emptyQueue('_hsp');
      queueOf('_hsq').push(['doNotTrack']);
      tell({...context, isGranted: () => false});
      return 'best-effort';
    },
  };
}

/** Names and lifetimes: copies of HubSpot's own list, where older ones say 13 months; which hosts: partly unverified. */
const STORAGE: readonly StorageItem[] = [
  ...each(['__hstc', 'hubspotutk', 'messagesUtk'], {purpose: 'visitor', lifetime: 'P6M'}),
  {name: '__hss*', purpose: 'session', lifetime: 'PT30M'},
  {name: '__hs_*', purpose: 'consent', lifetime: 'P6M'},
  {name: 'hs-messages-*', purpose: 'chat', lifetime: 'P1D'},
  ...each(['_gcl_*', 'li_*'], {purpose: 'ads', lifetime: 'P90D'}),
  ...META_STORAGE,
];
