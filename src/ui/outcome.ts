import {html, nothing} from 'lit/html.js';
import type {Texts, Theme} from '../types.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import {outcomeStyles} from './outcome-styles.js';

/** What a withdrawal did, and what waits for the visitor's word; services by the names that they know. */
export interface Outcome {
  /** How many cookies and keys were removed. */
  readonly removed: number;
  /** What was not. */
  readonly remaining: readonly {readonly service: string; readonly names: readonly string[]}[];
  /** What cannot end before the visitor has said that nothing would be lost. */
  readonly unfinished: readonly string[];
}

/** Everything the element shows. */
export interface OutcomeView extends Outcome {
  readonly texts: Texts;
  readonly theme: Theme;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Says what a withdrawal did, and what it could not do. Where the page holds something unfinished, such as an
 * open conversation, it asks before that is lost.
 *
 * @csspart dialog
 */
export class ConsentOutcome extends ConsentElement<OutcomeView> {
  #answer: (isWorthless: boolean) => void = () => {};

  constructor() {
    super(outcomeStyles);
  }

  /** Shows it. Resolves with whether the visitor said that what is unfinished may end. */
  ask(): Promise<boolean> {
    this.#answer(false);
    const dialog = this.#dialog;
    // Not `show()`: what only tells something takes the focus from nobody.
    if (!this.view!.unfinished.length) dialog.setAttribute('open', '');
    else if (!dialog.open) dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Out of the page and back, a dialog would be open without being modal. */
  disconnectedCallback(): void {
    if (this.view) this.close();
  }

  /** Takes it away, as if the visitor had said nothing: there is a newer decision. */
  close(): void {
    this.#close(false)();
  }

  protected override template(view: OutcomeView) {
    const {texts, unfinished, removed, remaining} = view;
    const isQuestion = unfinished.length > 0;
    this.speak(view);
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#close(false)}>
      <h2 id="title">${isQuestion ? texts.unfinishedTitle : texts.outcomeTitle}</h2>
      <div role="status">
        ${isQuestion ? html`<p>${fill(texts.unfinished, {names: unfinished.join(', ')})}</p>` : nothing}
        ${removed ? html`<p>${fill(texts.removed, {count: String(removed)})}</p>` : nothing}
        ${remaining.length ? html`<p>${texts.remaining}</p>` : nothing}
        <ul>
          ${remaining.map(
            ({service, names}) =>
              html`<li><bdi>${service}</bdi>: <bdi dir="ltr">${names.join(', ')}</bdi></li>`,
          )}
        </ul>
      </div>
      <div class="answers">
        ${
          isQuestion
            ? [this.#button('later', texts.later, false), this.#button('finish', texts.finish, true)]
            : this.#button('close', texts.done, false)
        }
      </div>
    </dialog>`;
  }

  #button(action: string, label: string, isWorthless: boolean) {
    return html`<button type="button" data-action=${action} @click=${this.#close(isWorthless)}>
      ${label}
    </button>`;
  }

  #close = (isWorthless: boolean) => () => {
    this.#answer(isWorthless);
    this.#dialog.close();
  };

  get #dialog(): HTMLDialogElement {
    return this.shadowRoot!.querySelector('dialog')!;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-outcome': ConsentOutcome;
  }
}
