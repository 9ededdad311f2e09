import type {Consent, ReceiptCopy} from './types.js';
import {attempt} from './core/attempt.js';
import {OUTBOX_KEY} from './core/keys.js';
import {described} from './core/services.js';
import type {Change, Page} from './enforce.js';
import type {Recorder} from './receipts/recorder.js';

/** What the enforcer needs of receipts. */
export interface Receipts {
  /** Has everything ready for a decision that may come, so that its receipt survives a visitor who leaves at once. */
  prepare(): void;
  /** Resolves when the receipt is safe. */
  record(change: Change, consent: Consent): Promise<void> | undefined;
  /** Those that this browser keeps for the visitor. */
  copies(): Promise<readonly ReceiptCopy[]>;
}

/** Receipts, where the site has said where they go. */
export function receiptsFor({config, consent, ui}: Page, describeServices: () => Promise<void>): Receipts {
  const {endpoint, transport} = config().receipts;
  if (!endpoint && !transport) return {prepare() {}, record: () => undefined, copies: async () => []};
  const shown = async () => {
    const [{lang, texts, categories}] = await Promise.all([ui(), describeServices()]);
    return {lang, texts: await texts(), categories, services: described(config())};
  };
  let loading: Promise<Recorder> | undefined;
  const load = () =>
    (loading ??= import('./receipts/recorder.js').then(({createRecorder}) =>
      createRecorder(config(), shown),
    ));
  const use = (action: (recorder: Recorder) => void | Promise<void>) =>
    load()
      .then(action)
      .catch((error: unknown) => console.error('[consent-gate] no receipt could be made:', error));
  const prepare = () => void use((recorder) => recorder.prepare());
  if (attempt(() => localStorage.getItem(OUTBOX_KEY))) void use((recorder) => recorder.flush());
  if (consent().decidedAt === null) prepare();
  return {
    prepare,
    record: (change, consent) => use((recorder) => recorder.record({...change, consent})),
    copies: () =>
      load().then(
        (recorder) => recorder.copies(),
        () => [],
      ),
  };
}
