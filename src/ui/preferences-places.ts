import {css} from './tokens.js';

/** The panel stands at the side where lines end, and comes from there. */
export const panel = css`
  :host([layout='panel']) dialog {
    inline-size: min(calc(1.125 * var(--consent-width, 27em)), 100%);
    block-size: 100%;
    max-block-size: none;
    margin-block: 0;
    margin-inline: auto 0;
    border-width: 0;
    border-inline-start-width: 1px;
    border-radius: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host([layout='panel']) dialog[open] {
      animation: enter 0.18s ease-out;
    }
    :host([layout='panel'][dir='rtl']) dialog[open] {
      animation-name: enter-rtl;
    }
  }
  @keyframes enter {
    from {
      transform: translateX(3em);
      opacity: 0;
    }
  }
  @keyframes enter-rtl {
    from {
      transform: translateX(-3em);
      opacity: 0;
    }
  }
`;

/** On a phone it is the page; and where two answers share a line, the third has its own. */
export const narrow = css`
  @media (max-width: 36em), (max-height: 25em) {
    dialog {
      --_edge: var(--_space);
      inline-size: 100%;
      max-inline-size: none;
      block-size: 100%;
      max-block-size: none;
      border-width: 0;
      border-radius: 0;
    }
  }
  @media (max-width: 36em) {
    .answers {
      grid-template-columns: 1fr 1fr;
    }
    [data-action='save'] {
      grid-column: span 2;
    }
  }
  :host([layout='panel']) .answers {
    grid-template-columns: 1fr 1fr;
  }
  :host([layout='panel']) [data-action='save'] {
    grid-column: span 2;
  }
  @media (max-height: 25em) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
  }
`;
