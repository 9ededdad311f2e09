import type {ServiceContext} from '../types.js';

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/** https://developers.google.com/tag-platform/security/guides/consent */
export type GoogleConsent = Readonly<
  Record<'ad_storage' | 'ad_user_data' | 'ad_personalization' | 'analytics_storage', 'granted' | 'denied'>
>;

/** Google recognises a command only as an `arguments` object, never as an array. */
export function gtag(..._command: readonly unknown[]): void {
  // eslint-disable-next-line prefer-rest-params
  (window.dataLayer ??= []).push(arguments);
}

/** Consent Mode version 2: four signals from two categories. */
export function googleConsent({isGranted}: ServiceContext): GoogleConsent {
  const ads = isGranted('advertising') ? 'granted' : 'denied';
  return {
    ad_storage: ads,
    ad_user_data: ads,
    ad_personalization: ads,
    analytics_storage: isGranted('analytical') ? 'granted' : 'denied',
  };
}
