import {controls} from './controls-styles.js';
import {narrow, panel} from './preferences-places.js';
import {base, css, firm, tokens} from './tokens.js';

const host = firm(css`
  :host {
    display: contents;
  }
`);

const dialog = css`
  dialog {
    --_edge: calc(1.5 * var(--_space));
    --_rule: color-mix(in srgb, var(--_line) 50%, transparent);
    box-sizing: border-box;
    flex-direction: column;
    inline-size: min(calc(1.625 * var(--consent-width, 27em)), 100% - 2 * var(--_space));
    max-block-size: calc(100% - 2 * var(--_space));
    margin: auto;
    padding: 0;
    color: inherit;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_size);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 1em;
    padding-block: var(--_space) 0.5em;
    padding-inline: var(--_edge) 0.625em;
  }
  .head h2 {
    padding-block: 0.375em;
  }
  .body {
    flex: 1 1 auto;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 var(--_edge) var(--_space);
  }
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr 1fr;
    gap: 0.5em;
    padding: var(--_space) var(--_edge);
    border-block-start: 1px solid var(--_rule);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font: var(--_heading);
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
  .signal {
    padding: 0.75em 1em;
    border-inline-start: 3px solid var(--_text);
  }
  .muted {
    color: var(--_muted);
  }
  section {
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_rule);
  }
  .body > p + section {
    margin-block-start: calc(1.25 * var(--_space));
  }
  section:last-child {
    padding-block-end: 0;
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
    border-inline-start: 1px solid var(--_rule);
    margin-block-start: 0.5em;
  }
  .items {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    margin-block-start: 0.5em;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding-block: 0.375em;
    padding-inline-end: 1em;
    border-block-end: 1px solid var(--_rule);
    overflow-wrap: anywhere;
  }
  th {
    font-weight: 600;
  }
  .announced {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

/** Where a table has no room for columns, each row is a paragraph of its own. */
const rows = css`
  table,
  tbody,
  tr,
  td {
    display: block;
  }
  thead {
    display: none;
  }
  tr {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_rule);
  }
  td {
    padding: 0;
    border: 0;
  }
  td::before {
    content: attr(data-label) ': ';
    color: var(--_muted);
  }
`;

export const preferencesStyles = [
  tokens,
  base,
  host,
  dialog,
  controls,
  lists,
  panel,
  narrow,
  `.items{container-type:inline-size}@container (max-width: 26em){${rows}}`,
].join('');
