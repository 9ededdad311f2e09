import {setImmediate} from 'node:timers/promises';
import type {Receipt} from '../types.js';
import {canonical} from './canonical.js';
import {START, digest, findFault, headAt, newSalt} from './chain.js';
import type {Entry, Flag, Head, Payload, Verification} from './chain.js';
import {openDatabase} from './database.js';
import {ADD_ENTRY, ADD_RECEIPT, CHAIN, COUNT, FIND, LAST, LIST, forSqlite} from './sql.js';
import type {Appended, Arrival, Store} from './store.js';

/** Where the ledger is kept. */
export interface LedgerOptions {
  /** A file, made when it is not there; processes of one machine may share it. `:memory:` keeps nothing. */
  readonly path: string;
}

/** Which receipts to list. */
export interface ListOptions {
  /** At most so many. Default 100. */
  readonly limit?: number;
  /** Only those before this `n`: the last of the page shown before. */
  readonly before?: number;
}

/** A receipt as the ledger shows it. */
export interface StoredReceipt {
  /** Its place in the chain. */
  readonly n: number;
  /** ISO 8601 UTC, the server's clock. */
  readonly receivedAt: string;
  readonly flags: readonly Flag[];
  readonly receipt: Receipt;
}

/** Keeps receipts in one file, in the order they came, so that a change to any of them shows. */
export interface Ledger extends Store {
  /** The receipts, newest first. */
  list(options?: ListOptions): Promise<StoredReceipt[]>;
  /** How many receipts are stored. */
  count(): Promise<number>;
  /** Reads everything and says whether it is what was received. `published` is a head noted down before. */
  verify(published?: Head): Promise<Verification>;
  close(): void;
}

interface Row {
  readonly n: number;
  readonly received_at: string;
  readonly flags: string;
  readonly digest: string;
  readonly prev: string;
  readonly id: string | null;
  readonly consent_id: string;
  readonly salt: string;
  readonly body: string;
}

const PAGE = 500;

/**
 * Opens the ledger, and makes it when there is none. Throws when the file cannot be opened.
 *
 * @example
 * const ledger = openLedger({path: 'receipts.db'});
 */
export function openLedger({path}: LedgerOptions): Ledger {
  const database = openDatabase(path);
  const query = (sql: string) => database.prepare(forSqlite(sql));
  const find = query(FIND);
  const last = query(LAST);
  const addEntry = query(ADD_ENTRY);
  const addReceipt = query(ADD_RECEIPT);
  const count = query(COUNT);
  const list = query(LIST);
  const chain = query(CHAIN);

  const append = database.transaction(({receipt, receivedAt, flags}: Arrival): Appended => {
    const body = canonical(receipt);
    const first = find.get(receipt.id) as Row | undefined;
    if (first && first.body !== body) return {outcome: 'conflicting'};
    if (first) return {outcome: 'repeated', receivedAt: first.received_at, flags: split(first.flags)};

    const isPrevMissing = receipt.prev !== null && !find.get(receipt.prev);
    const allFlags: readonly Flag[] = isPrevMissing ? [...flags, 'prev-missing'] : flags;
    const head = headOf(last.get() as Row | undefined);
    const salt = newSalt();
    addEntry.run(head.n + 1, receivedAt, allFlags.join(' '), digest(salt, body), head.hash);
    addReceipt.run(receipt.id, receipt.consentId, head.n + 1, salt, body);
    return {outcome: 'stored', receivedAt, flags: allFlags};
  });

  return {
    // Takes the write lock before it reads, or two processes would continue the chain from the same entry.
    append: async (arrival) => append.immediate(arrival),
    list: async ({limit = 100, before = Number.MAX_SAFE_INTEGER} = {}) =>
      (list.all(before, limit) as Row[]).map(toStoredReceipt),
    count: async () => (count.get() as {receipts: number}).receipts,
    verify: (published) =>
      verify(
        readRows((n) => chain.all(n, PAGE) as Row[]),
        published,
      ),
    close: () => void database.close(),
  };
}

async function verify(rows: AsyncIterable<Row>, published?: Head): Promise<Verification> {
  let head = START;
  let receipts = 0;

  for await (const row of rows) {
    const fault = findFault(head, toEntry(row), toPayload(row));
    if (fault) return fault;

    head = headAt(toEntry(row));
    if (head.n === published?.n && head.hash !== published.hash) {
      return {ok: false, at: head.n, reason: 'entry altered'};
    }
    receipts += row.id === null ? 0 : 1;
  }

  if (published && published.n > head.n) return {ok: false, at: head.n + 1, reason: 'entry missing'};
  return {ok: true, entries: head.n, receipts, head};
}

/** Page by page, so that a long ledger keeps no visitor waiting. */
async function* readRows(readAfter: (n: number) => Row[]): AsyncGenerator<Row> {
  for (let page = readAfter(0); page.length > 0; page = readAfter(page.at(-1)?.n ?? Infinity)) {
    yield* page;
    await setImmediate();
  }
}

const headOf = (row: Row | undefined): Head => (row ? headAt(toEntry(row)) : START);

const toEntry = ({n, received_at, flags, digest, prev}: Row): Entry => ({
  n,
  receivedAt: received_at,
  flags,
  digest,
  prev,
});

const toPayload = ({id, consent_id, salt, body}: Row): Payload | null =>
  id === null ? null : {id, consentId: consent_id, salt, body};

const toStoredReceipt = ({n, received_at, flags, body}: Row): StoredReceipt => ({
  n,
  receivedAt: received_at,
  flags: split(flags),
  receipt: JSON.parse(body),
});

const split = (flags: string): Flag[] => flags.split(' ').filter(Boolean) as Flag[];
