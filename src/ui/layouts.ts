import type {Layout} from '../types.js';
import {css, firm} from './tokens.js';

/** On low screens every banner stands in the flow of the page, so that it hides nothing. */
const notLow = (rules: string) => `@media (min-height: 25.01em){${rules}}`;
/** On narrow screens every box is at the bottom, where thumbs are, and on a phone as wide as the page. */
const roomy = (rules: string) => `@media (min-width: 40em) and (min-height: 25.01em){${rules}}`;

const atTheEnd = firm(css`
  :host {
    inset-inline: auto var(--_space);
  }
`);

/** One that has stepped aside for what has the focus is at the bottom again. */
const atTheTop = firm(css`
  :host(:not([aside])) {
    inset-block: var(--_space) auto;
  }
`);

const acrossThePage = firm(css`
  :host {
    inline-size: auto;
    border-radius: 0;
  }
`);

const atTheBottomEdge = firm(css`
  :host {
    inset: auto 0 0;
    border-width: 1px 0 0;
  }
`);

const atTheTopEdge = firm(css`
  :host(:not([aside])) {
    inset: 0 0 auto;
    border-width: 0 0 1px;
  }
`);

const inTheMiddle = firm(css`
  :host {
    inline-size: min(1.85 * var(--consent-width, 27em), 100% - 2 * var(--_space));
    inset-inline: 0;
    margin-inline: auto;
  }
`);

/** Words beside the categories, with the answers below them. */
const twoColumns = css`
  @media (min-width: 48em) {
    [part='banner'] {
      column-gap: 2.5em;
      grid-template: 'head head' auto 'body list' auto 'mind list' 1fr 'mind answers' auto / 2fr 3fr;
    }
    .head {
      grid-area: head;
      margin-block-end: -0.25em;
    }
    p {
      grid-area: body;
    }
    dl {
      grid-area: list;
    }
    dl ~ p {
      grid-area: mind;
    }
    .answers {
      grid-area: answers;
      grid-template-columns: 1fr 1fr 1fr;
    }
    slot[name='settings'] {
      grid-column: auto;
    }
  }
`;

/** And where there is room for it, the answers in a column of their own. */
const threeColumns = css`
  @media (min-width: 68em) {
    [part='banner'] {
      max-inline-size: 84em;
      margin-inline: auto;
      grid-template: 'head head head' auto 'body list answers' auto 'mind list answers' 1fr / 5fr 8fr 16em;
      padding-block-end: calc(1.25 * var(--_space));
    }
    dl {
      grid-template-columns: 1fr 1fr;
      gap: 0.75em 2em;
      align-content: start;
    }
    .answers {
      align-self: start;
      padding-block: 0.25em 0;
      grid-template-columns: 1fr 1fr;
    }
    slot[name='settings'] {
      grid-column: span 2;
    }
  }
`;

const overThePage = firm(css`
  :host {
    inset: 0;
    margin: auto;
    block-size: fit-content;
    inline-size: min(1.5 * var(--consent-width, 27em), 100% - 2 * var(--_space));
    max-block-size: calc(100% - 2 * var(--_space));
  }
  ::slotted(h2:focus-visible) {
    outline: none;
  }
  ::slotted([slot='close'])::after {
    content: ' ' attr(aria-label);
  }
`);

/** What the × does stands beside it, and ends where the answers end; on a phone, above the heading. */
const closing = css`
  .head {
    margin-inline-end: calc(-0.5em - 1px);
  }
  @media (max-width: 30em) {
    .head {
      flex-direction: column-reverse;
      align-items: stretch;
    }
    slot[name='close'] {
      display: block;
      text-align: end;
      margin-block-start: -0.5em;
    }
  }
`;

const twoByTwo = css`
  @media (min-width: 40em) {
    dl {
      grid-template-columns: 1fr 1fr;
      gap: 0.75em 2em;
    }
  }
`;

/**
 * What each layout has other than `box`, whose styles are the banner's own. One entry each. All but `wall` leave
 * the page readable and usable.
 */
export const layouts: Readonly<Record<Exclude<Layout, 'box'>, string>> = {
  'box-end': roomy(atTheEnd),
  'box-top': roomy(atTheTop),
  'box-top-end': roomy(atTheEnd + atTheTop),
  bar: acrossThePage + notLow(atTheBottomEdge) + twoColumns + threeColumns,
  'bar-top': acrossThePage + notLow(atTheBottomEdge + atTheTopEdge) + twoColumns + threeColumns,
  cloud: notLow(inTheMiddle) + twoColumns,
  wall: notLow(overThePage) + closing + twoByTwo,
};
