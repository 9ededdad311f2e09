import type {Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is called of Mixpanel, whose own types lack the last two. */
export interface MixpanelClient extends Record<'reset' | `opt_${'in' | 'out'}_tracking`, () => unknown> {
  add_hook?(name: string, hook: (item: unknown) => unknown): unknown;
  stop_batch_senders?(): unknown;
}

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript */
export interface MixpanelOptions<Code = unknown> extends SdkOptions<MixpanelClient, Code> {
  /** Starts Mixpanel and returns it; it says `mixpanel.init('…')` itself. Called once, with the first grant. */
  readonly init: (code: Code) => MixpanelClient;
}

export const optionNames = ['init!', 'load'] as const;

/** Mixpanel, as the site bundles it. Its stop is verified; it also obeys Do Not Track. Facts: mixpanel-browser 2.83. */
export function mixpanel<Code>(options: MixpanelOptions<Code>): Service {
  let late = 0;
  const hooks = sdkHooks(options, {
    stop(client) {
      client.reset();
      client.opt_out_tracking();
      // An event of this very moment is written down a little later.
      late = window.setTimeout(() => client.stop_batch_senders?.(), 1000);
      // It would be sent too, and the sweep takes away the mark that remembers the opt-out; this lasts.
      for (const type of ['events', 'people', 'groups'])
        client.add_hook?.(`before_send_${type}`, (item) => (late ? null : item));
    },
    resume(client) {
      clearTimeout(late);
      late = 0;
      client.opt_in_tracking();
    },
    sure: 'verified',
  });
  return {
    id: 'mixpanel',
    category: 'analytical',
    name: 'Mixpanel',
    provider: 'Mixpanel, Inc.',
    policy: 'https://mixpanel.com/legal/privacy-policy/',
    hosts: ['*.mixpanel.com', 'cdn.mxpnl.com'],
    storage: STORAGE,
    ...hooks,
  };
}

/** Names and lifetimes: mixpanel-browser. It holds its databases open, so they go when the page does. */
const STORAGE: readonly StorageItem[] = [
  {name: 'mp_*_mixpanel', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'mp_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: '__mp*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
  {name: 'mp_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: '__mp*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: 'mixpanel*', in: 'indexedDB', purpose: 'session', lifetime: 'persistent'},
];
