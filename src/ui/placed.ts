import type {Consent, Service, Texts, Theme} from '../types.js';
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
}

type PlacedElement = HTMLElement & {view: PlacedView | undefined};

/** Elements that a site puts into its pages, each fetched with the first of its kind. */
const ELEMENTS: Readonly<Record<string, () => Promise<new () => PlacedElement>>> = {
  'consent-button': () => import('./button.js').then(({ConsentButton}) => ConsentButton),
  'consent-embed': () => import('./embed.js').then(({ConsentEmbed}) => ConsentEmbed),
};

const NEED_SERVICES = 'consent-embed';

/** Draws what the site has put into the page, and the placeholders of its gated frames. */
export class Placed {
  readonly #view: () => Promise<PlacedView>;
  readonly #describe: () => void;

  /**
   * @param view what there is to show now
   * @param describe has the services described, for what cannot do with their names
   */
  constructor(view: () => Promise<PlacedView>, describe: () => void) {
    this.#view = view;
    this.#describe = describe;
    new MutationObserver(() => void this.draw()).observe(document, {subtree: true, attributeFilter: ['src']});
  }

  /** Draws what has come into the page since, and with `isNews` everything. */
  async draw(isNews = false): Promise<void> {
    await this.#look();
    const tags = Object.keys(ELEMENTS).filter((tag) => customElements.get(tag));
    if (!isNews || !tags.length) return;
    const view = await this.#view();
    for (const element of document.querySelectorAll<PlacedElement>(tags.join())) element.view = view;
  }

  /** Defines what has come into the page: from then on it draws itself as it arrives. */
  async #look(): Promise<void> {
    if (document.querySelector('iframe[data-category][data-src]')) {
      const {standIn} = await import('./frames.js');
      standIn();
    }
    if (document.querySelector(NEED_SERVICES)) this.#describe();
    for (const [tag, load] of Object.entries(ELEMENTS)) {
      if (!document.querySelector(tag) || customElements.get(tag)) continue;
      const [Element, view] = await Promise.all([load(), this.#view()]);
      if (!customElements.get(tag)) define(tag, Element, view, this.#view);
    }
  }
}

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
