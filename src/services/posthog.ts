import type {Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is used of PostHog. */
export interface PosthogClient {
  __loaded: boolean;
  set_config(config: Record<`opt_out_${'capturing' | 'persistence'}_by_default`, boolean>): unknown;
  reset(resetDeviceId: boolean): unknown;
  opt_in_capturing(): unknown;
  opt_out_capturing(): unknown;
}

/** https://posthog.com/docs/libraries/js */
export interface PosthogOptions<Code = unknown> extends SdkOptions<PosthogClient, Code> {
  /** Starts PostHog and returns it: `() => posthog.init('phc_…', {…})`. Called once, with the first grant. */
  readonly init: (code: Code) => PosthogClient;
}

export const optionNames = ['init!', 'load'] as const;

/** PostHog, as the site bundles it. Its stop is verified. Facts: posthog-js 1.449. */
export function posthog<Code>(options: PosthogOptions<Code>): Service {
  const hooks = sdkHooks(options, {
    stop(client) {
      client.reset(true);
      // The sweep takes away the mark that remembers the opt-out: therefore the defaults.
      client.set_config({opt_out_capturing_by_default: true, opt_out_persistence_by_default: true});
      client.opt_out_capturing();
      // What waits to be sent, or to be sent again, would still go out; as long as it is not loaded, it is dropped.
      client.__loaded = false;
    },
    resume(client) {
      client.__loaded = true;
      client.set_config({opt_out_capturing_by_default: false, opt_out_persistence_by_default: false});
      client.opt_in_capturing();
    },
    sure: 'verified',
  });
  return {
    id: 'posthog',
    category: 'analytical',
    name: 'PostHog',
    provider: 'PostHog, Inc.',
    policy: 'https://posthog.com/privacy',
    hosts: ['*.i.posthog.com'],
    storage: STORAGE,
    ...hooks,
  };
}

/** Names and lifetimes: posthog-js. */
const STORAGE: readonly StorageItem[] = [
  {name: 'ph_*_posthog', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'ph_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: 'ph_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: '__ph_opt_in_out_*', in: 'localStorage', purpose: 'consent', lifetime: 'persistent'},
];
