import type {Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    google?: {readonly maps?: unknown};
  }
}

/** https://developers.google.com/maps/documentation/javascript/load-maps-js-api */
export interface GoogleMapsOptions {
  /** Loads the JavaScript API with this key. Without one, only frames in the markup are gated. */
  readonly apiKey?: string;
  /** The name of the page's function that Google calls when the API is there. */
  readonly callback?: string;
}

export const optionNames = ['apiKey', 'callback'] as const;

/**
 * Google Maps: frames in the markup, `<iframe data-category data-service="google-maps" data-src="…">`, or
 * the JavaScript API, which cannot be unloaded, so the page reloads. It fetches fonts from Google too.
 */
export function googleMaps({apiKey, callback}: GoogleMapsOptions = {}): Service {
  const query = new URLSearchParams({key: apiKey ?? '', loading: 'async', ...(callback && {callback})});
  return {
    id: 'google-maps',
    category: 'functional',
    name: 'Google Maps',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: ['maps.googleapis.com', 'maps.gstatic.com', 'fonts.googleapis.com', 'www.google.com'],
    storage: STORAGE,
    load: ({script}) =>
      apiKey ? script({src: `https://maps.googleapis.com/maps/api/js?${query}`}) : undefined,
    // The gate takes the frames away, and what runs in them with them.
    onRevoke: () => (window.google?.maps ? 'impossible' : 'verified'),
  };
}

/** Name and lifetime: unverified. */
const STORAGE: readonly StorageItem[] = [{name: 'NID', party: 'third', purpose: 'settings', lifetime: 'P6M'}];
