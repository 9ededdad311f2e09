import type {Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is called of Snowplow's tracker. */
export interface SnowplowClient {
  addPlugin(configuration: {plugin: {filter(): boolean}}): unknown;
  clearUserData(): unknown;
}

/** https://docs.snowplow.io/docs/sources/trackers/web-trackers/ */
export interface SnowplowOptions<Code = unknown> extends SdkOptions<SnowplowClient, Code> {
  /** Starts a tracker and returns it: `() => newTracker('sp', '…')!`. Called once, with the first grant. */
  readonly init: (code: Code) => SnowplowClient;
  /** The host of the site's collector. */
  readonly collector: string;
}

export const optionNames = ['init!', 'load', 'collector!'] as const;

/**
 * Snowplow, as the site bundles it, with a collector of its own. Its events are dropped, but one that could not
 * be delivered before is tried again: the page reloads.
 */
export function snowplow<Code>(options: SnowplowOptions<Code>): Service {
  const {collector} = options;
  let isStopped = false;
  const hooks = sdkHooks(options, {
    // An event that is dropped here has already brought back the visitor's id.
    ready: (client) =>
      client.addPlugin({plugin: {filter: () => !isStopped || (client.clearUserData(), false)}}),
    stop(client) {
      isStopped = true;
      client.clearUserData();
    },
    resume: () => (isStopped = false),
    sure: 'best-effort',
  });
  return {
    id: 'snowplow',
    category: 'analytical',
    name: 'Snowplow',
    hosts: [collector],
    storage: STORAGE,
    ...hooks,
  };
}

/** Names and lifetimes: @snowplow/browser-tracker 4.10. */
const STORAGE: readonly StorageItem[] = [
  {name: '_sp_id.*', purpose: 'visitor', lifetime: 'P400D'},
  {name: '_sp_ses.*', purpose: 'session', lifetime: 'PT30M'},
  {name: '_sp_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: '_sp_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: 'snowplowOutQueue_*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
];
