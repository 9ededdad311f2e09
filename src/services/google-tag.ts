import type {Service} from '../types.js';

export {createGoogleConsent} from './google-consent.js';

/** What a site may say about each of Google's tags. */
export interface GoogleTagOptions {
  /**
   * `block` (default) is what Google calls basic consent mode: nothing is loaded before consent. `signal`,
   * the advanced one, loads Google's script at once, which while denied sends pings with the visitor's
   * address, browser and page. Legally that needs care.
   */
  readonly mode?: 'block' | 'signal';
  /** Where Google's script is served from, for a tag gateway of one's own. */
  readonly scriptUrl?: string;
}

/** What the services for Google's tags have in common: whose they are, and how their script is asked for. */
export const googleTag = (
  {mode = 'block', scriptUrl}: GoogleTagOptions,
  address: string,
  query: Readonly<Record<string, string>>,
): Pick<Service, 'provider' | 'policy' | 'mode' | 'load'> => ({
  provider: 'Google LLC',
  policy: 'https://policies.google.com/privacy',
  mode,
  load: ({script}) => script({src: `${scriptUrl ?? address}?${new URLSearchParams(query)}`}),
});
