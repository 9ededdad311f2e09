import type {Service, StorageItem} from '../types.js';
import {sdkHooks, type SdkOptions} from './sdk.js';

/** What is called of Sentry's client. */
export interface SentryClient {
  getOptions(): {enabled?: boolean};
  getIntegrationByName?(name: string): unknown;
}

/** https://docs.sentry.io/platforms/javascript/ */
export interface SentryOptions<Code = unknown> extends SdkOptions<SentryClient, Code> {
  /** Starts Sentry and returns its client: `() => Sentry.init({…})!`. Called once, with the first grant. */
  readonly init: (code: Code) => SentryClient;
  /** Whether it also records visits (Session Replay), which makes it analytical. */
  readonly replay?: boolean;
}

export const optionNames = ['init!', 'load', 'replay'] as const;

/** Sentry, as the site bundles it. Switched off, its client sends nothing; a recording ends with a last report. */
export function sentry<Code>(options: SentryOptions<Code>): Service {
  const {replay = false} = options;
  const sure = replay ? 'best-effort' : 'verified';
  return {
    id: 'sentry',
    category: replay ? 'analytical' : 'functional',
    name: 'Sentry',
    provider: 'Functional Software, Inc.',
    policy: 'https://sentry.io/privacy/',
    hosts: ['*.sentry.io'],
    storage: replay ? STORAGE : [],
    ...sdkHooks(options, {stop: toggle(false), resume: toggle(true), sure}),
  };
}

/** `Sentry.close()` would do the same for good, after sending what is waiting. */
const toggle = (enabled: boolean) => (client: SentryClient) => {
  client.getOptions().enabled = enabled;
  const replay = client.getIntegrationByName?.('Replay') as {start(): unknown; stop(): unknown} | undefined;
  return enabled ? replay?.start() : replay?.stop();
};

/** The name of the key, with Session Replay only, and how a recording is stopped: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'sentryReplaySession', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
];
