import type {CategoryId, Service, ServiceContext, StorageItem} from '../types.js';
import {createGoogleConsent} from './google-consent.js';

/** https://developers.google.com/tag-platform/tag-manager/web */
export interface GoogleTagManagerOptions {
  /** `GTM-XXXXXXX` */
  readonly containerId: string;
  /** The strictest category of what the container holds. Default `advertising`. */
  readonly category?: CategoryId;
  /**
   * `signal` loads the container at once. Only tags that check the consent hold themselves back then:
   * whatever else is in it runs before anybody was asked. Default `block`.
   */
  readonly mode?: 'block' | 'signal';
  /** What the container's tags store: Tag Manager does not tell. */
  readonly storage?: readonly StorageItem[];
  /** The ids of services that the container loads. */
  readonly loads?: readonly string[];
  /** Where gtm.js is served from, for a tag gateway of one's own. */
  readonly scriptUrl?: string;
  /** The name of the data layer. Default `dataLayer`. */
  readonly dataLayer?: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = [
  'containerId!',
  'category',
  'mode',
  'storage',
  'loads',
  'scriptUrl',
  'dataLayer',
] as const;

/**
 * Google Tag Manager with Consent Mode version 2. Tags that it has put into the page stay there, so the
 * page reloads after a withdrawal. The event `consent_update` follows every change, for triggers.
 */
export function googleTagManager(options: GoogleTagManagerOptions): Service {
  const {category = 'advertising', mode = 'block', storage = [], loads = [], dataLayer} = options;
  const {tell, keep, forget} = createGoogleConsent(dataLayer);
  const src = options.scriptUrl ?? 'https://www.googletagmanager.com/gtm.js';
  const query = new URLSearchParams({id: options.containerId, ...(dataLayer && {l: dataLayer})});
  let heard = '';
  const announce = (context: ServiceContext) => {
    const told = tell(context);
    if (told !== heard) keep({event: 'consent_update'});
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
    loads,
    mode,
    beforeLoad(context) {
      heard = tell(context);
      keep({'gtm.start': Date.now(), event: 'gtm.js'});
    },
    load: ({script}) => script({src: `${src}?${query}`}),
    onGrant: announce,
    onChange: announce,
    onCancel: forget,
    onRevoke(context) {
      announce(context);
      return 'impossible';
    },
  };
}
