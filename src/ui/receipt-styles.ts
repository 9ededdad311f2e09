import {buttons, downloads} from './button-styles.js';
import {onPage, onPaper} from './page-styles.js';
import {base, css, tokens} from './tokens.js';

const inside = css`
  h3 {
    margin-block-end: 0.5em;
  }
  p {
    overflow-wrap: anywhere;
  }
  .first {
    font-weight: 600;
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    margin-block-start: var(--_space);
    padding: 0.5em;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  textarea:focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  h4 {
    margin-block-start: calc(1.5 * var(--_space));
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  li:last-child {
    border: 0;
    padding-block-end: 0;
  }
  time {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  @media print {
    textarea {
      display: none;
    }
    li {
      break-inside: avoid;
    }
  }
`;

export const receiptStyles = [tokens, base, onPage, buttons, downloads(), inside, onPaper].join('');
