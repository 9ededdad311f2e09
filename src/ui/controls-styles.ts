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
    margin-inline-start: 1.25em;
    background: var(--_button-text);
  }
  input:disabled {
    background: var(--_line);
    border-color: var(--_line);
    cursor: default;
  }
  input:disabled::before {
    background: var(--_background);
  }
  label:has(:disabled) {
    cursor: default;
  }
  @media (prefers-reduced-motion: no-preference) {
    input::before {
      transition: margin 0.12s;
    }
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
    input,
    input:disabled {
      background: Canvas;
      border-color: CanvasText;
    }
    input::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    input:checked {
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }
    input:checked::before {
      background: HighlightText;
    }
    input:disabled {
      background: GrayText;
      border-color: GrayText;
      forced-color-adjust: none;
    }
    input:disabled::before {
      background: Canvas;
    }
  }
`;
