import type {Consent, Kept, Service, Texts, Theme} from '../types.js';
import type {CategoryText} from './fill.js';

/** All that an element in the page may show: each takes what it needs. */
export interface PlacedView {
  readonly texts: Texts;
  readonly categories: readonly CategoryText[];
  readonly services: readonly Service[];
  readonly consent: Consent;
  readonly controller: string;
  readonly theme: Theme;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What this browser keeps, where an element shows it. */
  readonly kept?: Kept | undefined;
}

/** What is done elsewhere for what is shown here, and told when it is known. */
export interface Background {
  /** Has the services described that are only named so far. */
  describeServices(): Promise<void>;
  /** Tells what this browser keeps, and again whenever that may have changed. Resolves once it has been told. */
  watchKept(tell: (kept: Kept) => void): Promise<void>;
}

type PlacedElement = HTMLElement & {view: PlacedView | undefined};

/** Elements that a site puts into its pages, each fetched with the first of its kind. */
const ELEMENTS: Readonly<Record<string, () => Promise<new () => PlacedElement>>> = {
  'consent-button': () => import('./button.js').then(({ConsentButton}) => ConsentButton),
  'consent-embed': () => import('./embed.js').then(({ConsentEmbed}) => ConsentEmbed),
  'consent-declaration': () => import('./declaration.js').then(({ConsentDeclaration}) => ConsentDeclaration),
  'consent-receipt': () => import('./receipt.js').then(({ConsentReceipt}) => ConsentReceipt),
};

const NEED_KEPT = ['consent-declaration', 'consent-receipt'];
const NEED_SERVICES = ['consent-embed', ...NEED_KEPT].join();

/** Draws what the site has put into the page, and the placeholders of its gated frames. */
export class Placed {
  readonly #shown: () => Promise<PlacedView>;
  readonly #background: () => Promise<Background>;
  #kept: Kept | undefined;
  #knowing: Promise<void> | undefined;

  /** @param shown what there is to show now */
  constructor(shown: () => Promise<PlacedView>, background: () => Promise<Background>) {
    this.#shown = shown;
    this.#background = background;
    new MutationObserver(() => this.draw()).observe(document, {subtree: true, attributeFilter: ['src']});
  }

  /** Draws what has come into the page since, and with `isNews` everything. */
  draw(isNews = false): void {
    void this.#look();
    const tags = Object.keys(ELEMENTS).filter((tag) => customElements.get(tag));
    if (isNews && tags.length) void this.#tell(tags.join());
  }

  async #tell(tags: string): Promise<void> {
    const view = await this.#view();
    for (const element of document.querySelectorAll<PlacedElement>(tags)) element.view = view;
  }

  /** Defines what has come into the page: from then on it draws itself as it arrives. */
  async #look(): Promise<void> {
    if (document.querySelector('iframe[data-category][data-src]')) {
      const {standIn} = await import('./frames.js');
      standIn();
    }
    if (document.querySelector(NEED_SERVICES)) void this.#describe();
    for (const [tag, load] of Object.entries(ELEMENTS)) {
      if (!document.querySelector(tag) || customElements.get(tag)) continue;
      const [Element] = await Promise.all([load(), NEED_KEPT.includes(tag) && this.#know()]);
      const view = await this.#view();
      if (!customElements.get(tag)) define(tag, Element, view, this.#view);
    }
  }

  #view = async (): Promise<PlacedView> => ({...(await this.#shown()), kept: this.#kept});

  /** What cannot be described stays unnamed; why has been said. */
  #describe = () => this.#background().then((background) => background.describeServices(), nothing);

  /** Nothing is shown before it is known, and what cannot be known is shown as that. */
  #know = () => (this.#knowing ??= this.#describe().then(this.#watch).catch(nothing));

  #watch = async () => {
    const background = await this.#background();
    await background.watchKept((kept) => {
      this.#kept = kept;
      this.draw(true);
    });
  };
}

const nothing = (): void => {};

function define(
  tag: string,
  Element: new () => PlacedElement,
  first: PlacedView,
  view: () => Promise<PlacedView>,
): void {
  class DrawnElement extends Element {
    connectedCallback() {
      this.view ??= first;
      void view().then((latest) => (this.view = latest));
    }
  }
  customElements.define(tag, DrawnElement);
}
