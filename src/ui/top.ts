import {reserveSpace} from './reserve.js';

/** Moves the page down by the height of a bar along its top, so that the bar hides nothing that moves with it. */
export function reserveAbove(bar: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const measure = () => {
    const isAbove = getComputedStyle(bar).position === 'fixed' && !bar.hasAttribute('aside');
    const space = isAbove ? bar.offsetHeight : 0;
    // Without a bar, what the page says of its own header counts again; beside one, the larger of the two.
    sheet.replaceSync('');
    if (!space) return;
    const own = getComputedStyle(document.documentElement).scrollPaddingBlockStart.replace('auto', '0px');
    sheet.replaceSync(
      `@media screen{:root{scroll-padding-block-start:max(${own},${space}px)}:root::before{content:"";display:block;block-size:${space}px}}`,
    );
  };
  // Not at once: where that brings a scroll bar, the bar changes again, and the page would hear of an error.
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(bar);
  new MutationObserver(measure).observe(bar, {attributeFilter: ['aside']});
}

/**
 * A page cannot be scrolled out from under what lies at its top, and a header that stands still does not move
 * down. So the banner goes to the bottom as soon as it would hide what has the focus, and stays there.
 */
export function stepAside(banner: HTMLElement): void {
  const look = ({target}: Event) => {
    if (banner.contains(target as Node) || !covers(banner, target as Element)) return;
    banner.setAttribute('aside', '');
    document.removeEventListener('focusin', look);
    reserveSpace(banner);
  };
  document.addEventListener('focusin', look);
}

function covers(banner: HTMLElement, element: Element): boolean {
  const [over, under] = [banner, element].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
  const isBeside = under.right <= over.left || under.left >= over.right;
  return !isBeside && under.bottom > over.top && under.top < over.bottom;
}
