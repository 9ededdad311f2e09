import type {Service, StorageItem} from '../types.js';
import {createSdk} from './sdk.js';

/** What is called of Amplitude. */
export interface AmplitudeClient {
  setOptOut(isOptedOut: boolean): unknown;
}

/** https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2 */
export interface AmplitudeOptions {
  /** Starts Amplitude and returns it; it says `amplitude.init('…')` itself. Called once, with the first grant. */
  readonly init: () => AmplitudeClient | Promise<AmplitudeClient>;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['init!'] as const;

/**
 * Amplitude, as the site bundles it. Its opt-out sends what was waiting and removes nothing: the page
 * reloads. Facts: @amplitude/analytics-browser 2.48.
 */
export function amplitude({init}: AmplitudeOptions): Service {
  const sdk = createSdk(init, {
    stop: (client) => client.setOptOut(true),
    resume: (client) => client.setOptOut(false),
  });
  return {
    id: 'amplitude',
    category: 'analytical',
    name: 'Amplitude',
    provider: 'Amplitude, Inc.',
    policy: 'https://amplitude.com/privacy',
    hosts: ['*.amplitude.com'],
    storage: STORAGE,
    load: sdk.load,
    onGrant: sdk.resume,
    onCancel: sdk.end,
    onRevoke() {
      sdk.end();
      return 'best-effort';
    },
  };
}

/** Names and lifetimes: @amplitude/analytics-browser. */
const STORAGE: readonly StorageItem[] = [
  {name: 'AMP_*', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'AMP_*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
  {name: 'AMP_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
];
