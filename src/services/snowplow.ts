import type {Service, StorageItem} from '../types.js';
import {createSdk} from './sdk.js';

/** What is called of Snowplow's tracker. */
export interface SnowplowClient {
  clearUserData(): unknown;
}

/** https://docs.snowplow.io/docs/sources/trackers/web-trackers/ */
export interface SnowplowOptions {
  /** Starts a tracker and returns it: `() => newTracker('sp', '…')!`. Called once, with the first grant. */
  readonly init: () => SnowplowClient | Promise<SnowplowClient>;
  /** The host of the site's collector. */
  readonly collector: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['init!', 'collector!'] as const;

/** Snowplow, as the site bundles it, with a collector of its own. It is told to forget the visitor, and goes on sending. */
export function snowplow({init, collector}: SnowplowOptions): Service {
  const sdk = createSdk(init, {stop: (client) => client.clearUserData()});
  return {
    id: 'snowplow',
    category: 'analytical',
    name: 'Snowplow',
    hosts: [collector],
    storage: STORAGE,
    load: sdk.load,
    onGrant: sdk.resume,
    onCancel: sdk.end,
    onRevoke() {
      sdk.end();
      return 'impossible';
    },
  };
}

/** The first name: @snowplow/browser-tracker 4.10; the others, and all lifetimes: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_sp_id.*', purpose: 'visitor', lifetime: 'P400D'},
  {name: '_sp_ses.*', purpose: 'session', lifetime: 'PT30M'},
  {name: 'snowplowOutQueue_*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
];
