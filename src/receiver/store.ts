import type {Receipt} from '../types.js';
import type {Flag} from './chain.js';

/** A receipt at the door: what the visitor's browser sent, and what this server knows about it. */
export interface Arrival {
  readonly receipt: Receipt;
  /** ISO 8601 UTC, this server's clock. */
  readonly receivedAt: string;
  readonly flags: readonly Flag[];
}

/** What became of an arrival. */
export type Appended =
  /** `repeated` tells what was answered the first time. */
  | {readonly outcome: 'stored' | 'repeated'; readonly receivedAt: string; readonly flags: readonly Flag[]}
  /** The id is taken by a receipt with other content. */
  | {readonly outcome: 'conflicting'};

/**
 * Where a receiver puts receipts. It keeps the first receipt of every id as it came, and has it on
 * disk before it resolves; it rejects when it cannot, and the sender comes again.
 */
export interface Store {
  append(arrival: Arrival): Promise<Appended>;
}
