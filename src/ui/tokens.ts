/** Marks style rules, for editors and for the build, which folds their white space. */
export const css = String.raw;

/** What a site sets to make the elements its own. Everything else follows from these. */
export const tokens = css`
  :host {
    --_background: var(--consent-background, light-dark(#fff, #16181d));
    --_text: var(--consent-text, light-dark(#16181d, #f1f2f4));
    --_muted: var(--consent-muted, light-dark(#4b515c, #b4bac4));
    --_line: var(--consent-line, #7c8490);
    --_button: var(--consent-button, var(--_text));
    --_button-text: var(--consent-button-text, var(--_background));
    --_radius: var(--consent-radius, 3px);
    --_space: var(--consent-space, 1em);
    --_font: var(--consent-font, system-ui, sans-serif);
  }
  @supports not (color: light-dark(#fff, #000)) {
    :host {
      --_background: var(--consent-background, #fff);
      --_text: var(--consent-text, #16181d);
      --_muted: var(--consent-muted, #4b515c);
    }
  }
`;

/**
 * Styles that the page cannot override, not even with `* { all: unset !important }`: an important
 * rule inside a shadow root wins over the page's. The visitor's own style sheet still wins over both.
 * Takes plain declarations, each closed by a semicolon.
 */
export const firm = (rules: string): string => rules.replaceAll(';', ' !important;');

/** Starts every element from the browser's own defaults, in the visitor's text size, light or dark. */
export const base = firm(css`
  :host {
    all: initial;
    display: block;
    box-sizing: border-box;
    color-scheme: light dark;
    font: medium/1.5 var(--_font);
    color: var(--_text);
    text-align: start;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  :host::before,
  :host::after {
    content: none;
  }
`);
