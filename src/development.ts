import type {ConsentGate, ConsentOptions} from './types.js';
import {startConsent as start} from './start-consent.js';

export * from './index.js';

/** As in production, with `debug` on unless the options say otherwise. Bundlers choose this file in development. */
export const startConsent = (options: ConsentOptions): ConsentGate => start({debug: true, ...options});
