import type {Receipt, Transport} from '../types.js';
import {OUTBOX_KEY} from '../core/keys.js';

/** Receipts on their way: kept until delivered, over reloads and offline hours. */
interface Outbox {
  /** Queues and sends. What must be proven is stored before this returns. */
  add(receipt: Receipt): void;
  /** Tries everything that is still waiting. */
  flush(): void;
}

/** At most this many wait, and this long (days); the oldest go first. */
const LIMIT = 20;
const DAYS = 30;
const MINUTE = 60_000;

/** A receiver's answer that another try cannot change. */
export class RejectedError extends Error {
  override readonly name = 'RejectedError';
}

/** A receiver that says when to come back. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  /** Milliseconds. */
  readonly wait: number;

  constructor(message: string, wait: number) {
    super(message);
    this.wait = wait;
  }
}

export const createOutbox = (
  send: Transport,
  onFailure: (receipt: Receipt, error: unknown) => void,
): Outbox => new PersistentOutbox(send, onFailure);

class PersistentOutbox implements Outbox {
  readonly #send: Transport;
  readonly #onFailure: (receipt: Receipt, error: unknown) => void;
  /** Where the browser keeps nothing, a receipt waits as long as the page lives. */
  readonly #inMemory = new Map<string, Receipt>();
  readonly #sending = new Set<string>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: Transport, onFailure: (receipt: Receipt, error: unknown) => void) {
    this.#send = send;
    this.#onFailure = onFailure;
  }

  add(receipt: Receipt): void {
    // A refusal is nobody's pseudonym: it is stored only if it could not be delivered at once.
    if (receipt.event !== 'refused') this.#keep(receipt);
    void this.#deliver(receipt);
  }

  flush = (): void => {
    for (const receipt of [...read(), ...this.#inMemory.values()]) void this.#deliver(receipt);
  };

  async #deliver(receipt: Receipt): Promise<void> {
    if (this.#sending.has(receipt.id)) return;
    this.#sending.add(receipt.id);
    try {
      await this.#send(receipt);
      this.#failures = 0;
      this.#forget(receipt);
    } catch (error) {
      if (error instanceof RejectedError) {
        this.#forget(receipt);
        this.#onFailure(receipt, error);
      } else this.#retryLater(receipt, error);
    } finally {
      this.#sending.delete(receipt.id);
    }
  }

  /** Doubles from one second to five minutes, with jitter, so that many browsers do not return at once. */
  #retryLater(receipt: Receipt, error: unknown): void {
    this.#keep(receipt);
    this.#failures += 1;
    const backOff = Math.min(2 ** this.#failures * 500, 5 * MINUTE) * (0.5 + Math.random());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, Math.max(backOff, error instanceof BusyError ? error.wait : 0));
  }

  #keep(receipt: Receipt): void {
    const kept = change((waiting) => [...waiting.filter(({id}) => id !== receipt.id), receipt].slice(-LIMIT));
    if (!kept) this.#inMemory.set(receipt.id, receipt);
  }

  #forget({id}: Receipt): void {
    this.#inMemory.delete(id);
    change((waiting) => waiting.filter((receipt) => receipt.id !== id));
  }
}

/**
 * Posts one receipt to the site's endpoint: without cookies, without a referrer, and alive when the page is left.
 *
 * @throws {RejectedError} when the receiver will never take it; any other error means: try again.
 */
export function postTo(endpoint: string): Transport {
  return async (receipt) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${receipt.id}"`},
      body: JSON.stringify(receipt),
      // One that never answers is asked again.
      signal: AbortSignal.timeout(MINUTE),
    });
    if (response.ok) return;
    const passing = [408, 409, 425, 429].includes(response.status) || response.status >= 500;
    const answer = `${endpoint} answered ${response.status}`;
    if (!passing) throw new RejectedError(answer);
    throw new BusyError(answer, Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0);
  };
}

function read(): Receipt[] {
  try {
    const waiting = JSON.parse(localStorage.getItem(OUTBOX_KEY) ?? '[]') as Receipt[];
    const oldest = Date.now() - DAYS * 24 * 60 * MINUTE;
    return waiting.filter(({time}) => Date.parse(time) > oldest);
  } catch {
    return []; // no storage, or somebody else's value: nothing to send
  }
}

/** Returns whether the browser kept it. */
function change(edit: (waiting: Receipt[]) => Receipt[]): boolean {
  try {
    const waiting = edit(read());
    if (waiting.length) localStorage.setItem(OUTBOX_KEY, JSON.stringify(waiting));
    else localStorage.removeItem(OUTBOX_KEY);
    return true;
  } catch {
    return false;
  }
}
