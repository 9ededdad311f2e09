import {css} from './tokens.js';

/** A table of what is stored. */
export const tables = css`
  section {
    container-type: inline-size;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    margin-block-start: 0.5em;
  }
  th,
  td {
    box-sizing: border-box;
    text-align: start;
    vertical-align: top;
    padding: 0.375em 0;
    padding-inline-end: 1em;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  th {
    font-weight: 600;
  }
`;

/** In a narrow place each row becomes a paragraph, so that nothing has to be scrolled sideways. */
export const stacked = (narrow: string): string => css`
  @container (max-width: ${narrow}) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_line);
    }
    th,
    td {
      padding: 0;
      border: 0;
    }
    td::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
  }
`;
