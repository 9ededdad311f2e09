import type {Service, ServiceContext, StorageItem} from '../types.js';

/** https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api */
export interface HubspotOptions {
  readonly portalId: number | string;
  /** Where the account's data is kept, such as `eu1`. Default: HubSpot's first centre, in the United States. */
  readonly region?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['portalId!', 'region'] as const;

/** HubSpot's tracking code without its own banner. Advertising pixels that it loads stay until the page reloads. */
export function hubspot({portalId, region}: HubspotOptions): Service {
  const src = `https://js${region ? `-${region}` : ''}.hs-scripts.com/${encodeURIComponent(portalId)}.js`;
  const tell = ({isGranted}: ServiceContext) => {
    const [analytics, advertisement, functionality] = CATEGORIES.map((id) => isGranted(id));
    push('_hsp', 'setHubSpotConsent', {analytics, advertisement, functionality});
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
    beforeLoad(context) {
      Object.assign(window, {disableHubSpotCookieBanner: true});
      tell(context);
    },
    load: ({script}) => script({src, attributes: {id: 'hs-script-loader'}}),
    onGrant(context, {first}) {
      // That this undoes it is unverified. The cookie which remembers it has been swept.
      if (!first) push('_hsq', 'doNotTrack', {track: true});
      tell(context);
    },
    onChange: tell,
    onCancel: () => ['_hsq', '_hsp'].forEach((name) => page()[name]?.splice?.(0)),
    onRevoke(context) {
      push('_hsq', 'doNotTrack');
      push('_hsp', 'revokeCookieConsent');
      tell({...context, isGranted: () => false});
      return 'best-effort';
    },
  };
}

const CATEGORIES = ['analytical', 'advertising', 'functional'];
const page = () => window as unknown as Record<string, unknown[] | undefined>;
const push = (name: string, ...command: unknown[]) => void (page()[name] ??= []).push(command);

/** Names and lifetimes: copies of HubSpot's own list, where older ones say 13 months; which hosts: partly unverified. */
const STORAGE: readonly StorageItem[] = [
  ...['__hstc', 'hubspotutk'].map((name) => ({name, purpose: 'visitor', lifetime: 'P6M'})),
  {name: '__hss*', purpose: 'session', lifetime: 'PT30M'},
  {name: '__hs_*', purpose: 'consent', lifetime: 'P6M'},
  {name: 'messagesUtk', purpose: 'chat', lifetime: 'P6M'},
  {name: 'hs-messages-*', purpose: 'chat', lifetime: 'P1D'},
  ...['_fbp', '_gcl_*', 'li_*'].map((name) => ({name, purpose: 'ads', lifetime: 'P90D'})),
];
