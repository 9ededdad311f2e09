import {buttons, downloads} from './button-styles.js';
import {onPage, onPaper} from './page-styles.js';
import {stacked, tables} from './table-styles.js';
import {base, css, tokens} from './tokens.js';

const inside = css`
  section + section {
    margin-block-start: calc(2 * var(--_space));
  }
  .service {
    margin-block-start: var(--_space);
  }
  table {
    margin: 0;
    table-layout: fixed;
  }
  thead th:nth-child(-n + 2) {
    inline-size: 25%;
  }
  thead th:nth-child(3) {
    inline-size: 17%;
  }
  thead th:nth-child(4) {
    inline-size: 15%;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  caption,
  .service p {
    padding-block-end: 0.25em;
    text-align: start;
  }
  small {
    font-weight: 400;
    font-size: inherit;
    color: var(--_muted);
  }
  [data-state]::before {
    content: '';
    display: inline-block;
    box-sizing: border-box;
    inline-size: 0.625em;
    block-size: 0.625em;
    margin-inline-end: 0.375em;
    border: 1px solid var(--_muted);
    border-radius: 50%;
  }
  [data-state='present'] {
    font-weight: 600;
  }
  [data-state='present']::before {
    background: var(--_text);
    border-color: var(--_text);
    print-color-adjust: exact;
  }
  [data-state='unseen'] {
    color: var(--_muted);
  }
  [data-state='unseen']::before {
    border-style: dashed;
  }
`;

export const declarationStyles = [
  tokens,
  base,
  onPage,
  buttons,
  downloads(),
  tables,
  stacked('38em'),
  inside,
  onPaper,
].join('');
