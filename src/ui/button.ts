import {html, nothing} from 'lit/html.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {ConsentElement} from './element.js';
import type {PlacedView} from './placed.js';
import {base, css, firm, tokens} from './tokens.js';

const inline = firm(css`
  :host {
    display: inline-block;
  }
`);

const inside = css`
  button {
    min-block-size: 3em;
    padding: 0.5em 1em;
    font: inherit;
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
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
    font-size: 0.875em;
  }
`;

/**
 * Reopens the choices, wherever the site puts it, and says which signal of the browser was honoured.
 *
 * @fires consent-action - The visitor wants to see the choices.
 */
export class ConsentButton extends ConsentElement<PlacedView> {
  constructor() {
    super([tokens, base, inline, inside].join(''));
  }

  protected override template(view: PlacedView) {
    const {
      texts,
      consent: {signals},
    } = view;
    const honoured = signals.gpc ? texts.gpc : signals.dnt === '1' ? texts.dnt : '';
    this.speak(view);
    return html`<button type="button" data-action="settings" @click=${this.#open}>
        ${texts.privacyChoices}
      </button>
      ${honoured ? html`<p role="status">${honoured}</p>` : nothing}`;
  }

  #open = () => this.dispatchEvent(new ConsentActionEvent({type: 'open-preferences'}));
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-button': ConsentButton;
  }
}
