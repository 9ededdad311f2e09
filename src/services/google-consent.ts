import type {ServiceContext} from '../types.js';

/** Commands, which are `arguments` objects, and messages for Tag Manager, which have no words. */
type DataLayer = (ArrayLike<unknown> | Record<string | number, unknown>)[] & {told?: string};

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/**
 * Consent Mode version 2: four signals from two categories. The first one told is the default, which
 * Google ignores after any other command; every other is an update.
 * https://developers.google.com/tag-platform/security/guides/consent
 *
 * All of Google's tags on a page share one consent. The script tag fetches each service as a file of its
 * own, with a copy of this module: the data layer is all that the copies have in common, so what was told
 * is kept on it. Whoever replaces the data layer loses the commands too, and is told a default again.
 */
export function createGoogleConsent(layerName = 'dataLayer') {
  const layer = () => ((window as unknown as Record<string, DataLayer>)[layerName] ??= []);

  /** Google recognises a command only as an `arguments` object, never as an array. */
  function gtag(..._command: readonly unknown[]): void {
    // eslint-disable-next-line prefer-rest-params
    layer().push(arguments);
  }

  /** Tells Google's tags the consent as it is now, if that is news to them. Returns it. */
  function tell({consent: {services}, isGranted}: ServiceContext): string {
    // What the visitor said of the service alone counts before what they said of its category.
    const may = (category: string, id: string) =>
      isGranted(services[id] ? id : category) ? 'granted' : 'denied';
    const ads = may('advertising', 'google-ads');
    const analytics_storage = may('analytical', 'google-analytics');
    const consent = {ad_storage: ads, ad_user_data: ads, ad_personalization: ads, analytics_storage};
    const {told} = layer();
    const now = (layer().told = ads + analytics_storage);
    if (told !== now) gtag('consent', told ? 'update' : 'default', consent);
    return now;
  }

  /**
   * Takes back the commands for an id, before a tag reads them. The data layer is emptied and not
   * replaced: another tag may have patched it.
   */
  function forget(id: string): void {
    layer().splice(0, Infinity, ...layer().filter((entry) => entry[1] !== id));
  }

  return {layer, gtag, tell, forget};
}
