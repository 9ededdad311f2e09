import {reserveSpace} from './reserve.js';

/** Hears of every change of the page since the question was put there. */
export type Stay = (records: readonly MutationRecord[]) => void;

/**
 * What the question needs once it is seen: that the page can be scrolled clear of it, and that it comes along when
 * the page is built anew without being loaded, as routers and frameworks do. Who takes out the question alone, such
 * as a filter list, means it.
 *
 * @param returned called when it is in the page again
 */
export function stay(banner: HTMLElement, returned?: () => void): Stay {
  const wall = banner.closest('dialog');
  const place = wall ?? banner;
  if (!wall) reserveSpace(banner);
  return (records) => {
    if (place.isConnected || !isRebuilt(records, place)) return;
    // A page that a router has kept brings copies of the question, which nobody can answer.
    document.querySelectorAll('consent-banner,dialog:has(>consent-banner)').forEach((copy) => copy.remove());
    document.body.prepend(place);
    returned?.();
  };
}

/** Whether more was taken out than the question: what it was in, or something of the page's own beside it. */
function isRebuilt(records: readonly MutationRecord[], place: Node): boolean {
  const home = records.find(({removedNodes}) =>
    [...removedNodes].some((node) => node.contains(place)),
  )?.target;
  return records
    .filter(({target}) => target === home)
    .flatMap(({removedNodes}) => [...removedNodes])
    .some((node) => node !== place && node instanceof HTMLElement && !node.localName.startsWith('consent-'));
}
