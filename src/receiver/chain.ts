import {createHash, randomBytes} from 'node:crypto';
import {canonical} from './canonical.js';

/**
 * What was odd about a receipt on arrival. It is kept all the same: a wrong clock is no reason to lose
 * a withdrawal.
 *
 * - `time-ahead`: the visitor's clock is more than 24 hours ahead of the server's
 * - `time-late`: the decision is older than a browser keeps a receipt waiting
 * - `prev-missing`: the receipt that it replaces has not arrived, or not yet
 */
export type Flag = 'time-ahead' | 'time-late' | 'prev-missing';

/** One link of the chain. It holds nothing about the visitor, so it stays when the receipt is erased. */
export interface Entry {
  /** 1, 2, 3 … without a gap. */
  readonly n: number;
  readonly receivedAt: string;
  /** Flags, separated by spaces. */
  readonly flags: string;
  /** SHA-256 of salt and receipt: without the salt nobody can tell which receipt it was. */
  readonly digest: string;
  /** The hash of the entry before. */
  readonly prev: string;
}

/** A receipt as it is stored, beside its entry. */
export interface Payload {
  readonly id: string;
  readonly consentId: string;
  readonly salt: string;
  /** The canonical JSON of the receipt. */
  readonly body: string;
}

/** The last link of a chain. Who publishes it daily can later show that nothing before it was changed. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}

/** What a check of the whole chain found. */
export type Verification =
  | {readonly ok: true; readonly entries: number; readonly receipts: number; readonly head: Head}
  | {readonly ok: false; readonly at: number; readonly reason: Fault};

/**
 * What is wrong at an entry. `entry altered`: it does not follow from the one before, or is not the one that
 * a published head was taken from.
 */
export type Fault = 'receipt altered' | 'entry altered' | 'entry missing';

/** The head of a chain without entries. */
export const START: Head = {n: 0, hash: '0'.repeat(64)};

export const newSalt = (): string => randomBytes(32).toString('hex');

export const digest = (salt: string, body: string): string => sha256(Buffer.from(salt, 'hex'), body);

export const headAt = (entry: Entry): Head => ({n: entry.n, hash: sha256(canonical(entry))});

/** What is wrong with an entry and its payload (`null` when erased), given the head before it. */
export function findFault(head: Head, entry: Entry, payload: Payload | null): Verification | null {
  const at = head.n + 1;

  if (entry.n !== at) return {ok: false, at, reason: 'entry missing'};
  if (entry.prev !== head.hash) return {ok: false, at, reason: 'entry altered'};
  if (payload && !isIntact(entry, payload)) return {ok: false, at, reason: 'receipt altered'};
  return null;
}

function isIntact(entry: Entry, {id, consentId, salt, body}: Payload): boolean {
  if (digest(salt, body) !== entry.digest) return false;

  const receipt = JSON.parse(body);
  return receipt.id === id && receipt.consentId === consentId;
}

function sha256(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
