/** Each may cover the end of a page. None knows of the others: the page's own style sheet takes the largest. */
const COVERED = 'max(var(--_consent-banner,0px),var(--_consent-button,0px),var(--_consent-outcome,0px))';

/**
 * Keeps the page's own content reachable while something covers its end: what gets the focus is
 * scrolled clear of it, and the page can be scrolled past its end.
 * https://www.w3.org/WAI/WCAG22/Techniques/css/C43
 *
 * @param name - Which of ours it is, where the element itself is but a part of it.
 */
export function reserveSpace(element: HTMLElement, name = element.localName): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const measure = () => {
    const {top, bottom} = element.getBoundingClientRect();
    // What lies nearer to the top covers no end, and what is not shown covers nothing.
    const isAtEnd = top > innerHeight - bottom && getComputedStyle(element).position === 'fixed';
    const space = isAtEnd ? innerHeight - top : 0;
    // What covers nothing leaves everything as the page has it.
    sheet.replaceSync(
      space
        ? `@media screen{:root{--_${name}:${space}px;scroll-padding-block-end:${COVERED}}:root::after{content:"";display:block;block-size:${COVERED}}}`
        : '',
    );
  };
  // Not at once: where that brings a scroll bar, the element changes again, and the page would hear of an error.
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(element);
}
