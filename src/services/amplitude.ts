import type {Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is called of Amplitude. */
export interface AmplitudeClient {
  reset(): unknown;
  setOptOut(isOptedOut: boolean): unknown;
  add(plugin: {name: string; type: 'enrichment'; setup(config: {offline?: unknown}): Promise<void>}): unknown;
}

/** https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2 */
export interface AmplitudeOptions<Code = unknown> extends SdkOptions<AmplitudeClient, Code> {
  /** Starts Amplitude and returns it; it says `amplitude.init('…')` itself. Called once, with the first grant. */
  readonly init: (code: Code) => AmplitudeClient;
}

export const optionNames = ['init!', 'load'] as const;

/** Amplitude, as the site bundles it. It goes silent, but still notes in the browser what is open: the page reloads. */
export function amplitude<Code>(options: AmplitudeOptions<Code>): Service {
  let config: {offline?: unknown} = {};
  const hooks = sdkHooks(options, {
    ready: (client) =>
      client.add({name: 'consent-gate', type: 'enrichment', setup: async (own) => void (config = own)}),
    stop(client) {
      client.reset();
      client.setOptOut(true);
      // Opted out it would still send what was waiting; offline, as its plugins can tell it, it does not.
      config.offline = true;
    },
    resume(client) {
      config.offline = false;
      client.setOptOut(false);
    },
    sure: 'best-effort',
  });
  return {
    id: 'amplitude',
    category: 'analytical',
    name: 'Amplitude',
    provider: 'Amplitude, Inc.',
    policy: 'https://amplitude.com/privacy',
    hosts: ['*.amplitude.com'],
    storage: STORAGE,
    ...hooks,
  };
}

/** Names and lifetimes: @amplitude/analytics-browser 2.47. */
const STORAGE: readonly StorageItem[] = [
  {name: 'AMP_*', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'AMP_*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
  {name: 'AMP_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: 'AMP_*', in: 'indexedDB', purpose: 'counter', lifetime: 'persistent'},
];
