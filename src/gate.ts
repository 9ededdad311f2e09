import type {ConsentGate, ConsentOptions} from './types.js';
import {Start} from './start.js';

declare global {
  interface Window {
    /** The page's gate, once the script tag has run. */
    readonly consentGate?: ConsentGate;
  }
}

const script = document.currentScript as HTMLScriptElement | null;

/** Options that also work as attributes of the script tag: `data-regime="opt-out"`. */
const ATTRIBUTES = [
  'regime',
  'jurisdiction',
  'lifetime',
  'layout',
  'preferences',
  'theme',
  'lang',
  'reload',
  'debug',
  'nonce',
];

// A second copy of the script does nothing.
if (!window.consentGate) Object.defineProperty(window, 'consentGate', {value: start(), enumerable: true});

/** A mistake denies everything, is said on the console, and leaves the page alone. */
function start(): ConsentGate {
  const loadService = (file: string) => import(`./services/${file}.js`);
  let options = {} as ConsentOptions;
  try {
    options = readOptions();
    return new Start(options, loadService);
  } catch (mistake) {
    console.error('[consent-gate] everything optional is denied:', mistake);
    return new Start(options, loadService, mistake);
  }
}

function readOptions(): ConsentOptions {
  const block = document.getElementById('consent-gate');
  if (!block) throw new Error('nothing above has id="consent-gate"');
  const options = JSON.parse(block.textContent) as Record<string, unknown>;
  for (const name of ATTRIBUTES) {
    // Not `dataset`, which also has what the page has put on `Object.prototype`.
    const value = script?.getAttribute(`data-${name}`);
    // What reads as a number or as true or false is one.
    if (typeof value === 'string')
      options[name] = /^(\d+|true|false)$/.test(value) ? JSON.parse(value) : value || true;
  }
  if (script?.nonce) options['nonce'] ??= script.nonce;
  return options as unknown as ConsentOptions;
}
