import type {ServiceContext} from '../types.js';

/** What Google's tags have been told, kept with what they read. */
const TOLD = Symbol.for('consent-gate.told');

type DataLayer = unknown[] & {[TOLD]?: string};

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
 * own, with a copy of this module: the data layer is all that they have in common, so what was told is
 * kept on it. Whoever replaces the data layer has lost the commands too, and starts with a default again.
 */
export function createGoogleConsent(layerName = 'dataLayer') {
  const page = window as unknown as Record<string, DataLayer | undefined>;
  const layer = () => (page[layerName] ??= []);
  const own = new Set<unknown>();
  let heard: string | undefined;

  /** Google recognises a command only as an `arguments` object, never as an array. */
  function command(..._command: readonly unknown[]): unknown {
    // eslint-disable-next-line prefer-rest-params
    layer().push(arguments);
    return layer().at(-1);
  }

  /** Tells Google's tags the consent as it is now, if that is news. Returns whether it is to this service. */
  function tell({isGranted}: ServiceContext): boolean {
    // A visitor may also allow one of the services alone.
    const may = (...targets: string[]) => (targets.some(isGranted) ? 'granted' : 'denied');
    const ads = may('advertising', 'google-ads');
    const analytics_storage = may('analytical', 'google-analytics');
    const consent = {ad_storage: ads, ad_user_data: ads, ad_personalization: ads, analytics_storage};
    const now = JSON.stringify(consent);
    const isNews = heard !== now;
    heard = now;
    const {[TOLD]: told} = layer();
    if (told !== now) command('consent', told ? 'update' : 'default', consent);
    layer()[TOLD] = now;
    return isNews;
  }

  return {
    tell,
    gtag: (...words: readonly unknown[]) => void own.add(command(...words)),
    push(message: object): void {
      own.add(message);
      layer().push(message);
    },
    /** Takes back what this service said and no tag has read yet. Not replaced: a tag may have patched it. */
    forget(context: ServiceContext): void {
      const rest = layer().filter((entry) => !own.has(entry));
      own.clear();
      const isUsed = rest.some((entry) => (entry as ArrayLike<unknown>)[0] !== 'consent');
      layer().splice(0, Infinity, ...(isUsed ? rest : []));
      if (isUsed) tell(context);
      else delete layer()[TOLD];
    },
  };
}
