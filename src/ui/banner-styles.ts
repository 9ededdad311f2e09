import {base, css, firm, tokens} from './tokens.js';

/**
 * The host is the fixed box and the words are its children: what reads pages for people sees them. It sits where
 * the layout `box` wants it; arrangement.js, where that is fetched, says otherwise. The answers stay in sight over
 * what is scrolled, so the link among the words is scrolled clear of them when it has the focus. In the flow of the
 * page it is no higher than the window and scrolls by itself: some pages do not.
 */
const box = firm(css`
  :host {
    z-index: var(--consent-z-index, 2147483000);
    inset-block-end: var(--_space);
    inset-inline-start: var(--_space);
    inline-size: min(var(--consent-width, 27em), 100% - 2 * var(--_space));
    max-block-size: 80%;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    position: fixed;
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
    font: var(--_heading);
  }
  ::slotted(a) {
    padding-block: 0.25em;
    scroll-margin-block-end: 11em;
  }
  ::slotted(button) {
    box-sizing: border-box;
    min-block-size: 3em;
    min-inline-size: 3em;
    padding: 0.5em;
    font-weight: 600;
    text-align: center;
    color: var(--_button-text);
    background: var(--_button);
    border: 1px solid var(--_button);
    border-radius: var(--_radius);
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
  ::slotted(a),
  ::slotted(button:hover) {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  @media (max-height: 25em) {
    :host {
      position: relative;
      flex: none;
      max-block-size: 100dvh;
      inset: 0;
    }
    .answers {
      position: static;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`);

/** Inside the shadow root, out of the page's reach. */
const inside = css`
  [part] {
    padding: var(--_space) calc(1.25 * var(--_space)) 0;
    display: grid;
    gap: 0.75em;
    font-size: var(--_size);
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-inline-end: -1em;
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
    padding: 0.5em 0 calc(1.25 * var(--_space));
    background: var(--_background);
  }
  .answers slot {
    display: grid;
  }
  slot[name='settings'] {
    grid-column: span 2;
  }
`;

export const bannerStyles = [tokens, base, box, inside].join('');
