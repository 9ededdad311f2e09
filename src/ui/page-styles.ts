import {css, firm} from './tokens.js';

/** What stands in the text of a page: as wide as its place, on its own background, and made to be printed. */
export const onPage = css`
  :host {
    inline-size: 100%;
  }
  section {
    container-type: inline-size;
  }
  [part] {
    padding: calc(1.25 * var(--_space));
    font-size: var(--_size);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  h3,
  h4,
  p {
    margin: 0;
  }
  h3 {
    font: var(--_heading);
  }
  h3:focus {
    outline: none;
  }
  h4 {
    font-size: 1em;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .muted {
    color: var(--_muted);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-start: var(--_space);
  }
`;

/** On paper there is nothing to press, and nothing is dark. */
export const onPaper =
  firm(css`
    @media print {
      :host([theme]) {
        color-scheme: light;
        --_background: #fff;
        --_text: #000;
        --_muted: #333;
        --_line: #777;
      }
    }
  `) +
  css`
    @media print {
      [part] {
        padding: 0;
        border: 0;
      }
      .answers {
        display: none;
      }
      tr,
      h3,
      caption {
        break-inside: avoid;
        break-after: auto;
      }
      h3,
      caption {
        break-after: avoid;
      }
    }
  `;
