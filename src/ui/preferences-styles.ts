import {buttons} from './button-styles.js';
import {controls} from './controls-styles.js';
import {stacked, tables} from './table-styles.js';
import {base, css, firm, tokens} from './tokens.js';

const host = firm(css`
  :host {
    display: contents;
  }
`);

const dialog = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(44em, 100% - 2 * var(--_space));
    max-block-size: calc(100% - 2 * var(--_space));
    margin: auto;
    padding: 0;
    color: inherit;
    background: var(--_background);
    border: 1px solid var(--_text);
    border-radius: var(--_radius);
    font-size: 0.9375em;
    overflow: auto;
    overflow-wrap: break-word;
    overscroll-behavior: contain;
    scroll-padding-block: 6em 10em;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .head,
  .answers,
  .body {
    padding: var(--_space) calc(1.5 * var(--_space));
  }
  .head,
  .answers {
    position: sticky;
    background: var(--_background);
    z-index: 1;
  }
  .head {
    inset-block-start: 0;
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding-inline-end: 0.5em;
  }
  .answers {
    inset-block-end: 0;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  [data-action='save'] {
    grid-column: span 2;
  }
  @media (min-width: 36em) {
    .answers {
      grid-template-columns: 1fr 1fr 1fr;
    }
    [data-action='save'] {
      grid-column: auto;
    }
  }
  @media (max-height: 30em) {
    dialog {
      scroll-padding-block: 0;
    }
    .head,
    .answers {
      position: static;
    }
  }
  .body {
    padding-block: 0 var(--_space);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 1em;
  }
  p + p {
    margin-block-start: 0.75em;
  }
  a,
  summary {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  a {
    padding-block: 0.25em;
  }
  .signal {
    padding: 0.75em 1em;
    border-inline-start: 3px solid var(--_text);
  }
  .muted {
    color: var(--_muted);
  }
  section {
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .body > p + section {
    margin-block-start: calc(1.25 * var(--_space));
  }
  :focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
`;

const lists = css`
  summary {
    display: inline-block;
    padding-block: 0.375em;
    min-block-size: 1.5em;
    text-decoration: underline;
    cursor: pointer;
  }
  .service {
    padding-block: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 1px solid var(--_line);
    margin-block-start: 0.5em;
  }
  .announced {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

export const preferencesStyles = [
  tokens,
  base,
  host,
  dialog,
  buttons,
  controls,
  lists,
  tables,
  stacked('30em'),
].join('');
