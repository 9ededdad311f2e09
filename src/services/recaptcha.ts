import type {Service, StorageItem} from '../types.js';

/** https://developers.google.com/recaptcha/docs/v3 */
export interface RecaptchaOptions {
  /** Loads reCAPTCHA with this key (version 3). Without one, the page's own gated `<script>` does. */
  readonly siteKey?: string;
  /** Default `www.google.com`; the other is for visitors who cannot reach that. */
  readonly host?: 'www.google.com' | 'www.recaptcha.net';
}

export const optionNames = ['siteKey', 'host'] as const;

/**
 * Google reCAPTCHA. Name it on the pages with the form that it guards and nowhere else; there it may be
 * filed as necessary, with a reason. It has no call to stop: the page reloads.
 */
export function recaptcha({siteKey, host = 'www.google.com'}: RecaptchaOptions = {}): Service {
  return {
    id: 'recaptcha',
    category: 'functional',
    name: 'reCAPTCHA',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: [host, 'www.gstatic.com'],
    storage: STORAGE,
    load: ({script}) =>
      siteKey
        ? script({src: `https://${host}/recaptcha/api.js?render=${encodeURIComponent(siteKey)}`})
        : undefined,
    onRevoke: () => 'impossible',
  };
}

/** Names: a public cookie list; those of the page: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_GRECAPTCHA', party: 'third', purpose: 'security', lifetime: 'P179D'},
  {name: '_grecaptcha', in: 'localStorage', purpose: 'security', lifetime: 'persistent'},
  {name: 'rc::*', in: 'localStorage', purpose: 'security', lifetime: 'persistent'},
  {name: 'rc::*', in: 'sessionStorage', purpose: 'security', lifetime: 'session'},
];
