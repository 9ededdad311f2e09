import {ADDITIONS} from '../core/placed.js';
import {reserveSpace} from './reserve.js';

/**
 * What the question needs once it is seen: that the page can be scrolled clear of it, and that it comes along when
 * the page is built anew without being loaded, as routers do. Who takes out the question alone, such as a filter
 * list, means it.
 *
 * @param returned called when it is in the page again
 */
export function stay(banner: HTMLElement, returned?: () => void): void {
  const wall = banner.closest('dialog');
  const place = wall ?? banner;
  if (!wall) reserveSpace(banner);
  const bringBack = () => {
    // A page that a router has kept brings pictures of the question, which nobody can answer.
    document.querySelectorAll('consent-banner,dialog:has(>consent-banner)').forEach((copy) => copy.remove());
    document.body.prepend(place);
    returned?.();
  };
  const follow = (records: readonly MutationRecord[]) => {
    if (!place.isConnected && records.some((record) => isRebuilt(record, place))) bringBack();
  };
  // In a body that was exchanged before this was here.
  if (!place.isConnected && place.parentNode) bringBack();
  new MutationObserver(follow).observe(document, ADDITIONS);
}

/** Whether more was taken out than the question: what it was in, or what was beside it. */
function isRebuilt({removedNodes}: MutationRecord, place: Node): boolean {
  const nodes = [...removedNodes];
  return nodes.some((node) => node.contains(place) && (node !== place || nodes.length > 1));
}
