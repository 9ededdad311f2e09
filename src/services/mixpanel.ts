import type {Service, StorageItem} from '../types.js';
import {createSdk} from './sdk.js';

/** What is called of Mixpanel. */
export type MixpanelClient = Readonly<
  Record<'disable' | 'enable' | 'reset' | 'opt_in_tracking' | 'opt_out_tracking', () => unknown>
>;

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript */
export interface MixpanelOptions {
  /** Starts Mixpanel and returns it; it says `mixpanel.init('…')` itself. Called once, with the first grant. */
  readonly init: () => MixpanelClient | Promise<MixpanelClient>;
}

export const optionNames = ['init!'] as const;

/** Mixpanel, as the site bundles it. Its stop is verified; it also obeys Do Not Track. Facts: mixpanel-browser 2.83. */
export function mixpanel({init}: MixpanelOptions): Service {
  const sdk = createSdk(init, {
    stop(client) {
      client.reset();
      client.opt_out_tracking();
      // The sweep takes away the mark that remembers the opt-out; this lasts until the page ends.
      client.disable();
    },
    resume(client) {
      client.enable();
      client.opt_in_tracking();
    },
  });
  return {
    id: 'mixpanel',
    category: 'analytical',
    name: 'Mixpanel',
    provider: 'Mixpanel, Inc.',
    policy: 'https://mixpanel.com/legal/privacy-policy/',
    hosts: ['*.mixpanel.com', 'cdn.mxpnl.com'],
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

/** Names and lifetimes: mixpanel-browser. */
const STORAGE: readonly StorageItem[] = [
  {name: 'mp_*_mixpanel', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'mp_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: '__mp*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
  {name: 'mp_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: '__mp*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: 'mixpanel*', in: 'indexedDB', purpose: 'session', lifetime: 'persistent'},
];
