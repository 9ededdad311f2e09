import {html, nothing} from 'lit/html.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {ConsentElement} from './element.js';
import type {PlacedView} from './placed.js';
import {reserveSpace} from './reserve.js';
import {base, css, firm, tokens} from './tokens.js';

/** A floating one lies behind the banner, unless it has the focus. */
const place = firm(css`
  :host {
    display: inline-block;
  }
  :host([floating]) {
    position: fixed;
    z-index: calc(var(--consent-z-index, 2147483000) - 1);
    inset-block-end: var(--_space);
    inset-inline-start: var(--_space);
  }
  :host([floating='end']) {
    inset-inline: auto var(--_space);
  }
  :host([floating]:focus-within) {
    z-index: calc(var(--consent-z-index, 2147483000) + 1);
  }
  @media print {
    :host([floating]) {
      display: none;
    }
  }
`);

const inside = css`
  button {
    min-block-size: 3em;
    padding: 0.5em 1em;
    font: inherit;
    font-size: var(--_size);
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  p {
    margin: 0.5em 0 0;
    padding: 0.25em 0.5em;
    max-inline-size: 36em;
    background: var(--_background);
    font-size: var(--_size);
  }
  :host([floating]) p {
    display: none;
  }
`;

/**
 * Reopens the choices, wherever the site puts it, and says which signal of the browser was honoured.
 *
 * @attr floating - Stays in a corner of the window: at the start of the line, or with `floating="end"` at its end.
 *   The page gets as much room at its end. Which signal was honoured is then said by the preference center alone.
 * @fires consent-action - The visitor wants to see the choices.
 * @csspart button
 */
export class ConsentButton extends ConsentElement<PlacedView> {
  #isReserved = false;

  constructor() {
    super([tokens, base, place, inside].join(''));
  }

  protected override template(view: PlacedView) {
    const {
      texts,
      consent: {signals},
    } = view;
    const honoured = signals.gpc ? texts.gpc : signals.dnt === '1' ? texts.dnt : '';
    this.speak(view);
    this.#reserve();
    return html`<button part="button" type="button" data-action="settings" @click=${this.#open}>
        ${texts.privacyChoices}
      </button>
      ${honoured ? html`<p role="status">${honoured}</p>` : nothing}`;
  }

  /** Also where it floats only on some screens or from some time on: what is not fixed reserves nothing. */
  #reserve(): void {
    if (this.#isReserved || !this.hasAttribute('floating')) return;
    this.#isReserved = true;
    reserveSpace(this);
  }

  #open = () => this.dispatchEvent(new ConsentActionEvent({type: 'open-preferences'}));
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-button': ConsentButton;
  }
}
