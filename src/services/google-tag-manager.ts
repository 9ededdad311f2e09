import type {CategoryId, Service, ServiceContext, StorageItem} from '../types.js';
import {createGoogleConsent} from './google-consent.js';

/** https://developers.google.com/tag-platform/tag-manager/web */
export interface GoogleTagManagerOptions {
  /** `GTM-XXXXXXX` */
  readonly containerId: string;
  /** The strictest category of what the container holds. Default `advertising`. */
  readonly category?: CategoryId;
  /**
   * `signal` loads the container at once: what in it does not check the consent by itself runs before
   * anybody was asked. Default `block`.
   */
  readonly mode?: 'block' | 'signal';
  /** What the container's tags store: Tag Manager does not tell. */
  readonly storage?: readonly StorageItem[];
  /** Where gtm.js is served from, for a tag gateway of one's own. */
  readonly scriptUrl?: string;
  /** The name of the data layer. Default `dataLayer`. */
  readonly layer?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['containerId!', 'category', 'mode', 'storage', 'scriptUrl', 'layer'] as const;

/**
 * Google Tag Manager with Consent Mode version 2. Tags that it has put into the page stay there, so the
 * page reloads after a withdrawal. The event `consent_update` follows every change, for triggers.
 */
export function googleTagManager(options: GoogleTagManagerOptions): Service {
  const {category = 'advertising', mode = 'block', storage = []} = options;
  const {layer, tell, forget} = createGoogleConsent(options.layer);
  const src = options.scriptUrl ?? 'https://www.googletagmanager.com/gtm.js';
  const query = new URLSearchParams({id: options.containerId, ...(options.layer && {l: options.layer})});
  let heard = '';
  let start = {};
  const announce = (context: ServiceContext) => {
    const told = tell(context);
    if (told !== heard) layer().push({event: 'consent_update'});
    heard = told;
  };
  return {
    id: 'google-tag-manager',
    category,
    name: 'Google Tag Manager',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: ['www.googletagmanager.com'],
    storage,
    mode,
    beforeLoad(context) {
      heard = tell(context);
      layer().push((start = {'gtm.start': Date.now(), event: 'gtm.js'}));
    },
    load: ({script}) => script({src: `${src}?${query}`}),
    onGrant: announce,
    onChange: announce,
    onCancel(context) {
      const place = layer().indexOf(start);
      if (place >= 0) layer().splice(place, 1);
      forget('', context);
    },
    onRevoke(context) {
      announce(context);
      return 'impossible';
    },
  };
}
