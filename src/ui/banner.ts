import {html, nothing, render} from 'lit/html.js';
import type {Action, BannerTexts, Layout, Regime, Theme} from '../types.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {bannerStyles} from './banner-styles.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import type {CategoryText} from './fill.js';

/** Everything the banner shows. */
export interface BannerView {
  readonly texts: BannerTexts;
  /** The categories it asks about, in order. */
  readonly categories: readonly CategoryText[];
  /** Who asks. */
  readonly controller: string;
  /** Address of the privacy policy. */
  readonly policyUrl: string;
  /** Names of what was added since the last answer: then it asks about nothing else. */
  readonly added: string;
  /** What silence means, which the text has to say truly. */
  readonly regime: Regime;
  readonly layout: Layout;
  readonly theme: Theme;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Asks for consent, once, without hiding the page.
 *
 * @fires consent-action - The visitor accepted, rejected, closed, or wants to choose.
 * @csspart banner - Everything inside the box.
 */
export class ConsentBanner extends ConsentElement<BannerView> {
  constructor() {
    super(bannerStyles);
    this.addEventListener('keydown', ({key}) => key === 'Escape' && this.#ask({type: 'dismiss'})());
  }

  protected override template(view: BannerView) {
    const title = view.added ? view.texts.addedTitle : view.texts.title;
    this.speak(view);
    this.setAttribute('layout', view.layout);
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', title);
    render(this.#words(view, title), this);
    return places(view);
  }

  /** Words and buttons are children of the element, where agents that answer for people look for them. */
  #words({texts, categories, controller, policyUrl, added, regime}: BannerView, title: string) {
    const body = added ? texts.addedBody : regime === 'opt-in' ? texts.body : texts.bodyOptOut;
    const only: Pick<Action & {type: 'grant-all'}, 'only'> = added ? {only: 'undecided'} : {};
    return html`<h2 slot="title">${title}</h2>
      <span slot="body">${fill(body, {controller, names: added})}</span>
      ${categories.map(
        ({id, title, text}) =>
          html`<span slot="title-${id}">${title}</span><span slot="text-${id}">${text}</span>`,
      )}
      <span slot="mind">${fill(texts.changeMind, {button: texts.privacyChoices})}</span>
      <a slot="policy" href=${policyUrl}>${texts.policy}</a>
      ${this.#button('reject', added ? texts.rejectAdded : texts.reject, {type: 'deny-all', ...only})}
      ${this.#button('accept', added ? texts.acceptAdded : texts.accept, {type: 'grant-all', ...only})}
      ${this.#button('settings', texts.choose, {type: 'open-preferences'})}
      ${this.#button('close', '✕', {type: 'dismiss'}, texts.close)}`;
  }

  /** All from this one place, so that neither answer can look better than the other. */
  #button(action: string, label: string, request: ConsentActionEvent['action'], name = label) {
    return html`<button
      type="button"
      slot=${action}
      data-action=${action}
      aria-label=${name}
      aria-keyshortcuts=${request.type === 'dismiss' ? 'Escape' : nothing}
      @click=${this.#ask(request)}
    >
      ${label}
    </button>`;
  }

  #ask = (request: ConsentActionEvent['action']) => () =>
    this.dispatchEvent(new ConsentActionEvent(request, 'banner'));
}

/** Where the words go, out of the page's reach. */
const places = ({categories}: BannerView) =>
  html`<div part="banner">
    <div class="head"><slot name="title"></slot><slot name="close"></slot></div>
    <p><slot name="body"></slot></p>
    <dl>
      ${categories.map(
        ({id}) =>
          html`<div>
            <dt><slot name="title-${id}"></slot></dt>
            <dd><slot name="text-${id}"></slot></dd>
          </div>`,
      )}
    </dl>
    <p><slot name="mind"></slot> <slot name="policy"></slot></p>
    <div class="answers">
      <slot name="reject"></slot><slot name="accept"></slot><slot name="settings"></slot>
    </div>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'consent-banner': ConsentBanner;
  }
}
