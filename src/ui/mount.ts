import type {Config, Consent, Service, Texts} from '../types.js';
import {loadLanguage} from '../locales/load.js';
import {ConsentBanner} from './banner.js';
import type {ConsentButton} from './button.js';
import {categoryTexts} from './fill.js';
import type {CategoryText} from './fill.js';
import type {ConsentPreferences} from './preferences.js';
import {reserveSpace} from './reserve.js';

/** What the elements show; they get it as properties and never ask for it. */
export interface UiState {
  readonly consent: Consent;
  /** Ids of what the visitor has still to decide; empty: no banner. */
  readonly asking: readonly string[];
  readonly services: readonly Service[];
}

/** The interface of one page. */
export interface Ui {
  readonly lang: string;
  readonly categories: readonly CategoryText[];
  /** Everything it can say, the site's own words included. */
  texts(): Promise<Texts>;
  update(state: UiState): void;
  openPreferences(): Promise<void>;
}

/** Puts the elements into the page: the banner when somebody must be asked, the rest when they are wanted. */
export async function mountUi(config: Config): Promise<Ui> {
  const [{lang, banner: words, all}] = await Promise.all([
    loadLanguage(config.lang ?? document.documentElement.lang),
    hasBody(),
  ]);
  const own = ownWords(config, lang);
  const texts = async () => ({...(await all()), ...own});
  const {controller, theme} = config;
  const shared = {lang, theme, dir: directionOf(lang), controller: controller.name};
  const categories = categoryTexts(config, {...words, ...own});
  let state: UiState | undefined;
  let banner: ConsentBanner | undefined;
  let showPreferences: (() => void) | undefined;

  function showBanner({asking, consent, services}: UiState): void {
    if (!banner && !asking.length) return;
    if (!banner) {
      banner = create('consent-banner', ConsentBanner);
      // First in the page, so first in the order of the Tab key. What removes it later is not fought.
      document.body.prepend(banner);
      reserveSpace(banner);
    }
    const {policy, layout, regime} = config;
    const name = (id: string) =>
      categories.find((category) => category.id === id)?.title ??
      services.find((service) => service.id === id)?.name ??
      id;
    const added = consent.decidedAt === null ? '' : asking.map(name).join(', ');
    banner.view = {
      ...shared,
      texts: {...words, ...own},
      categories,
      added,
      layout,
      regime,
      policyUrl: policy.url,
    };
    banner.hidden = !asking.length;
  }

  /** Shows each button as it enters the page, also when a framework adds it later. */
  async function showButtons(): Promise<void> {
    const [{ConsentButton}, all] = await Promise.all([import('./button.js'), texts()]);
    const show = (button: ConsentButton) =>
      (button.view = {...shared, texts: all, signals: state!.consent.signals});
    class ShownButton extends ConsentButton {
      connectedCallback() {
        show(this);
      }
    }
    if (!customElements.get('consent-button')) customElements.define('consent-button', ShownButton);
    document.querySelectorAll('consent-button').forEach(show);
  }

  return {
    lang,
    texts,
    categories,
    update(next) {
      state = next;
      showBanner(next);
      showPreferences?.();
      if (document.querySelector('consent-button')) void showButtons();
    },
    async openPreferences() {
      const [{ConsentPreferences}, all] = await Promise.all([import('./preferences.js'), texts()]);
      const preferences = (document.querySelector('consent-preferences') ??
        create('consent-preferences', ConsentPreferences)) as ConsentPreferences;
      showPreferences = () => (preferences.view = {...shared, ...state!, texts: all, categories});
      showPreferences();
      if (!preferences.isConnected) document.body.append(preferences);
      preferences.open();
    },
  };
}

/** A second copy of the library on the page must not throw. */
function create<T extends HTMLElement>(tag: string, constructor: new () => T): T {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
  return document.createElement(tag) as T;
}

/** The site's own words for a language. */
function ownWords({texts}: Config, lang: string): Partial<Texts> {
  return (Object.hasOwn(texts, lang) && texts[lang]) || {};
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

const directionOf = (lang: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr');

const hasBody = () =>
  document.body ??
  new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}));
