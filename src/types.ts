/**
 * The vocabulary of consent-gate. Every other file speaks these words and no synonyms.
 *
 * Times are milliseconds since 1970 (UTC), spans are days, sizes are bytes.
 */

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

/** Where the visitor was when deciding. */
export type Layer = 'banner' | 'preferences' | 'embed' | 'none';

/** Where a service keeps something in the visitor's browser. */
export type StorageArea = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB';

/** Why something is stored, in words that every language file translates. */
export type Purpose =
  | 'visitor'
  | 'session'
  | 'source'
  | 'counter'
  | 'ads'
  | 'consent'
  | 'settings'
  | 'security'
  | 'chat'
  | 'player';

/** One cookie or storage key of a service: gated, swept and declared from this same data. */
export interface StorageItem {
  /** The exact name, with `*` for any run of characters: `_pk_id.*`. */
  readonly name: string;
  /** Default `cookie`. */
  readonly in?: StorageArea;
  /** Where a cookie lives, if not on `/`. */
  readonly path?: string;
  /** `third`: on the vendor's own domain, so this page can name it and not remove it. Default `first`. */
  readonly party?: 'first' | 'third';
  /** Set by a server so that scripts cannot see it: declared, never removable from the page. */
  readonly httpOnly?: boolean;
  /** A word every language translates, or the site's own text. */
  readonly purpose?: Purpose | (string & {});
  /** ISO 8601 duration (`P13M`, `PT30M`), `session`, `persistent`, or the site's own text. */
  readonly lifetime?: string;
}

/** How sure a service is that it stopped; anything but `verified` makes the page reload. */
export type Stop = 'verified' | 'best-effort' | 'impossible';

/** One script to insert. */
export interface ScriptSpec {
  readonly src: string;
  /** Further attributes, such as `id`, `crossorigin` or `data-domain`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a service may use while it works. */
export interface ServiceContext {
  /** The consent at the moment of the call. */
  readonly consent: Consent;
  /** Whether a category or a service is allowed at the moment of the call. */
  isGranted(target: string): boolean;
  /** Inserts a script once and resolves when it ran; the gate takes it back if consent ends before. */
  script(spec: ScriptSpec): Promise<void>;
}

/**
 * One third party. A plain object without functions describes scripts that are
 * gated in the page's markup; the functions make it load, stop and start again by itself.
 */
export interface Service {
  /** Lower case letters, digits and hyphens. */
  readonly id: string;
  readonly category: CategoryId;
  /** What the visitor reads. Default: the id. */
  readonly name?: string;
  /** The company that receives the data. */
  readonly provider?: string;
  /** The provider's privacy policy. */
  readonly policy?: string;
  /** Further companies that receive the data. Adding one asks the visitor again, for this service. */
  readonly recipients?: readonly string[];
  /** Why it is needed: required in the category `necessary`, shown to the visitor. */
  readonly reason?: string;
  /** Hosts it talks to, for content security policies and for the checks of `debug`. */
  readonly hosts?: readonly string[];
  readonly storage?: readonly StorageItem[];
  /** Ids of services that it may load by itself. */
  readonly loads?: readonly string[];
  /** `signal` loads while denied and tells the vendor so. Only where the site says it. Default `block`. */
  readonly mode?: 'block' | 'signal';
  /** Stubs and defaults that must exist before the script runs. Nothing is requested here. */
  beforeLoad?(context: ServiceContext): void;
  load?(context: ServiceContext): void | Promise<void>;
  /** After every grant; `first` is false when the service comes back on the same page. */
  onGrant?(context: ServiceContext, info: {readonly first: boolean}): void;
  /** Another category changed while this service runs: for vendors that are told several. */
  onChange?(context: ServiceContext): void;
  /** Consent ended while the script was on its way: empty its queue, or it replays on arrival. */
  onCancel?(context: ServiceContext): void;
  /** Consent ended while the service runs. */
  onRevoke?(context: ServiceContext): Stop | void;
}

/**
 * A service that the script tag's JSON names by its file, which is fetched when it is first
 * needed: `{"use": "matomo", "url": "…", "siteId": 1}`. Further fields are the options of its function.
 */
export interface ServiceReference {
  /** The file in `services/`. */
  readonly use: string;
  /** Default: as `use`. For a second one of the same kind. */
  readonly id: string;
  readonly category?: undefined;
  readonly name?: string;
  readonly recipients?: readonly string[];
  readonly reason?: string;
  readonly [option: string]: unknown;
}

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
  readonly remaining: readonly (StoredItem & {readonly reason: 'http-only' | 'third-party' | 'unreachable'})[];
  /** Services that could not prove that they stopped. */
  readonly unstopped: readonly string[];
}

