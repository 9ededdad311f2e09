import type {StorageArea} from './service.js';

/** What a third party is for. A site may add its own; `necessary` is always on. */
export type CategoryId = 'necessary' | 'functional' | 'analytical' | 'advertising' | (string & {});

/** What the visitor said about a category or a service. */
export type Choice = 'granted' | 'denied' | 'undecided';

/** What silence means: nothing (`opt-in`), or yes until the visitor says no. */
export type Regime = 'opt-in' | 'opt-out' | 'notice-only';

/** What the browser asks for on the visitor's behalf, read once per page. */
export interface Signals {
  /** Global Privacy Control; `null` where the browser has no such property. https://w3c.github.io/gpc/ */
  readonly gpc: boolean | null;
  /** Do Not Track; `null` where the visitor has set nothing. https://www.w3.org/TR/tracking-dnt/ */
  readonly dnt: '1' | '0' | null;
}

/** The visitor's consent: one frozen value, replaced as a whole by every decision. */
export interface Consent {
  /** One entry for every configured category. */
  readonly categories: Readonly<Record<string, Choice>>;
  /** Only the services that differ from their category; `undecided` where the visitor was not asked yet. */
  readonly services: Readonly<Record<string, Choice>>;
  /** The day of the decision (midnight UTC), or `null` before one. */
  readonly decidedAt: number | null;
  /** The day on which the visitor is asked again, or `null` before a decision. */
  readonly expiresAt: number | null;
  /** A random pseudonym that exists only while something is granted. */
  readonly id: string | null;
  readonly regime: Regime;
  /** What this page's browser says now. */
  readonly signals: Signals;
}

/** Everything that can change a consent. UI, API, embeds and tests all use these. */
export type Action =
  | {readonly type: 'grant-all'; readonly only?: 'undecided'}
  | {readonly type: 'deny-all'; readonly only?: 'undecided'}
  /** The banner was closed without an answer, which is a no. */
  | {readonly type: 'dismiss'}
  /** Keys are category or service ids; what is not named keeps its choice, and undecided becomes denied. */
  | {readonly type: 'choose'; readonly choices: Readonly<Record<string, boolean>>}
  /** One embed's own button: this service and nothing else. */
  | {readonly type: 'grant-service'; readonly service: string}
  | {readonly type: 'withdraw'; readonly only?: undefined};

/**
 * One embed loads, this time only. It is receipted and decides nothing: the consent stays as it is.
 * `target` is a service, or the category of an embed that names none.
 */
export interface LoadOnce {
  readonly type: 'load-once';
  readonly target: string;
}

/** Where the visitor was when deciding. */
export type Layer = 'banner' | 'preferences' | 'embed' | 'receipt' | 'none';

/** One stored thing, as named in reports. */
export interface StoredItem {
  readonly service: string;
  readonly name: string;
  readonly in: StorageArea;
}

/** What a change of consent did, beyond the consent itself. */
export interface ConsentChange {
  /** `restored`: read back from this browser, another tab or the history, not decided now. */
  readonly cause: 'decided' | 'restored' | 'signalled';
  /** Categories and services that became allowed. */
  readonly granted: readonly string[];
  /** Categories and services that stopped being allowed. */
  readonly denied: readonly string[];
  /** What the sweep removed. */
  readonly removed: readonly StoredItem[];
  /** What exists or may exist, and no page script can remove. */
  readonly remaining: readonly (StoredItem & {
    readonly reason: 'http-only' | 'third-party' | 'unreachable';
  })[];
  /** Services that could not prove that they stopped, or still run because a conversation is open in them. */
  readonly unstopped: readonly string[];
}
