import {html, nothing} from 'lit/html.js';
import type {Texts, Theme} from '../types.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import {outcomeStyles} from './outcome-styles.js';
import {reserveSpace} from './reserve.js';

/** Milliseconds. What is put into a place for news is read aloud if the place has been there, empty, for a while. */
const SOON = 100;

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
  #isTold = false;
  #isReserved = false;
  /** Where the keyboard was before it came in here. */
  #before: HTMLElement | null = null;

  constructor() {
    super(outcomeStyles);
    this.addEventListener('keydown', ({key}) => key === 'Escape' && this.close());
    this.addEventListener('focusin', (event) => (this.#before = event.relatedTarget as HTMLElement | null));
  }

  /** Shows it. Resolves with whether the visitor said that what is unfinished may end. */
  ask(): Promise<boolean> {
    this.#answer(false);
    this.#tell(false);
    const dialog = this.#dialog;
    if (this.view!.unfinished.length) {
      if (!dialog.open) dialog.showModal();
    } else {
      // Not `show()`: what only tells something takes the focus from nobody.
      dialog.setAttribute('open', '');
      if (!this.#isReserved) reserveSpace(dialog, this.localName);
      this.#isReserved = true;
    }
    setTimeout(() => this.#tell(true), SOON);
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
    const {texts, unfinished} = view;
    const isQuestion = unfinished.length > 0;
    this.speak(view);
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#close(false)}>
      <h2 id="title">${isQuestion ? texts.unfinishedTitle : texts.outcomeTitle}</h2>
      <div role="status">${this.#isTold ? told(view) : nothing}</div>
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

  #tell(isTold: boolean): void {
    this.#isTold = isTold;
    this.draw();
  }

  #close = (isWorthless: boolean) => () => {
    const hadFocus = this.shadowRoot!.activeElement;
    this.#answer(isWorthless);
    this.#dialog.close();
    if (hadFocus) this.#before?.focus();
  };

  get #dialog(): HTMLDialogElement {
    return this.shadowRoot!.querySelector('dialog')!;
  }
}

const told = ({texts, unfinished, removed, remaining}: OutcomeView) => html`
  ${unfinished.length ? html`<p>${fill(texts.unfinished, {names: unfinished.join(', ')})}</p>` : nothing}
  ${removed ? html`<p>${fill(texts.removed, {count: String(removed)})}</p>` : nothing}
  ${remaining.length ? html`<p>${texts.remaining}</p>` : nothing}
  <ul>
    ${remaining.map(
      ({service, names}) => html`<li><bdi>${service}</bdi>: <bdi dir="ltr">${names.join(', ')}</bdi></li>`,
    )}
  </ul>
`;

declare global {
  interface HTMLElementTagNameMap {
    'consent-outcome': ConsentOutcome;
  }
}
