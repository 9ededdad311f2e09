/**
 * The vocabulary of consent-gate. Every other file speaks these words and no synonyms.
 *
 * Times are milliseconds since 1970 (UTC), spans are days, sizes are bytes.
 */
export type * from './types/consent.js';
export type * from './types/gate.js';
export type * from './types/kept.js';
export type * from './types/options.js';
export type * from './types/receipt.js';
export type * from './types/service.js';
export type * from './types/texts.js';
