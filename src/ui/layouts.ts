import type {Layout} from '../types.js';
import {css, firm} from './tokens.js';

/** Where the banner sits. One entry each; both are boxes that leave the page readable and usable. */
export const layouts: Readonly<Record<Layout, string>> = {
  box: firm(css`
    :host([layout='box']) {
      inset-block-end: var(--_space);
      inset-inline-start: var(--_space);
      inline-size: var(--consent-width, 27em);
      max-inline-size: calc(100% - 2 * var(--_space));
    }
  `),
  bar: firm(css`
    :host([layout='bar']) {
      inset: auto 0 0 0;
      border-width: 1px 0 0;
      border-radius: 0;
    }
  `),
};
