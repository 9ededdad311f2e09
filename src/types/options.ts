import type {CategoryId, Regime} from './consent.js';
import type {Receipt} from './receipt.js';
import type {Service, ServiceReference} from './service.js';
import type {OwnTexts} from './texts.js';

export type Layout = 'box' | 'box-end' | 'box-top' | 'box-top-end' | 'bar' | 'bar-top' | 'cloud' | 'wall';
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
  /** What the visitor is asked about, in order. Default: the four built-in ones. `necessary` is always there. */
  readonly categories?: readonly (CategoryId | CategoryOptions)[];
  /** What silence means. Default `opt-in`. A function is called once, at start; the library never looks up a location. */
  readonly regime?: Regime | (() => Regime);
  /** Country or part of one (ISO 3166: `NO`, `US-CA`), `EEA`, or `ZZ` for unknown, that receipts name. Default `ZZ`. */
  readonly jurisdiction?: string;
  /** Days until the visitor is asked again, after a yes and a no alike. Default 182, at most 400. */
  readonly lifetime?: number;
  /** Where the choice is remembered. */
  readonly cookie?: {
    /** Default `consent-gate`. On https it has `__Host-` or, with `domain`, `__Secure-` before it. */
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
  /**
   * Where the banner sits: in a corner, along an edge, in the middle of the bottom edge. `wall` alone takes the page
   * away until there is an answer. Default `box`.
   */
  readonly layout?: Layout;
  /** How the preference center opens: in the middle, or from the side. Default `dialog`. */
  readonly preferences?: 'dialog' | 'panel';
  /**
   * Paths on which nobody is asked, such as the privacy policy: `/privacy`, `/legal/*`. `*` stands for anything.
   * Without an answer nothing changes there: in `opt-in` everything optional stays denied. Default: none.
   */
  readonly hideOn?: readonly string[];
  /** The banner's and preference center's colours; `auto` follows the browser. Default `auto`. */
  readonly theme?: Theme;
  /** The language of everything the visitor reads. Default: the page's `lang`. */
  readonly lang?: string;
  /** The site's own words, per language: `{en: {title: '…'}}`. */
  readonly texts?: Readonly<Record<string, OwnTexts>>;
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
  readonly receipts: {
    readonly endpoint?: string;
    readonly transport?: Transport;
    readonly refusals: 'anonymous' | 'none';
  };
  readonly askDespiteSignal: boolean;
  readonly reload: 'if-unverified' | 'never';
  readonly layout: Layout;
  readonly preferences: 'dialog' | 'panel';
  readonly hideOn: readonly string[];
  readonly theme: Theme;
  readonly lang?: string;
  readonly texts: Readonly<Record<string, OwnTexts>>;
  readonly nonce?: string;
  readonly debug: boolean;
}
