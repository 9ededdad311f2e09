import {css} from './tokens.js';

export const buttons = css`
  button {
    box-sizing: border-box;
    min-block-size: 3em;
    padding: 0.5em 1em;
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
`;

/** The same for links that save a file. A function, so that no part has it that does not call it. */
export const downloads = (): string =>
  buttons.replaceAll('button', 'a[download]') +
  css`
    a[download] {
      line-height: calc(1.75em - 2px);
      text-align: center;
      text-decoration: none;
    }
    a[download]:hover {
      text-decoration: underline;
    }
  `;
