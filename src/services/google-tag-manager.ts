import type {CategoryId, Service, ServiceContext, StorageItem} from '../types.js';
import {type GoogleTagOptions, createGoogleConsent, googleTag} from './google-tag.js';

/** https://developers.google.com/tag-platform/tag-manager/web */
export interface GoogleTagManagerOptions extends GoogleTagOptions {
  /** `GTM-XXXXXXX` */
  readonly containerId: string;
  /** The strictest category of what the container holds. Default `advertising`. */
  readonly category?: CategoryId;
  /** What the container's tags store: Tag Manager does not tell. */
  readonly storage?: readonly StorageItem[];
  /** The name of the data layer. Default `dataLayer`. */
  readonly layer?: string;
}

export const optionNames = ['containerId!', 'category', 'mode', 'storage', 'scriptUrl', 'layer'] as const;

/**
 * Google Tag Manager with Consent Mode version 2. Tags that it has put into the page stay there, so the
 * page reloads after a withdrawal. The event `consent_update` follows every change, for triggers. With the
 * mode `signal`, tags that do not check the consent by themselves run before anybody was asked.
 */
export function googleTagManager(options: GoogleTagManagerOptions): Service {
  const {containerId, category = 'advertising', storage = [], layer: name} = options;
  const {layer, tell} = createGoogleConsent(name);
  const query = {id: containerId, ...(name && {l: name})};
  let heard = '';
  let start = {};
  const announce = (context: ServiceContext) => {
    const told = tell(context);
    if (told !== heard) layer().push({event: 'consent_update'});
    heard = told;
  };
  return {
    ...googleTag(options, 'https://www.googletagmanager.com/gtm.js', query),
    id: 'google-tag-manager',
    category,
    name: 'Google Tag Manager',
    hosts: ['www.googletagmanager.com'],
    storage,
    beforeLoad(context) {
      heard = tell(context);
      layer().push((start = {'gtm.start': Date.now(), event: 'gtm.js'}));
    },
    onGrant: announce,
    onChange: announce,
    onCancel(context) {
      const place = layer().indexOf(start);
      if (place >= 0) layer().splice(place, 1);
      announce(context);
    },
    onRevoke(context) {
      announce(context);
      return 'impossible';
    },
  };
}
