/** Marks style rules, for editors and for the build, which folds their white space. */
export const css = String.raw;

/**
 * What a site sets to make the elements its own. Everything else follows from these.
 *
 * @cssprop [--consent-background=light-dark(#fff, #16181d)] - Background of everything.
 * @cssprop [--consent-text=light-dark(#16181d, #dfe2e7)] - Text, and what has the focus.
 * @cssprop [--consent-muted=light-dark(#4b515c, #b4bac4)] - Secondary text.
 * @cssprop [--consent-line=#7c8490] - Borders of controls.
 * @cssprop [--consent-border=var(--consent-text)] - The line around banner, preference center and notices.
 * @cssprop [--consent-button=var(--consent-text)] - Background of the buttons, accept and reject alike.
 * @cssprop [--consent-button-text=var(--consent-background)] - Text of the buttons.
 * @cssprop [--consent-font=system-ui, sans-serif] - Font family.
 * @cssprop [--consent-font-size=0.9375em] - Size of the text; `em` is the visitor's own.
 * @cssprop [--consent-heading-font=600 1.1875em/1.3 var(--consent-font)] - Headings, as the `font` shorthand says it.
 * @cssprop [--consent-radius=3px] - Corners.
 * @cssprop [--consent-space=1em] - The unit of all distances.
 * @cssprop [--consent-width=27em] - Of the layouts `box…` and of notices; `cloud`, `wall` and the preference center are wider in proportion.
 * @cssprop [--consent-z-index=2147483000] - Of what lies over the page.
 */
export const tokens = css`
  :host {
    --_background: var(--consent-background, light-dark(#fff, #16181d));
    --_text: var(--consent-text, light-dark(#16181d, #dfe2e7));
    --_muted: var(--consent-muted, light-dark(#4b515c, #b4bac4));
    --_line: var(--consent-line, #7c8490);
    --_border: var(--consent-border, var(--_text));
    --_button: var(--consent-button, var(--_text));
    --_button-text: var(--consent-button-text, var(--_background));
    --_radius: var(--consent-radius, 3px);
    --_space: var(--consent-space, 1em);
    --_font: var(--consent-font, system-ui, sans-serif);
    --_size: var(--consent-font-size, 0.9375em);
    --_heading: var(--consent-heading-font, 600 1.1875em/1.3 var(--_font));
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
