import {buttons} from './button-styles.js';
import {controls} from './controls-styles.js';
import {narrow, panel} from './preferences-places.js';
import {stacked, tables} from './table-styles.js';
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
    overflow-wrap: break-word;
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
    overflow-wrap: anywhere;
    hyphens: auto;
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
  panel,
  narrow,
].join('');
