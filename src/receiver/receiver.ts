import {Hono} from 'hono';
import type {HonoRequest, MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {cors} from 'hono/cors';
import type {Receipt} from '../types.js';
import type {Flag} from './chain.js';
import {parseReceipt} from './parse-receipt.js';
import {Problem} from './problem.js';
import type {Appended, Arrival, Store} from './store.js';

/** What a receiver needs. */
export interface ReceiverOptions {
  /** Where the receipts go: an open ledger. */
  readonly store: Store;
  /** Other hosts whose pages post here, such as `https://www.example.com`. `[]`: only this one's. */
  readonly origins: readonly string[];
  /** Days that a browser may keep a receipt waiting; older ones are flagged. Default 30. */
  readonly maxAgeOfQueue?: number;
  /** Milliseconds since 1970. Default: the server's clock. */
  readonly now?: () => number;
}

const DAY = 86_400_000;
const MAX_BYTES = 16_384;
// Seconds. Browsers ask before every post otherwise, and more than two hours Chromium does not remember.
const PREFLIGHT_MAX_AGE = 7200;
// A text/plain post needs no preflight: a page that is being left may have no time for one.
const JSON_TYPES = /^(application\/json|text\/plain)\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Takes in consent receipts: `POST` with a receipt as JSON answers 201 once it is stored.
 * Throws a `TypeError` when an option is wrong.
 *
 * @example
 * app.route('/consent-receipts', createReceiver({store: openLedger({path: 'receipts.db'}), origins: []}));
 */
export function createReceiver({store, origins, maxAgeOfQueue = 30, now = Date.now}: ReceiverOptions): Hono {
  checkOptions(origins, maxAgeOfQueue);
  const append = oneAtATime(store);
  const receiver = new Hono();

  receiver.use(forbidCaching, allowOrigins(origins));
  receiver.post('/', bodyLimit({maxSize: MAX_BYTES, onError: refuseSize}), async (c) => {
    const receipt = await readReceipt(c.req);
    const receivedAt = now();
    const flags = readClocks(Date.parse(receipt.time), receivedAt, maxAgeOfQueue);

    const result = await append({receipt, receivedAt: new Date(receivedAt).toISOString(), flags});
    if (result.outcome === 'conflicting') throw new Problem({status: 422, detail: 'The id is taken.'});

    const {outcome, ...first} = result;
    return c.json({id: receipt.id, ...first}, outcome === 'stored' ? 201 : 200);
  });
  receiver.all('/', refuseMethod);
  receiver.onError((error) => toProblem(error).toResponse());

  return receiver;
}

const forbidCaching: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};

const allowOrigins = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    allowMethods: ['POST'],
    allowHeaders: ['content-type', 'idempotency-key'],
    maxAge: PREFLIGHT_MAX_AGE,
  });

function refuseSize(): never {
  throw new Problem({status: 413, detail: 'A receipt has at most 16384 bytes.'});
}

async function readReceipt(request: HonoRequest): Promise<Receipt> {
  if (!JSON_TYPES.test(request.header('content-type') ?? '')) {
    throw new Problem({status: 415, detail: 'Send application/json or text/plain, in UTF-8.'});
  }
  const receipt = parseReceipt(await request.arrayBuffer());
  const key = request.header('idempotency-key');
  if (key !== undefined && key !== `"${receipt.id}"`) {
    throw new Problem({status: 400, detail: 'The Idempotency-Key is not the id of the receipt, in quotes.'});
  }
  return receipt;
}

function readClocks(time: number, receivedAt: number, maxAgeOfQueue: number): Flag[] {
  if (time - receivedAt > DAY) return ['time-ahead'];
  if (receivedAt - time > maxAgeOfQueue * DAY) return ['time-late'];
  return [];
}

function refuseMethod(): Response {
  const refusal = new Problem({status: 405, detail: 'Receipts are posted here, not read.'}).toResponse();
  refusal.headers.set('Allow', 'POST, OPTIONS');
  return refusal;
}

/** Lets the first of two equal posts finish before the second is looked at. */
function oneAtATime(store: Store): (arrival: Arrival) => Promise<Appended> {
  const processing = new Set<string>();

  return async (arrival) => {
    const {id} = arrival.receipt;
    if (processing.has(id)) throw new Problem({status: 409, detail: 'This receipt is being stored.'});

    processing.add(id);
    try {
      return await store.append(arrival);
    } finally {
      processing.delete(id);
    }
  };
}

function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error;

  console.error(`[consent-gate] a receipt was not stored: ${error.message}`);
  return new Problem({status: 503, detail: 'The receipt could not be stored. Send it again later.'});
}

function checkOptions(origins: readonly string[], maxAgeOfQueue: number): void {
  for (const [index, origin] of origins.entries()) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      const example = 'https://www.example.com';
      throw new TypeError(`origins[${index}] is "${origin}", but must be an origin such as ${example}`);
    }
  }
  if (!(maxAgeOfQueue > 0)) {
    throw new TypeError(`maxAgeOfQueue is ${maxAgeOfQueue}, but must be a number of days above 0`);
  }
}
