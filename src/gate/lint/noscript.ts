import {addressOf, servicesAt} from './shelf.js';
import type {Warn} from './warn.js';

/** Images and frames for browsers without scripts, where there is no gate either. */
export function checkNoscript(warn: Warn): void {
  for (const element of document.querySelectorAll('noscript')) {
    for (const address of addressesIn(element)) {
      const url = addressOf(address);
      const [known] = url ? servicesAt(url) : [];
      if (!known) continue;
      warn(
        `a <noscript> has ${url!.host}${url!.pathname} of ${known.name} fetched in browsers without scripts, where ` +
          'nothing can gate it and nobody can be asked; remove it',
        element,
      );
    }
  }
}

/** Where scripts run, the parser takes what is in it for text. */
function addressesIn(element: Element): string[] {
  const children = [...element.querySelectorAll('[src]')].map((child) => child.getAttribute('src')!);
  return [...children, ...(element.textContent.match(/(https?:)?\/\/[^\s"'<>]+/gi) ?? [])];
}
