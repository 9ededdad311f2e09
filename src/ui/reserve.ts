const covering: HTMLElement[] = [];
let sheet: CSSStyleSheet | undefined;

/**
 * Keeps the page's own content reachable while something covers its end: what gets the focus is
 * scrolled clear of it, and the page can be scrolled past its end.
 * https://www.w3.org/WAI/WCAG22/Techniques/css/C43
 */
export function reserveSpace(element: HTMLElement): void {
  if (!sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, (sheet = new CSSStyleSheet())];
  covering.push(element);
  new ResizeObserver(() => {
    const space = Math.max(...covering.map(coveredBy));
    sheet!.replaceSync(
      `:root{scroll-padding-block-end:${space}px}:root::after{content:"";display:block;block-size:${space}px}`,
    );
  }).observe(element);
}

/** What lies nearer to the top covers no end, and what is not shown covers nothing. */
function coveredBy(element: HTMLElement): number {
  const {top, bottom} = element.getBoundingClientRect();
  const isAtEnd = top > innerHeight - bottom && getComputedStyle(element).position === 'fixed';
  return isAtEnd ? innerHeight - top : 0;
}
