import {layouts} from './layouts.js';
import {base, css, firm, tokens} from './tokens.js';

/** The host is the fixed box and the words are its children: what reads pages for people sees them. */
const box = firm(css`
  :host {
    position: fixed;
    z-index: var(--consent-z-index, 2147483000);
    max-block-size: min(85%, 44em);
    background: var(--_background);
    border: 1px solid var(--_text);
    border-radius: var(--_radius);
    overflow: auto;
  }
  ::slotted(*) {
    all: initial;
    color-scheme: inherit;
    font: inherit;
    color: inherit;
    overflow-wrap: anywhere;
  }
  ::slotted(*)::before,
  ::slotted(*)::after {
    content: none;
  }
  ::slotted(h2) {
    display: block;
    font-weight: 600;
    font-size: 1.125em;
    line-height: 1.3;
  }
  ::slotted(a) {
    padding-block: 0.25em;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  ::slotted(button) {
    box-sizing: border-box;
    min-block-size: 3em;
    padding: 0.5em 1em;
    font-weight: 600;
    text-align: center;
    color: var(--_button-text);
    background: var(--_button);
    border: 1px solid var(--_button);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  ::slotted([slot='settings']),
  ::slotted([slot='close']) {
    color: inherit;
    background: none;
    border-color: var(--_line);
  }
  ::slotted([slot='close']) {
    border-color: transparent;
  }
  ::slotted(button:hover) {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  @media (max-height: 25em) {
    :host {
      position: relative;
      max-block-size: none;
      inset: 0;
    }
  }
`);

/** Inside the shadow root, out of the page's reach. */
const inside = css`
  [part] {
    padding: var(--_space) calc(1.25 * var(--_space)) calc(1.25 * var(--_space));
    display: grid;
    gap: 0.75em;
    font-size: 0.9375em;
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-inline-end: -0.75em;
  }
  p,
  dl,
  dd {
    margin: 0;
  }
  dl {
    display: grid;
    gap: 0.5em;
    color: var(--_muted);
  }
  dt {
    font-weight: 600;
    color: var(--_text);
    margin-inline-end: 0.375em;
  }
  dt,
  dd {
    display: inline;
  }
  .answers {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em;
    padding-block: 0.75em calc(1.25 * var(--_space));
    margin-block-end: calc(-1.25 * var(--_space));
    background: var(--_background);
  }
  .answers slot {
    display: grid;
  }
  slot[name='settings'] {
    grid-column: span 2;
  }
  @media (min-width: 60em) {
    :host([layout='bar']) [part] {
      grid-template-columns: 2fr 3fr;
      column-gap: 3em;
      max-inline-size: 76em;
      margin-inline: auto;
    }
    :host([layout='bar']) .head {
      grid-column: span 2;
    }
    :host([layout='bar']) dl {
      grid-template-columns: 1fr 1fr;
      column-gap: 2em;
    }
    :host([layout='bar']) .answers {
      grid-template-columns: 1fr 1fr 1fr;
    }
    :host([layout='bar']) slot[name='settings'] {
      grid-column: auto;
    }
  }
`;

export const bannerStyles = [tokens, base, box, ...Object.values(layouts), inside].join('');
