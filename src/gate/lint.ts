import type {Config, Consent} from '../types.js';
import {checkContacts, checkCookies} from './lint/contacts.js';
import {createLayerCheck} from './lint/data-layer.js';
import {checkGated} from './lint/gated.js';
import {checkLook} from './lint/look.js';
import {checkNoscript} from './lint/noscript.js';
import {checkServices} from './lint/services.js';
import {checkTexts} from './lint/texts.js';
import {createTrackerCheck} from './lint/trackers.js';
import {sayOnce} from './lint/warn.js';

/** What lint sees of the page's gate. */
export interface Linted {
  readonly config: () => Config;
  readonly consent: () => Consent;
}

/** Says mistakes in the page and its options aloud, each once. Loaded only with `debug`. */
export function lint({config, consent}: Linted): void {
  const warn = sayOnce();
  const checkTrackers = createTrackerCheck({config, consent, warn});
  const checkLayer = createLayerCheck(warn);
  const check = () => {
    checkServices(config(), warn);
    checkTexts(config(), warn);
    checkGated(config(), warn);
    const named = checkTrackers();
    checkNoscript(warn);
    checkLayer();
    checkCookies(config(), warn);
    checkContacts(config(), named, warn);
    checkLook(warn);
  };
  check();
  const changes = {childList: true, subtree: true, attributeFilter: ['src', 'href']};
  new MutationObserver(check).observe(document, changes);
  addEventListener('load', check);
  // Colours may come with a style sheet, or change with the visitor's system.
  document.addEventListener('load', check, true);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', check);
}
