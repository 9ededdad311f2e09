/**
 * Keeps the page's own content reachable while the banner covers a part of it: what gets the focus
 * is scrolled clear of it, and the page can be scrolled past its end.
 * https://www.w3.org/WAI/WCAG22/Techniques/css/C43
 */
export function reserveSpace(banner: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  new ResizeObserver(() => {
    // As it is drawn, on a page that magnifies itself too.
    const {top, height} = banner.getBoundingClientRect();
    const space = height && getComputedStyle(banner).position === 'fixed' ? innerHeight - top : 0;
    sheet.replaceSync(
      `:root{scroll-padding-block-end:${space}px}:root::after{content:"";display:block;block-size:${space}px}`,
    );
  }).observe(banner);
}
