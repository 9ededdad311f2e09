import {render} from 'lit/html.js';
import type {TemplateResult} from 'lit/html.js';

/**
 * What our elements have in common: styles and a template in a shadow root, and one property, `view`,
 * with everything there is to show. Lit draws the template. `LitElement` would do the same for 2.5 kB
 * more on every first visit: see docs/decisions/0009-lit-templates-without-litelement.md.
 */
export abstract class ConsentElement<View> extends (globalThis.HTMLElement ?? class {}) {
  readonly #root: ShadowRoot;
  #view: View | undefined;

  constructor(styles: string) {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root = this.attachShadow({mode: 'open'});
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** Everything there is to show; setting it draws. Nothing is shown before. */
  get view(): View | undefined {
    return this.#view;
  }
  set view(view: View | undefined) {
    this.#view = view;
    this.draw();
  }

  /** Draws again, after a change of what only this element knows. */
  protected draw(): void {
    if (this.#view) render(this.template(this.#view), this.#root);
  }

  protected abstract template(view: View): TemplateResult;

  /** Sets the attributes that every element has alike. */
  protected speak({
    lang,
    dir,
    theme,
  }: {
    readonly lang: string;
    readonly dir: string;
    readonly theme: string;
  }): void {
    for (const [name, value] of Object.entries({lang, dir, theme})) this.setAttribute(name, value);
  }
}
