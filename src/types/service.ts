import type {CategoryId, Consent} from './consent.js';

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
  /** Whether the visitor would lose something if it stopped now, such as an open conversation. */
  isInUse?(): boolean;
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
  readonly mode?: 'block' | 'signal';
  readonly [option: string]: unknown;
}
