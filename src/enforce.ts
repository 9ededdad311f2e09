import type {Action, Config, Consent, ConsentChange, Layer, Service, StoredItem} from './types.js';
import {attempt} from './core/attempt.js';
import {ConsentChangeEvent} from './core/change-event.js';
import {checkOptions} from './core/check.js';
import {isGranted} from './core/consent.js';
import {difference} from './core/difference.js';
import {OUTBOX_KEY} from './core/keys.js';
import {described, mayRunServices} from './core/services.js';
import {describer} from './describe-services.js';
import type {ServiceLoader} from './describe-services.js';
import {createGate} from './gate/gate.js';
import type {Gate} from './gate/gate.js';
import {observe} from './gate/observe.js';
import {beyondReach, survey, sweep, sweepAgain, sweepPending} from './gate/sweep.js';
import type {Recorder} from './receipts/recorder.js';
import type {Ui} from './ui/mount.js';

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
  readonly action: Action | null;
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

  constructor(page: Page) {
    const {config, consent} = page;
    this.#page = page;
    this.#gate = createGate({
      services: () => described(config()),
      consent,
      nonce: config().nonce,
      onFailure: sayFailure,
    });
    this.#describe = describer(page, () => this.#gate.apply());
    this.#receipts = receiptsFor(page, this.#describe);
    if (config().debug) void import('./gate/lint.js').then(({lint}) => lint(page));
    sweepPending(this.#isAllowed);
    this.#gate.apply();
    observe(() => this.#gate.release());
    this.#describeIfNeeded();
  }

  describeServices(): Promise<void> {
    this.#receipts.prepare();
    return this.#describe();
  }

  enforce(change: Change): () => void {
    const {config, consent} = this.#page;
    const found = survey(this.#sides());
    const {stopped, unstopped} = this.#gate.apply();
    const changed = difference(config(), consent(), change.before);
    const ended = [...changed.denied, ...stopped.map(({id}) => id)];
    const left = sweep(this.#sides());
    if (ended.length) sweepAgain(() => this.#sides());
    const isSafe = change.cause === 'restored' ? undefined : this.#receipts.record(change);
    this.#describeIfNeeded();
    const report: ConsentChange = {
      cause: change.cause,
      ...changed,
      unstopped,
      removed: found.filter((item) => !left.some((other) => isSame(item, other))),
      remaining: [
        ...left.map((item) => ({...item, reason: 'unreachable' as const})),
        // Only where it really ran: a service that never did has left nothing with its vendor.
        ...beyondReach(this.#sides().stopped.filter(({id}) => ended.includes(id))),
      ],
    };
    return () => {
      document.dispatchEvent(new ConsentChangeEvent(consent(), report));
      // Not before the receipt is safe.
      if (unstopped.length && config().reload !== 'never') {
        void Promise.resolve(isSafe).then(() => location.reload());
      }
    };
  }

  /** Who keeps what is theirs, and who does not. */
  #sides() {
    const services = described(this.#page.config());
    return {
      granted: services.filter(this.#isAllowed),
      stopped: services.filter((service) => !this.#isAllowed(service)),
    };
  }

  #isAllowed = ({id, category}: Pick<Service, 'id' | 'category'>) =>
    isGranted(this.#page.consent(), category, id);

  #describeIfNeeded(): void {
    const {config, consent} = this.#page;
    if (mayRunServices(config(), consent())) void this.#describe();
  }
}

const isSame = (item: StoredItem, other: StoredItem) =>
  item.service === other.service && item.in === other.in && item.name === other.name;

/** A vendor's mistake is contained: it is named, and the others go on. */
const sayFailure = (service: string, step: string, error: unknown) =>
  console.error(`[consent-gate] ${service}: ${step}() failed:`, error);

/** What the enforcer needs of receipts. */
interface Receipts {
  /** Has everything ready for a decision that may come, so that its receipt survives a visitor who leaves at once. */
  prepare(): void;
  /** Resolves when the receipt is safe. */
  record(change: Change): Promise<void> | undefined;
}

/** Receipts, where the site has said where they go. */
function receiptsFor({config, consent, ui}: Page, describeServices: () => Promise<void>): Receipts {
  const {endpoint, transport} = config().receipts;
  if (!endpoint && !transport) return {prepare() {}, record: () => undefined};
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
    record(change) {
      const decided = {...change, consent: consent()};
      return use((recorder) => recorder.record(decided));
    },
  };
}
