import type {CategoryId, Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is called of Segment. */
export interface SegmentClient {
  addSourceMiddleware(middleware: (event: {payload: unknown; next(payload: unknown): void}) => void): unknown;
  reset(): unknown;
}

/** https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/ */
export interface SegmentOptions<Code = unknown> extends SdkOptions<SegmentClient, Code> {
  /** Starts Segment and returns it: `() => AnalyticsBrowser.load({…})`. Called once, with the first grant. */
  readonly init: (code: Code) => SegmentClient;
  /** The strictest category of the destinations that Segment passes events on to. Default `analytical`. */
  readonly category?: CategoryId;
  /** The ids of services that it loads into the page. */
  readonly loads?: readonly string[];
}

export const optionNames = ['init!', 'load', 'category', 'loads'] as const;

/**
 * Segment, as the site bundles it. It forgets the visitor, and its events are dropped, but one that could not be
 * delivered before is tried again: the page reloads.
 */
export function segment<Code>(options: SegmentOptions<Code>): Service {
  const {category = 'analytical', loads = []} = options;
  let isStopped = false;
  const hooks = sdkHooks(options, {
    ready: (client) => client.addSourceMiddleware(({payload, next}) => isStopped || next(payload)),
    stop(client) {
      isStopped = true;
      client.reset();
    },
    resume: () => (isStopped = false),
    sure: 'best-effort',
  });
  return {
    id: 'segment',
    category,
    name: 'Segment',
    provider: 'Twilio Inc.',
    policy: 'https://www.twilio.com/legal/privacy',
    hosts: ['cdn.segment.com', 'api.segment.io'],
    loads,
    storage: STORAGE,
    ...hooks,
  };
}

/** Names and lifetimes: @segment/analytics-next 1.84. */
const STORAGE: readonly StorageItem[] = [
  {name: 'ajs_*', purpose: 'visitor', lifetime: 'P1Y'},
  {name: 'ajs_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: 'persisted-queue:*', in: 'localStorage', purpose: 'counter', lifetime: 'persistent'},
];
