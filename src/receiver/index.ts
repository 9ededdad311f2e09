export type {Fault, Flag, Head, Verification} from './chain.js';
export {gpcStatement} from './gpc-statement.js';
export type {GpcStatement} from './gpc-statement.js';
export {openLedger} from './ledger.js';
export type {Ledger, LedgerOptions, ListOptions, StoredReceipt} from './ledger.js';
export {createReceiver} from './receiver.js';
export type {ReceiverOptions} from './receiver.js';
export type {Appended, Arrival, Store} from './store.js';
export type {Receipt} from '../types.js';