export type Layout = 'box' | 'bar';
export type Theme = 'auto' | 'light' | 'dark';

/** A category the site adds, or a built-in one with the site's own words. */
export interface CategoryOptions {
  readonly id: CategoryId;
  readonly title?: string;
  readonly description?: string;
}

/** Delivers one receipt; rejects to be called again later with the same receipt. */
export type Transport = (receipt: Receipt) => Promise<void>;

/** What a site configures. Only `controller.name` and `policy.url` are required. */
export interface ConsentOptions {
  /** Who asks: the company responsible for the site. */
  readonly controller: {
    /** The company's name, as the visitor knows it. */
    readonly name: string;
    /** An e-mail address or page for questions. */
    readonly contact?: string;
  };
  /** The site's privacy policy. */
  readonly policy: {
    readonly url: string;
    /** Goes into every receipt. Default `1`. */
    readonly version?: string;
  };
  /** The third parties. Default: none, and only marked-up elements are gated. */
  readonly services?: readonly (Service | ServiceReference)[];
  /** Default: the four built-in categories. `necessary` is always there. */
  readonly categories?: readonly (CategoryId | CategoryOptions)[];
  /** Default `opt-in`. A function is called once, at start; the library never looks up a location. */
  readonly regime?: Regime | (() => Regime);
  /** Country (ISO 3166, `EEA`, or `ZZ` for unknown) that receipts name. Default `ZZ`. */
  readonly jurisdiction?: string;
  /** Days until the visitor is asked again, after a yes and a no alike. Default 182, at most 400. */
  readonly lifetime?: number;
  /** Where the choice is remembered. */
  readonly cookie?: {
    /** Default `consent-gate`. */
    readonly name?: string;
    /** Set it to share the choice with subdomains. Default: this host only. */
    readonly domain?: string;
  };
  /** Proof of every decision. Default: none is sent. */
  readonly receipts?: {
    /** Where receipts are posted as JSON. */
    readonly endpoint?: string;
    /** Sends a receipt in another way than `fetch`. */
    readonly transport?: Transport;
    /** Whether a refusal is receipted, under an id of its own that is not kept. Default `anonymous`. */
    readonly refusals?: 'anonymous' | 'none';
  };
  /** Show the banner although the browser sends a signal. Default false. */
  readonly askDespiteSignal?: boolean;
  /** After a withdrawal that a service could not prove: reload the page. Default `if-unverified`. */
  readonly reload?: 'if-unverified' | 'never';
  /** Default `box`. */
  readonly layout?: Layout;
  /** Default `auto`: follows the browser. */
  readonly theme?: Theme;
  /** Default: the page's `lang`. */
  readonly lang?: string;
  /** The site's own words, per language: `{en: {title: '…'}}`. */
  readonly texts?: Readonly<Record<string, Partial<Texts>>>;
  /** For scripts that the gate inserts. Default: the nonce of the gate's own script. */
  readonly nonce?: string;
  /** Says mistakes in the page's markup aloud on the console. Default false. */
  readonly debug?: boolean;
}

/** The options after all checks, with every default filled in. */
export interface Config {
  readonly controller: {readonly name: string; readonly contact?: string};
  readonly policy: {readonly url: string; readonly version: string};
  readonly services: readonly (Service | ServiceReference)[];
  readonly categories: readonly CategoryOptions[];
  readonly regime: Regime;
  readonly jurisdiction: string;
  readonly lifetime: number;
  readonly cookie: {readonly name: string; readonly domain?: string};
  readonly receipts: {readonly endpoint?: string; readonly transport?: Transport; readonly refusals: 'anonymous' | 'none'};
  readonly askDespiteSignal: boolean;
  readonly reload: 'if-unverified' | 'never';
  readonly layout: Layout;
  readonly theme: Theme;
  readonly lang?: string;
  readonly texts: Readonly<Record<string, Partial<Texts>>>;
  readonly nonce?: string;
  readonly debug: boolean;
}

