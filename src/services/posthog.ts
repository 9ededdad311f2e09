import type {Service, StorageItem} from '../types.js';
import {createSdk} from './sdk.js';

/** What is called of PostHog. */
export interface PosthogClient {
  set_config(config: Record<`opt_out_${'capturing' | 'persistence'}_by_default`, boolean>): unknown;
  reset(resetDeviceId: boolean): unknown;
  opt_in_capturing(): unknown;
  opt_out_capturing(): unknown;
}

/** https://posthog.com/docs/libraries/js */
export interface PosthogOptions {
  /** Starts PostHog and returns it: `() => posthog.init('phc_…', {…})`. Called once, with the first grant. */
  readonly init: () => PosthogClient | Promise<PosthogClient>;
}

export const optionNames = ['init!'] as const;

/** PostHog, as the site bundles it. Its stop is verified. Facts: posthog-js 1.449. */
export function posthog({init}: PosthogOptions): Service {
  const sdk = createSdk(init, {
    // A reset after the opt-out would forget it, and go on. So would the sweep: therefore the defaults.
    stop(client) {
      client.set_config({opt_out_capturing_by_default: true, opt_out_persistence_by_default: true});
      client.reset(true);
      client.opt_out_capturing();
    },
    resume(client) {
      client.set_config({opt_out_capturing_by_default: false, opt_out_persistence_by_default: false});
      client.opt_in_capturing();
    },
  });
  return {
    id: 'posthog',
    category: 'analytical',
    name: 'PostHog',
    provider: 'PostHog, Inc.',
    policy: 'https://posthog.com/privacy',
    hosts: ['*.i.posthog.com'],
    storage: STORAGE,
    load: sdk.load,
    onGrant: sdk.resume,
    onCancel: sdk.end,
    onRevoke() {
      sdk.end();
      return 'verified';
    },
  };
}

/** Names and lifetimes: posthog-js. */
const STORAGE: readonly StorageItem[] = [
  {name: 'ph_*_posthog', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'ph_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: 'ph_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: '__ph_opt_in_out_*', in: 'localStorage', purpose: 'consent', lifetime: 'persistent'},
];
