import type {
  Action,
  Config,
  Consent,
  ConsentChange,
  Layer,
  Service,
  ServiceReference,
  StoredItem,
} from './types.js';
import {attempt} from './core/attempt.js';
import {ConsentChangeEvent} from './core/change-event.js';
import {checkOptions, checkServiceOptions, checkServices} from './core/check.js';
import {hasGrant, isGranted} from './core/consent.js';
import {difference} from './core/difference.js';
import {OUTBOX_KEY} from './core/keys.js';
import {described} from './core/services.js';
import {createGate} from './gate/gate.js';
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

/** A file in `services/`: one function, and the names of the options that it takes. */
export type ServiceLoader = (file: string) => Promise<Record<string, unknown>>;

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
  /** Fetches what is only named; each once. One that is missing or wrong stays denied. */
  describeServices(): Promise<void>;
}

/** @throws {ConfigError} for a mistake in the options: nothing is ever released with one. */
export function createEnforcer(page: Page): Enforcer {
  const {options, config, consent} = page;
  checkOptions(options);
  const services = () => described(config());
  const isAllowed = ({id, category}: Pick<Service, 'id' | 'category'>) => isGranted(consent(), category, id);
  const sides = () => ({
    granted: services().filter(isAllowed),
    stopped: services().filter((service) => !isAllowed(service)),
  });
  const gate = createGate({services, consent, nonce: config().nonce, onFailure: sayFailure});
  const describeServices = describer(page, gate.apply);
  const record = recorder(page, describeServices);
  const needsServices = () => hasGrant(consent()) || consent().regime !== 'opt-in';

  if (config().debug) void import('./gate/lint.js').then(({lint}) => lint(config));
  sweepPending(isAllowed);
  gate.apply();
  observe(gate.release);
  if (needsServices()) void describeServices();

  return {
    describeServices,
    enforce(change) {
      const {before, cause} = change;
      const found = survey(sides());
      const {stopped, unstopped} = gate.apply();
      const changed = difference(config(), consent(), before);
      const ended = [...changed.denied, ...stopped.map(({id}) => id)];
      const left = sweep(sides());
      if (ended.length) sweepAgain(sides);
      const isSafe = cause === 'restored' ? undefined : record(change);
      if (needsServices()) void describeServices();
      const isLeft = (item: StoredItem) =>
        left.some(({service, name}) => service === item.service && name === item.name);
      const report: ConsentChange = {
        cause,
        ...changed,
        unstopped,
        removed: found.filter((item) => !isLeft(item)),
        remaining: [
          ...left.map((item) => ({...item, reason: 'unreachable' as const})),
          // Only where it really ran: a service that never did has left nothing with its vendor.
          ...beyondReach(sides().stopped.filter(({id}) => ended.includes(id))),
        ],
      };
      return () => {
        document.dispatchEvent(new ConsentChangeEvent(consent(), report));
        // Not before the receipt is safe.
        if (unstopped.length && config().reload !== 'never')
          void Promise.resolve(isSafe).then(() => location.reload());
      };
    },
  };
}

/** A vendor's mistake is contained: it is named, and the others go on. */
const sayFailure = (service: string, step: string, error: unknown) =>
  console.error(`[consent-gate] ${service}: ${step}() failed:`, error);

/** Fetches the files of used services once. */
function describer({config, loadService, learn}: Page, learned: () => void): () => Promise<void> {
  let describing: Promise<unknown> | undefined;
  const describe = async (reference: ServiceReference) => {
    try {
      const service = await resolve(reference, loadService);
      const known = config().services.map((other) => (other.id === service.id ? service : other));
      checkServices(known, config().categories);
      learn(known);
      learned();
    } catch (error) {
      console.error(`[consent-gate] ${reference.id} stays denied:`, error);
    }
  };
  const describeAll = () =>
    Promise.all(config().services.map((service) => ('use' in service ? describe(service) : null)));
  return async () => void (await (describing ??= describeAll()));
}

async function resolve(reference: ServiceReference, load: ServiceLoader | undefined): Promise<Service> {
  const {use, id, name, recipients, reason, category, ...options} = reference;
  if (!load)
    throw new TypeError(`import its function from 'consent-gate/services/${use}' instead of naming it`);
  const {optionNames, ...file} = await load(use);
  checkServiceOptions(`services: ${use}`, options, optionNames as readonly string[]);
  const [build] = Object.values(file) as ((options: unknown) => Service)[];
  const own = Object.entries({id, name, recipients, reason, category}).filter(
    ([, value]) => value !== undefined,
  );
  return {...build!(options), ...Object.fromEntries(own)};
}

/** Receipts, where the site has said where they go. Resolves when one is safe. */
function recorder(
  page: Page,
  describeServices: () => Promise<void>,
): (change: Change) => Promise<void> | undefined {
  const {config, consent, ui} = page;
  const {endpoint, transport} = config().receipts;
  if (!endpoint && !transport) return () => undefined;
  const shown = async () => {
    const [{lang, texts, categories}] = await Promise.all([ui(), describeServices()]);
    return {lang, texts: await texts(), categories, services: described(config())};
  };
  let loading: Promise<Recorder> | undefined;
  const load = () =>
    (loading ??= import('./receipts/recorder.js').then(({createRecorder}) =>
      createRecorder(config(), shown),
    ));
  if (attempt(() => localStorage.getItem(OUTBOX_KEY))) void load().then((waiting) => waiting.flush());
  // Whoever may be about to decide should not wait for it.
  if (consent().decidedAt === null) void load();
  return (change) => {
    const decided = {...change, consent: consent()};
    return load()
      .then((ready) => ready.record(decided))
      .catch((error: unknown) => console.error('[consent-gate] no receipt could be made:', error));
  };
}
