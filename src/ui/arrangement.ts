import type {Config} from '../types.js';
import {ADDITIONS} from '../core/placed.js';
import {layouts} from './layouts.js';
import {matchesPath} from './paths.js';
import {css, firm} from './tokens.js';
import {reserveAbove, stepAside} from './top.js';
import {raiseWall} from './wall.js';

/** Where nobody is asked, the banner stays in the page and is not shown. */
const quiet = firm(css`
  :host([quiet]) {
    display: none;
  }
`);

/** @returns what has to be called when the banner has left the page and is back */
export type Arrange = (banner: HTMLElement, config: Config) => (() => void) | undefined;

/**
 * Puts the banner where a site wants it other than by default, and keeps it back on the pages where nobody is
 * asked. Fetched only for that, beside the language.
 */
export const arrange: Arrange = (banner, {layout, hideOn, policy}) => {
  const styles = layout === 'box' ? '' : layouts[layout];
  dress(banner, styles + quiet);
  // Who is asked by a wall has to be able to read the policy first.
  const hidden = layout === 'wall' ? [...hideOn, policy.url] : hideOn;
  const look = () => banner.toggleAttribute('quiet', matchesPath(hidden, location));
  look();
  // A page that changes its path without loading changes what it shows, too.
  if (hidden.length) new MutationObserver(look).observe(document, ADDITIONS);
  if (layout === 'bar-top') reserveAbove(banner);
  if (layout.includes('top')) stepAside(banner);
  return layout === 'wall' ? raiseWall(banner) : undefined;
};

function dress({shadowRoot}: HTMLElement, styles: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
}
