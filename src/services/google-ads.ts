import type {Service, StorageItem} from '../types.js';
import {type GoogleTagOptions, createGoogleConsent, googleTag} from './google-tag.js';

/** https://developers.google.com/tag-platform/gtagjs */
export interface GoogleAdsOptions extends GoogleTagOptions {
  /** `AW-XXXXXXXXX`, or `DC-XXXXXXX` of a Floodlight tag. */
  readonly conversionId: string;
  /** Further fields for `gtag('config', …)`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export const optionNames = ['conversionId!', 'mode', 'scriptUrl', 'config'] as const;

/** Google Ads, or Floodlight, with Consent Mode version 2. It has no call to stop: the page reloads. */
export function googleAds(options: GoogleAdsOptions): Service {
  const {conversionId, config = {}} = options;
  const {tell, gtag, forget} = createGoogleConsent();
  return {
    ...googleTag(options, 'https://www.googletagmanager.com/gtag/js', {id: conversionId}),
    id: 'google-ads',
    category: 'advertising',
    name: 'Google Ads',
    hosts: ['www.googletagmanager.com', 'www.googleadservices.com', '*.doubleclick.net', 'www.google.com'],
    // One tag may serve several destinations of the account.
    loads: ['google-analytics'],
    storage: STORAGE,
    beforeLoad(context) {
      tell(context);
      // Takes click ids out of what is sent while denied.
      gtag('set', 'ads_data_redaction', true);
      gtag('js', new Date());
      gtag('config', conversionId, config);
    },
    onGrant: tell,
    onChange: tell,
    onCancel(context) {
      forget(conversionId);
      tell(context);
    },
    onRevoke(context) {
      tell(context);
      return 'impossible';
    },
  };
}

/** Names: public cookie lists; lifetimes of Google's own (on doubleclick.net and google.com): unverified. */
const STORAGE: readonly StorageItem[] = [
  ...['_gcl_*', '_gac_*', 'FPGCL*', 'FPAU'].map((name) => ({name, purpose: 'ads', lifetime: 'P90D'})),
  {name: '_gcl_ls', in: 'localStorage', purpose: 'ads', lifetime: 'persistent'},
  ...['__gads', '__gpi*'].map((name) => ({name, purpose: 'ads', lifetime: 'P13M'})),
  {name: 'IDE', party: 'third', purpose: 'ads', lifetime: 'P13M'},
  {name: 'DSID', party: 'third', purpose: 'ads', lifetime: 'P2W'},
  {name: 'NID', party: 'third', purpose: 'ads', lifetime: 'P6M'},
  {name: 'AEC', party: 'third', purpose: 'security', lifetime: 'P6M'},
  {name: 'test_cookie', party: 'third', purpose: 'ads', lifetime: 'PT15M'},
];
