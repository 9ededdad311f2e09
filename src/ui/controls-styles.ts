import {css} from './tokens.js';

/** Switches, out of the page's reach, and the button that saves them. */
export const controls = css`
  label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    min-block-size: 3em;
    cursor: pointer;
  }
  label > :first-child {
    flex: 1;
    max-inline-size: 100%;
  }
  label p {
    flex: 0 1 38em;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 0.625em;
    min-block-size: 1.5em;
  }
  input {
    appearance: none;
    box-sizing: border-box;
    flex: none;
    inline-size: 2.75em;
    block-size: 1.5em;
    margin: 0;
    padding: 0.1875em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    font: inherit;
    cursor: pointer;
  }
  input::before {
    content: '';
    display: block;
    block-size: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_line);
  }
  input:checked {
    background: var(--_button);
    border-color: var(--_button);
  }
  input:checked::before {
    margin-inline-start: auto;
    background: var(--_button-text);
  }
  input:disabled {
    opacity: 0.6;
    cursor: default;
  }
  [data-action='save'] {
    color: var(--_button-text);
    background: var(--_button);
    border-color: var(--_button);
  }
  button[data-action='close'] {
    min-inline-size: 3em;
    padding: 0;
    border-color: transparent;
  }
  @media (forced-colors: active) {
    input::before {
      background: CanvasText;
    }
    input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
