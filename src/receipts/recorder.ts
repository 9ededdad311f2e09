import type {
  Action,
  Config,
  Consent,
  Layer,
  LoadOnce,
  Receipt,
  ReceiptCopy,
  Service,
  Texts,
} from '../types.js';
import {hasGrant} from '../core/consent.js';
import {newId} from '../core/id.js';
import {RECEIPT_KEY} from '../core/keys.js';
import {LIB} from '../core/version.js';
import {copies, keepCopy} from './copies.js';
import type {Notice} from './notice.js';
import {hash} from './notice.js';
import {createOutbox, postTo} from './outbox.js';
import {buildReceipt, isOnce} from './receipt.js';

/** What the page shows, as far as a notice tells it. */
export interface Shown {
  readonly lang: string;
  readonly texts: Texts;
  readonly categories: Notice['categories'];
  readonly services: readonly Service[];
}

/** One decision, with what is only known at its moment. */
interface Decided {
  readonly consent: Consent;
  readonly before: Consent;
  readonly action: Action | LoadOnce | null;
  readonly layer: Layer;
  readonly isVisitor: boolean;
  readonly now: number;
}

/** Turns decisions into receipts and gets them delivered. */
export interface Recorder {
  /** Builds the notice ahead, so that a receipt leaves in the moment of the decision. */
  prepare(): void;
  /** Resolves when the receipt is safe: stored where it has to be, and on its way. */
  record(decided: Decided): Promise<void>;
  /** Sends what earlier pages could not. */
  flush(): void;
  /** Those that this browser keeps for the visitor, the newest first. */
  copies(): readonly ReceiptCopy[];
}

export function createRecorder(config: Config, shown: () => Promise<Shown>): Recorder {
  const {endpoint, transport, refusals} = config.receipts;
  const outbox = createOutbox(transport ?? postTo(endpoint!), ({id}, error) =>
    console.error(`[consent-gate] receipt ${id} was refused and is dropped:`, error),
  );
  let notice: Promise<Receipt['notice']> | undefined;
  const noticeShown = () =>
    (notice ??= shown()
      .then((what) => describe(config, what))
      .catch((error: unknown) => {
        notice = undefined;
        throw error;
      }));
  addEventListener('online', outbox.flush);
  return {
    flush: outbox.flush,
    copies,
    // What fails now is said when it is needed.
    prepare: () => void noticeShown().catch(() => {}),
    async record(decided) {
      const {consent, before} = decided;
      if (refusals === 'none' && !hasGrant(consent) && !hasGrant(before)) return;
      const circumstances = {
        ...decided,
        newId,
        notice: await noticeShown(),
        site: location.host,
        lib: LIB,
        prev: lastReceipt()?.id ?? null,
      };
      const receipt = buildReceipt(config, consent, before, circumstances);
      outbox.add(receipt);
      // What is over when the page is left leaves nothing behind.
      if (isOnce(decided)) return;
      keepLast(hasGrant(consent) ? receipt : null);
      keepCopy(receipt);
    },
  };
}

async function describe(
  config: Config,
  {lang, texts, categories, services}: Shown,
): Promise<Receipt['notice']> {
  const {controller, policy, layout} = config;
  const notice: Notice = {
    schema: 'consent-notice/1',
    version: policy.version,
    controller,
    policyUrl: policy.url,
    categories,
    services: services.map(({id, category, name, provider, recipients, storage, reason}) =>
      dropUndefined({id, category, name, provider, recipients, storage, reason}),
    ),
    ui: {...texts, lang, layout},
    lib: LIB,
  };
  return {version: policy.version, lang, hash: await hash(notice)};
}

function dropUndefined<T extends object>(value: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}

/** Without storage there is none, and the next receipt names no predecessor. */
export function lastReceipt(): Receipt | null {
  try {
    return JSON.parse(localStorage.getItem(RECEIPT_KEY) ?? 'null') as Receipt | null;
  } catch {
    return null;
  }
}

function keepLast(receipt: Receipt | null): void {
  try {
    if (receipt) localStorage.setItem(RECEIPT_KEY, JSON.stringify(receipt));
    else localStorage.removeItem(RECEIPT_KEY);
  } catch {
    // No storage: the receiver has the proof all the same.
  }
}
