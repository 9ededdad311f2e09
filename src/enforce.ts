import type {Action, Config, Consent, ConsentChange, Kept, Layer, LoadOnce, StoredItem} from './types.js';
import {attempt} from './core/attempt.js';
import {ConsentChangeEvent} from './core/change-event.js';
import {checkOptions} from './core/check.js';
import {difference} from './core/difference.js';
import {SWEEP_KEY} from './core/keys.js';
import {described, mayRunServices} from './core/services.js';
import {describer} from './describe-services.js';
import type {ServiceLoader} from './describe-services.js';
import {createGate} from './gate/gate.js';
import type {Gate} from './gate/gate.js';
import {observe} from './gate/observe.js';
import {watchTyping} from './gate/typing.js';
import {receiptsFor} from './receipts-for.js';
import type {Receipts} from './receipts-for.js';
import type {Ui} from './ui/mount.js';
import type {Swept, Withdrawal} from './withdrawal.js';

/** What the enforcer sees of the page's gate, and the one thing that it tells it. */
export interface Page {
  readonly options: unknown;
  readonly config: () => Config;
  readonly consent: () => Consent;
  readonly ui: () => Promise<Ui>;
  /** Fetches the file of a used service. Only the script tag has one. */
  readonly loadService: ServiceLoader | undefined;
  /** A used service is now described. */
  readonly learn: (services: Config['services']) => void;
}

/** A change of consent, with what is only known at its moment. */
export interface Change {
  readonly before: Consent;
  readonly cause: ConsentChange['cause'];
  readonly action: Action | LoadOnce | null;
  readonly layer: Layer;
  /** Whether the visitor was acting on the page, as far as the browser can tell. */
  readonly isVisitor: boolean;
  readonly now: number;
}

/** Makes the page do as the consent says. Loaded when there is something to release, to stop or to ask. */
export interface Enforcer {
  /** Brings the page in line with the consent as it is now. What is returned tells the page's own listeners. */
  enforce(change: Change): () => void;
  /**
   * Before the visitor sees the services: fetches those that are only named, each once. One that is
   * missing or wrong stays denied.
   */
  describeServices(): Promise<void>;
  /** Receipts an embed that the visitor loads for this once. */
  witness(once: LoadOnce): void;
  /** Tells what this browser keeps, and again whenever that may have changed. Resolves once it has been told. */
  watchKept(tell: (kept: Kept) => void): Promise<void>;
}

/** @throws {ConfigError} for a mistake in the options: nothing is ever released with one. */
export function createEnforcer(page: Page): Enforcer {
  checkOptions(page.options);
  return new PageEnforcer(page);
}

class PageEnforcer implements Enforcer {
  readonly #page: Page;
  readonly #gate: Gate;
  readonly #receipts: Receipts;
  readonly #describe: () => Promise<void>;
  /** From here on, because the visitor may have begun to write before saying yes. */
  readonly #hasTyped = watchTyping();
  #withdrawal: Withdrawal | undefined;
  #ending: Promise<Withdrawal> | undefined;
  /** Where somebody shows what this browser keeps: has it looked at again. */
  #lookAgain = async () => {};

  constructor(page: Page) {
    const {config, consent} = page;
    this.#page = page;
    this.#gate = createGate({
      services: () => described(config()),
      consent,
      nonce: config().nonce,
      onFailure: sayFailure,
    });
    this.#describe = describer(page, () => {
      this.#gate.apply();
      void this.#lookAgain();
    });
    this.#receipts = receiptsFor(page, this.#describe);
    if (config().debug) void import('./gate/lint.js').then(({lint}) => lint(page));
    this.#gate.apply();
    observe(() => this.#gate.release());
    this.#prepare();
    if (attempt(() => localStorage.getItem(SWEEP_KEY))) void this.#loadWithdrawal();
  }

  describeServices(): Promise<void> {
    this.#receipts.prepare();
    return this.#describe();
  }

  witness(action: LoadOnce): void {
    const before = this.#page.consent();
    const kind = Object.hasOwn(before.categories, action.target) ? 'categories' : 'services';
    const consent = {...before, [kind]: {...before[kind], [action.target]: 'granted'}};
    const circumstances = {
      action,
      layer: 'embed',
      isVisitor: true,
      cause: 'decided',
      now: Date.now(),
    } as const;
    void this.#receipts.record({...circumstances, before}, consent);
  }

  async watchKept(tell: (kept: Kept) => void): Promise<void> {
    const {watchKept} = await import('./gate/kept.js');
    this.#lookAgain = watchKept({config: this.#page.config, receipts: this.#receipts.copies}, tell);
    await this.#lookAgain();
  }

  enforce(change: Change): () => void {
    const {config, consent} = this.#page;
    const now = consent();
    const found = this.#withdrawal?.survey() ?? [];
    const stops = this.#gate.apply();
    const changed = difference(config(), now, change.before);
    const isSafe = change.cause === 'restored' ? undefined : this.#receipts.record(change, now);
    void isSafe?.then(() => this.#lookAgain());
    const tell = (swept: Swept) => {
      const unstopped = [...stops.unstopped, ...stops.inUse.map(({id}) => id)];
      const report: ConsentChange = {cause: change.cause, ...changed, unstopped, ...swept};
      document.dispatchEvent(new ConsentChangeEvent(now, report));
    };
    const end = (withdrawal: Withdrawal, found: readonly StoredItem[]) => {
      const swept = withdrawal.sweep(found, changed.denied, stops);
      return () => {
        tell(swept);
        void withdrawal.conclude(swept, stops, isSafe);
      };
    };
    const telling = this.#withdrawal && end(this.#withdrawal, found);
    this.#prepare();
    const late = async () => {
      // What ended may have run on an earlier page alone: then this one knows its services by name only.
      const [withdrawal] = await Promise.all([this.#loadWithdrawal(), this.#describe()]);
      end(withdrawal, withdrawal.survey())();
    };
    return (
      telling ??
      (() =>
        void late().catch((error: unknown) => {
          console.error('[consent-gate] nothing could be swept:', error);
          tell({removed: [], remaining: []});
          if (stops.unstopped.length && config().reload !== 'never') location.reload();
        }))
    );
  }

  /** Has at hand what the consent as it is now may need. */
  #prepare(): void {
    const {config, consent} = this.#page;
    if (!mayRunServices(config(), consent())) return;
    void this.#describe();
    void this.#loadWithdrawal().catch(() => {});
  }

  #loadWithdrawal(): Promise<Withdrawal> {
    return (this.#ending ??= import('./withdrawal.js').then(
      ({createWithdrawal}) => (this.#withdrawal = createWithdrawal(this.#page, this.#gate, this.#hasTyped)),
    ));
  }
}

/** A vendor's mistake is contained: it is named, and the others go on. */
const sayFailure = (service: string, step: string, error: unknown) =>
  console.error(`[consent-gate] ${service}: ${step}() failed:`, error);
