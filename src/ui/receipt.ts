import {html, nothing} from 'lit/html.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {allowsAnything, chosen, chosenJson, earlier} from './chosen.js';
import {Downloads} from './download.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import type {PlacedView} from './placed.js';
import {receiptStyles} from './receipt-styles.js';

/**
 * The visitor's own receipt, for a policy page: what they allowed, when, until when and after which notice, under
 * which id, and what they chose before. To be copied, saved and taken back. Without `receipts` in the options it
 * shows the choice alone. What is written between its tags is shown where no scripts run.
 *
 * @fires consent-action - The visitor withdraws everything.
 * @csspart receipt - Everything inside the box.
 */
export class ConsentReceipt extends ConsentElement<PlacedView> {
  readonly #downloads = new Downloads();
  /** Said to assistive technology too. */
  #status = '';
  /** Where the clipboard is out of reach, the text stands on the page to be copied from there. */
  #isSpelledOut = false;

  constructor() {
    super(receiptStyles);
  }

  disconnectedCallback(): void {
    this.#downloads.release();
  }

  protected override template(view: PlacedView) {
    const {texts} = view;
    const [first, ...others] = chosen(view);
    this.speak(view);
    return html`<section part="receipt" aria-labelledby="title">
      <h3 id="title" tabindex="-1">${texts.receiptTitle}</h3>
      <p class="first">${first}</p>
      ${others.map((line) => html`<p class="muted">${line}</p>`)} ${this.#answers(view)}
      ${
        this.#isSpelledOut
          ? html`<textarea
              readonly
              rows="5"
              aria-label=${texts.receiptTitle}
              .value=${inWords(view)}
            ></textarea>`
          : nothing
      }
      ${history(view)}
    </section>`;
  }

  #answers(view: PlacedView) {
    const {texts} = view;
    const isDecided = view.consent.decidedAt !== null;
    return html`<div class="answers">
      ${
        isDecided
          ? html`<button type="button" data-action="copy" @click=${this.#copy(view)}>${texts.copy}</button>
              ${this.#downloads.link(chosenJson(view), fill(texts.download, {format: 'JSON'}))}`
          : nothing
      }
      ${
        allowsAnything(view)
          ? html`<button type="button" data-action="withdraw" @click=${this.#withdraw}>
              ${texts.withdraw}
            </button>`
          : nothing
      }
      <span role="status">${this.#status}</span>
    </div>`;
  }

  #withdraw = () => {
    this.dispatchEvent(new ConsentActionEvent({type: 'withdraw'}, 'receipt'));
    this.#status = this.view!.texts.saved;
    this.#isSpelledOut = false;
    this.draw();
    // The button goes, and the focus must not be lost with it.
    this.shadowRoot!.querySelector('h3')!.focus();
  };

  #copy = (view: PlacedView) => async () => {
    // Only a page on https has a clipboard, and the browser may refuse.
    const isCopied = await Promise.resolve(navigator.clipboard?.writeText(inWords(view))).then(
      () => !!navigator.clipboard,
      () => false,
    );
    this.#status = isCopied ? view.texts.copied : '';
    this.#isSpelledOut = !isCopied;
    this.draw();
    this.shadowRoot!.querySelector('textarea')?.select();
  };
}

/** What there is to copy: the receipt as it is read. */
const inWords = (view: PlacedView) =>
  [`${view.texts.receiptTitle}: ${view.controller}`, ...chosen(view)].join('\n');

function history(view: PlacedView) {
  const choices = earlier(view);
  if (!choices.length) return nothing;
  return html`<h4>${view.texts.history}</h4>
    <ol>
      ${choices.map(({time, day, text}) => html`<li><time datetime=${time}>${day}</time> ${text}</li>`)}
    </ol>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-receipt': ConsentReceipt;
  }
}
