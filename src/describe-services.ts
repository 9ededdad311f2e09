import type {Config, Service, ServiceReference} from './types.js';
import {checkServiceOptions, checkServices} from './core/check.js';

/** A file in `services/`: one function, and the names of the options that it takes. */
export type ServiceLoader = (file: string) => Promise<Record<string, unknown>>;

/** The services as they are known, and what is told when one of them becomes known in full. */
interface Named {
  readonly config: () => Config;
  /** Only the script tag has one. */
  readonly loadService: ServiceLoader | undefined;
  readonly learn: (services: Config['services']) => void;
}

/** Fetches the files of used services once. */
export function describer({config, loadService, learn}: Named, learned: () => void): () => Promise<void> {
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
