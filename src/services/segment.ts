import type {CategoryId, Service, StorageItem} from '../types.js';
import {createSdk} from './sdk.js';

/** What is called of Segment. */
export interface SegmentClient {
  reset(): unknown;
}

/** https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/ */
export interface SegmentOptions {
  /** Starts Segment and returns it: `() => AnalyticsBrowser.load({…})`. Called once, with the first grant. */
  readonly init: () => SegmentClient | Promise<SegmentClient>;
  /** The strictest category of the destinations that Segment passes events on to. Default `analytical`. */
  readonly category?: CategoryId;
  /** The ids of services that it loads into the page. */
  readonly loads?: readonly string[];
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['init!', 'category', 'loads'] as const;

/** Segment, as the site bundles it. It forgets the visitor when told, and goes on sending: the page reloads. */
export function segment({init, category = 'analytical', loads = []}: SegmentOptions): Service {
  const sdk = createSdk(init, {stop: (client) => client.reset()});
  return {
    id: 'segment',
    category,
    name: 'Segment',
    provider: 'Twilio Inc.',
    policy: 'https://www.twilio.com/legal/privacy',
    hosts: ['cdn.segment.com', 'api.segment.io'],
    loads,
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

/** Names and lifetimes: @segment/analytics-next 1.84. */
const STORAGE: readonly StorageItem[] = [
  {name: 'ajs_*', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'ajs_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
];