/** What the visitor reads in the banner. */
export interface BannerTexts {
  /** Heading. */
  readonly title: string;
  /** Banner: who asks and for what. `{controller}` */
  readonly body: string;
  /** The same where silence means yes. `{controller}` */
  readonly bodyOptOut: string;
  /** Banner, when something was added since the last answer: heading. */
  readonly addedTitle: string;
  /** `{names}`: what was added. `{controller}` */
  readonly addedBody: string;
  readonly accept: string;
  readonly reject: string;
  /** The same two, when the banner asks only for what was added. */
  readonly acceptAdded: string;
  readonly rejectAdded: string;
  readonly choose: string;
  /** Name of the × button: says what it does. */
  readonly close: string;
  /** Banner: how to change one's mind. `{button}` is `privacyChoices`. */
  readonly changeMind: string;
  readonly policy: string;
  /** The control that reopens the choices on every page. */
  readonly privacyChoices: string;
  /** Title and one sentence for each built-in category, joined by a line break. */
  readonly necessary: string;
  readonly functional: string;
  readonly analytical: string;
  readonly advertising: string;
}

/**
 * Everything the visitor reads. `{…}` are placeholders; a language that forgets a
 * text or adds one does not compile.
 */
export interface Texts extends BannerTexts {
  /** Preference center: heading. */
  readonly preferencesTitle: string;
  /** `{controller}` */
  readonly preferencesBody: string;
  readonly save: string;
  /** Name of the preference center's × button: nothing changes. */
  readonly cancel: string;
  readonly alwaysOn: string;
  readonly on: string;
  readonly off: string;
  /** `{count}` services, always followed by the list. */
  readonly services: string;
  readonly noServices: string;
  readonly provider: string;
  readonly name: string;
  readonly purpose: string;
  readonly retention: string;
  /** Mark on what lives on the provider's own domain. */
  readonly thirdParty: string;
  readonly session: string;
  readonly persistent: string;
  /** One entry for each `Purpose`. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** Status: which signal was honoured. */
  readonly gpc: string;
  readonly dnt: string;
  /** `{date}`, `{until}` */
  readonly decided: string;
  /** `{id}` */
  readonly consentId: string;
  readonly saved: string;
}

/** The proof of one decision. Shape: `consent-receipt.v1.schema.json`, shipped with the package. */
export interface Receipt {
  readonly schema: 'consent-receipt/1';
  /** UUIDv4, one per event, also the `Idempotency-Key`. */
  readonly id: string;
  /** UUIDv4: this browser's pseudonym, or a fresh one for a refusal. */
  readonly consentId: string;
  /** The receipt that this one replaces. */
  readonly prev: string | null;
  /** ISO 8601 UTC, the visitor's clock. */
  readonly time: string;
  readonly validUntil: string;
  /** Host, and port where it is not the default. Never a path. */
  readonly site: string;
  readonly event: 'given' | 'refused' | 'changed' | 'withdrawn' | 'renewed' | 'signalled' | 'expired';
  readonly method:
    | 'accept-all'
    | 'reject-all'
    | 'save-choices'
    | 'withdraw-all'
    | 'dismiss'
    | 'embed-click'
    | 'gpc'
    | 'dnt'
    | 'api'
    | 'preset'
    | 'expiry'
    | 'notice-change';
  readonly by: 'user' | 'user-agent' | 'site';
  readonly layer: Layer;
  readonly regime: Regime;
  readonly jurisdiction: string;
  /** Every optional category, granted and denied. */
  readonly choices: Readonly<Record<string, boolean>>;
  /** Services whose choice differs from their category. */
  readonly services?: Readonly<Record<string, boolean>>;
  readonly signals: Signals;
  readonly notice: {readonly version: string; readonly lang: string; readonly hash: string};
  /** `consent-gate@1.2.3` */
  readonly lib: string;
}
