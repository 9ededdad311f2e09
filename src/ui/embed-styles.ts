import {buttons} from './button-styles.js';
import {css, firm, tokens} from './tokens.js';

/** The host's size and place are the site's to say; everything in it is not. */
const host = css`
  :host {
    display: grid;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
  }
`;

const alike = firm(css`
  :host([theme]) {
    font-size: medium;
    color-scheme: light dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  :host::before,
  :host::after {
    content: none;
  }
`);

const inside = css`
  iframe {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border: 0;
  }
  [part='placeholder'] {
    all: initial;
    box-sizing: border-box;
    padding: var(--_space) calc(1.25 * var(--_space));
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.5em;
    text-align: center;
    font: var(--_size)/1.5 var(--_font);
    color: var(--_text);
    color-scheme: inherit;
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  p {
    margin: 0;
    max-inline-size: 36em;
    color: var(--_muted);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  button {
    color: var(--_button-text);
    background: var(--_button);
    border-color: var(--_button);
  }
`;

export const embedStyles = [tokens, host, alike, buttons, inside].join('');
