import type {ConsentGate, ConsentOptions} from './types.js';
import {checkOptions} from './core/check.js';
import {deniedGate} from './denied.js';
import {Start} from './start.js';

/**
 * Starts the gate: denies until known, asks if it must, and holds to the answer from then on.
 * On a server, where there is nothing to gate and nobody to ask, it denies everything.
 *
 * ```ts
 * const gate = startConsent({
 *   controller: {name: 'Example AS'},
 *   policy: {url: '/privacy'},
 *   services: [matomo({url: 'https://stats.example.com', siteId: 1})],
 * });
 * ```
 *
 * @throws {ConfigError} naming the option, the value and the remedy.
 */
export function startConsent(options: ConsentOptions): ConsentGate {
  checkOptions(options);
  return typeof document === 'undefined' ? deniedGate() : new Start(options);
}
