import type {ServiceContext} from '../types.js';

type DataLayer = unknown[] & {told?: string};

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/**
 * Consent Mode version 2: four signals from two categories. The first one told is the default, every
 * other an update. https://developers.google.com/tag-platform/security/guides/consent
 *
 * All of Google's tags on a page share one consent. The script tag fetches each service as a file of its
 * own, with a copy of this module: the data layer is all that the copies have in common, so what was told
 * is kept on it. Whoever replaces the data layer loses the commands too, and is told a default again.
 */
export function createGoogleConsent(layerName = 'dataLayer') {
  const own: unknown[] = [];
  const layer = () => ((window as unknown as Record<string, DataLayer>)[layerName] ??= []);
  const keep = (message: unknown) => {
    own.push(message);
    layer().push(message);
  };

  /** Tells Google's tags the consent as it is now, if that is news to them. Returns it. */
  function tell({isGranted}: ServiceContext): string {
    // A visitor may also allow one of the services alone.
    const may = (...targets: string[]) => (targets.some((id) => isGranted(id)) ? 'granted' : 'denied');
    const ads = may('advertising', 'google-ads');
    const analytics_storage = may('analytical', 'google-analytics');
    const consent = {ad_storage: ads, ad_user_data: ads, ad_personalization: ads, analytics_storage};
    const {told} = layer();
    const now = (layer().told = ads + analytics_storage);
    if (told !== now) layer().push(command('consent', told ? 'update' : 'default', consent));
    return now;
  }

  return {
    tell,
    keep,
    gtag: (...words: readonly unknown[]) => keep(command(...words)),
    /** Takes back what this service said, before a tag reads it. Not replaced: another tag may have patched it. */
    forget(context: ServiceContext): void {
      const others = layer().filter((message) => !own.includes(message));
      const isRead = others.some((message) => (message as ArrayLike<unknown>)[0] !== 'consent');
      layer().splice(0, Infinity, ...(isRead ? others : []));
      if (isRead) tell(context);
      else layer().told = '';
    },
  };
}

/** Google recognises a command only as an `arguments` object, never as an array. */
function command(..._words: readonly unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}
