import {buttons} from './button-styles.js';
import {base, css, firm, tokens} from './tokens.js';

const host = firm(css`
  :host {
    display: contents;
  }
  @media print {
    :host {
      display: none;
    }
  }
`);

const inside = css`
  dialog {
    box-sizing: border-box;
    position: fixed;
    z-index: var(--consent-z-index, 2147483000);
    inset-block: auto var(--_space);
    inset-inline: var(--_space) auto;
    inline-size: var(--consent-width, 27em);
    max-inline-size: calc(100% - 2 * var(--_space));
    max-block-size: min(85%, 44em);
    margin: 0;
    padding: var(--_space) calc(1.25 * var(--_space)) calc(1.25 * var(--_space));
    color: inherit;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_size);
    overflow: auto;
  }
  dialog:modal {
    inset: 0;
    margin: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  h2 {
    margin: 0 0 0.5em;
    font: var(--_heading);
  }
  p,
  ul {
    margin: 0 0 0.75em;
  }
  ul {
    padding-inline-start: 1.25em;
    color: var(--_muted);
  }
  ul:empty {
    display: none;
  }
  bdi {
    overflow-wrap: anywhere;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .answers button {
    flex: 1 1 auto;
  }
`;

export const outcomeStyles = [tokens, base, host, buttons, inside].join('');
