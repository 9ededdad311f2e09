import type {BannerTexts, Config, Consent, OwnTexts, Service, Texts} from '../types.js';
import {SAFE_LINK} from '../core/link.js';
import {ADDITIONS} from '../core/placed.js';
import {languageOf, loadLanguage} from '../locales/load.js';
import type {Language} from '../locales/load.js';
import type {Arrange} from './arrangement.js';
import {ConsentBanner} from './banner.js';
import {categoryTexts} from './fill.js';
import type {CategoryText} from './fill.js';
import type {Background, Placed, PlacedView} from './placed.js';
import type {ConsentOutcome, Outcome} from './outcome.js';
import type {ConsentPreferences} from './preferences.js';
import type {Stay} from './stay.js';

/** What the elements show; they get it as properties and never ask for it. */
export interface UiState {
  readonly consent: Consent;
  /** Ids of what the visitor has still to decide; empty: no banner. */
  readonly asking: readonly string[];
  readonly services: readonly Service[];
  /** Selects what is drawn where the site has put it. The gate knows it already, so it is not written here again. */
  readonly drawn: string;
}

/** The interface of one page. */
export interface Ui {
  readonly lang: string;
  readonly categories: readonly CategoryText[];
  /** Everything it can say, the site's own words included. */
  texts(): Promise<Texts>;
  update(state: UiState): void;
  openPreferences(): Promise<void>;
  /** Resolves with whether the visitor said that nothing unfinished is worth keeping. */
  showOutcome(outcome: Outcome): Promise<boolean>;
}

/** Puts the elements into the page: the banner when somebody must be asked, the rest when they are wanted. */
export async function mountUi(config: Config, background: () => Promise<Background>): Promise<Ui> {
  const wanted = config.lang ?? document.documentElement.lang;
  const [language, arrange] = await Promise.all([loadLanguage(wanted), loadArrangement(config), hasBody()]);
  return new PageUi({...config, lang: wanted}, language, background, arrange);
}

/** Before anything is drawn, so that nobody sees it without its styles. If it cannot be had, the banner is a box. */
const loadArrangement = ({layout, hideOn}: Config): Promise<Arrange | undefined> | undefined =>
  layout === 'box' && !hideOn.length
    ? undefined
    : import('./arrangement.js').then(
        ({arrange}) => arrange,
        () => undefined,
      );

class PageUi implements Ui {
  readonly lang: string;
  readonly categories: readonly CategoryText[];
  readonly #config: Config;
  readonly #words: BannerTexts;
  readonly #allWords: () => Promise<Texts>;
  readonly #ownWords: OwnTexts;
  readonly #shared;
  #state: UiState | undefined;
  #banner: ConsentBanner | undefined;
  #preferences: ConsentPreferences | undefined;
  #outcome: ConsentOutcome | undefined;
  readonly #background: () => Promise<Background>;
  readonly #arrange: Arrange | undefined;
  #placed: Promise<Placed> | undefined;
  /** Hears also of what happened before it came. */
  #staying: Promise<Stay> | undefined;

  constructor(
    config: Config,
    {lang, banner, all}: Language,
    background: () => Promise<Background>,
    arrange: Arrange | undefined,
  ) {
    const {texts, controller, theme} = config;
    const tags = [config.lang!, lang, ...Object.keys(texts)];
    this.#ownWords = texts[tags.find((tag) => tag in texts && languageOf(tag) === lang)!] ?? {};
    this.#config = config;
    this.#words = {...banner, ...this.#ownWords};
    this.#allWords = all;
    this.#shared = {lang, theme, dir: directionOf(lang), controller: controller.name};
    this.lang = lang;
    this.categories = categoryTexts(config, banner, this.#ownWords);
    this.#background = background;
    this.#arrange = arrange;
    new MutationObserver((records) => {
      this.#drawPlaced();
      void this.#staying?.then((stay) => stay(records));
    }).observe(document, ADDITIONS);
  }

  texts = async (): Promise<Texts> => {
    const [all, own] = [await this.#allWords(), this.#ownWords];
    return {...all, ...own, purposes: {...all.purposes, ...own.purposes}};
  };

  update(state: UiState): void {
    if (this.#state?.consent !== state.consent) this.#outcome?.close();
    this.#state = state;
    if (this.#banner || state.asking.length) this.#showBanner(state);
    if (this.#preferences) this.#preferences.view = {...this.#preferences.view!, ...state};
    this.#drawPlaced(true);
  }

  async openPreferences(): Promise<void> {
    const [{ConsentPreferences}, view] = await Promise.all([import('./preferences.js'), this.#whole()]);
    const preferences = (this.#preferences ??= create('consent-preferences', ConsentPreferences));
    preferences.view = {...view, layout: this.#config.preferences};
    if (!preferences.isConnected) document.body.append(preferences);
    preferences.open();
  }

  async showOutcome(outcome: Outcome): Promise<boolean> {
    const [{ConsentOutcome}, view] = await Promise.all([import('./outcome.js'), this.#whole()]);
    const element = (this.#outcome ??= create('consent-outcome', ConsentOutcome));
    element.view = {...view, ...outcome};
    if (!element.isConnected) document.body.prepend(element);
    return element.ask();
  }

  /** What the site has put into the page, also what a framework adds later. */
  #drawPlaced(isNews = false): void {
    if (!this.#state || !document.querySelector(this.#state.drawn)) return;
    this.#placed ??= import('./placed.js').then(({Placed}) => new Placed(this.#whole, this.#background));
    void this.#placed.then((placed) => placed.draw(isNews));
  }

  /** Everything that an element may show, as it is now. */
  #whole = async (): Promise<PlacedView> => {
    const texts = await this.texts();
    return {...this.#shared, ...this.#state!, texts, categories: this.categories};
  };

  #showBanner({asking, consent, services}: UiState): void {
    const {policy, layout, regime} = this.#config;
    // The banner does not wait for the check of the options, which would refuse any other.
    const policyUrl = SAFE_LINK.test(policy.url) ? policy.url : '';
    const isNew = !this.#banner;
    const banner = (this.#banner ??= create('consent-banner', ConsentBanner));
    const category = (id: string) => this.categories.find((one) => one.id === id)?.title;
    const name = (id: string) => category(id) ?? services.find((service) => service.id === id)?.name ?? id;
    // An embed's own button decides nothing else: then the question is still the first one.
    const isFirst = this.categories.every(({id}) => id === 'necessary' || asking.includes(id));
    const added = consent.decidedAt === null || isFirst ? '' : asking.map(name).join(', ');
    banner.view = {
      ...this.#shared,
      texts: this.#words,
      categories: this.categories,
      policyUrl,
      layout,
      regime,
      added,
    };
    banner.hidden = !asking.length;
    if (!isNew) return;
    // First in the page, so first in the order of the Tab key.
    document.body.prepend(banner);
    const returned = this.#arrange?.(banner, this.#config);
    this.#staying = import('./stay.js').then(
      ({stay}) => stay(banner, returned),
      () => () => {},
    );
  }
}

/** A second copy of the library on the page must not throw. */
function create<T extends HTMLElement>(tag: string, constructor: new () => T): T {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
  return document.createElement(tag) as T;
}

const directionOf = (lang: string): 'ltr' | 'rtl' => (/^(ar|fa|he)/.test(lang) ? 'rtl' : 'ltr');

const hasBody = () =>
  document.body ?? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
