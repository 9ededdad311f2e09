import type {ServiceContext} from '../types.js';

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/** Google recognises a command only as an `arguments` object, never as an array. */
export function gtag(..._command: readonly unknown[]): void {
  // eslint-disable-next-line prefer-rest-params
  (window.dataLayer ??= []).push(arguments);
}

/**
 * Consent Mode version 2: four signals from two categories. The first one told is the default, every
 * other an update. https://developers.google.com/tag-platform/security/guides/consent
 */
export function createGoogleConsent() {
  let told = '';
  return {
    /** Tells Google's tags the consent as it is now, if that is news. */
    tell({isGranted}: ServiceContext): void {
      const ads = isGranted('advertising') ? 'granted' : 'denied';
      const analytics_storage = isGranted('analytical') ? 'granted' : 'denied';
      const consent = {ad_storage: ads, ad_user_data: ads, ad_personalization: ads, analytics_storage};
      if (JSON.stringify(consent) === told) return;
      gtag('consent', told ? 'update' : 'default', consent);
      told = JSON.stringify(consent);
    },
    /** Empties what no tag has read yet. Not replaced: a tag manager may have patched it. */
    forget(): void {
      told = '';
      if (window.dataLayer) window.dataLayer.length = 0;
    },
  };
}
