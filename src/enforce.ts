import type {Config, Consent, ConsentChange, Service, ServiceReference, StoredItem} from './types.js';
import {checkOptions, checkServices} from './core/check.js';
import {hasGrant, isGranted} from './core/consent.js';
import {difference} from './core/difference.js';
import {createGate} from './gate/gate.js';
import {observe} from './gate/observe.js';
import {beyondReach, survey, sweep, sweepAgain, sweepPending} from './gate/sweep.js';

/** What the enforcer sees of the page's gate, and the one thing that it tells it. */
export interface Page {
  readonly options: unknown;
  readonly config: () => Config;
  readonly consent: () => Consent;
  /** Fetches the file of a used service. Only the script tag has one. */
  readonly loadService: ServiceLoader | undefined;
  /** A used service is now described. */
  readonly learn: (services: Config['services']) => void;
}

export type ServiceLoader = (file: string) => Promise<Record<string, (options: never) => Service>>;

/** Makes the page do as the consent says. Loaded when there is something to release, to stop or to ask. */
export interface Enforcer {
  /** Brings the page in line with the consent as it is now, and tells what that took. */
  enforce(before?: Consent): Enforced;
  /** Fetches what is only named; each once. One that is missing or wrong stays denied. */
  describeServices(): Promise<void>;
}

export type Enforced = Omit<ConsentChange, 'cause'>;

const NOTHING: Enforced = {granted: [], denied: [], removed: [], remaining: [], unstopped: []};

/** @throws {ConfigError} for a mistake in the options: nothing is ever released with one. */
export function createEnforcer({options, config, consent, loadService, learn}: Page): Enforcer {
  checkOptions(options);
  const services = () => config().services.filter((service): service is Service => !('use' in service));
  const isAllowed = ({id, category}: Service) => isGranted(consent(), category, id);
  const split = () => ({
    granted: services().filter(isAllowed),
    stopped: services().filter((service) => !isAllowed(service)),
  });
  const gate = createGate({
    services,
    consent,
    nonce: config().nonce,
    onFailure: (service, step, error) => console.error(`[consent-gate] ${service}: ${step}() failed:`, error),
  });
  if (config().debug) void import('./gate/lint.js').then(({lint}) => lint(config));
  sweepPending(isAllowed);
  observe(gate.release);
  let describing: Promise<void> | undefined;

  async function describe(reference: ServiceReference): Promise<void> {
    try {
      const service = await resolve(reference, loadService);
      const known = config().services.map((other) => (other.id === service.id ? service : other));
      checkServices(known, config().categories);
      learn(known);
      gate.apply();
    } catch (error) {
      console.error(`[consent-gate] ${reference.id} stays denied:`, error);
    }
  }

  const describeServices = () =>
    (describing ??= Promise.all(
      config().services.map((service) => ('use' in service ? describe(service) : undefined)),
    ).then(() => {}));

  return {
    describeServices,
    enforce(before) {
      if (hasGrant(consent()) || consent().regime !== 'opt-in') void describeServices();
      const found = before ? survey(split()) : [];
      const {stopped, unstopped} = gate.apply();
      if (!before) return {...NOTHING, unstopped};
      const changed = difference(config(), consent(), before);
      const ended = [...changed.denied, ...stopped.map(({id}) => id)];
      const left = sweep(split());
      if (ended.length) sweepAgain(split);
      const isLeft = (item: StoredItem) => left.some(({service, name}) => service === item.service && name === item.name);
      return {
        ...changed,
        unstopped,
        removed: found.filter((item) => !isLeft(item)),
        remaining: [
          ...left.map((item) => ({...item, reason: 'unreachable' as const})),
          // Only where it really ran: a service that never did has left nothing with its vendor.
          ...beyondReach(split().stopped.filter(({id}) => ended.includes(id))),
        ],
      };
    },
  };
}

async function resolve(reference: ServiceReference, load: ServiceLoader | undefined): Promise<Service> {
  const {use, id, name, recipients, reason, category, ...options} = reference;
  if (!load) throw new TypeError(`import its function from 'consent-gate/services/${use}' instead of naming it`);
  const [build] = Object.values(await load(use));
  const own = Object.entries({id, name, recipients, reason, category}).filter(([, value]) => value !== undefined);
  return {...build!(options as never), ...Object.fromEntries(own)};
}
