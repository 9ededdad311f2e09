import type {CategoryOptions, Config, ConsentOptions, ServiceReference} from '../types.js';

/** The categories of every site, in the order in which they are shown. */
export const BUILT_IN: readonly string[] = ['necessary', 'functional', 'analytical', 'advertising'];

/**
 * Fills in every default. Believes what it gets: `checkOptions` says what is wrong, and nothing is
 * released before it has; until then every mistake falls to the side of denied.
 */
export function readConfig(options: ConsentOptions): Config {
  const own = join<ConsentOptions>(options);
  const {regime = 'opt-in', categories = BUILT_IN, services = []} = own;
  const listed = categories.map(asOptions);
  if (!listed.some(isNecessary)) listed.unshift(asOptions('necessary'));
  return Object.freeze(
    join<Config>(DEFAULTS, own, {
      policy: join({version: '1'}, own.policy),
      cookie: join({name: 'consent-gate'}, own.cookie),
      receipts: join({refusals: 'anonymous'}, own.receipts),
      regime: typeof regime === 'function' ? regime() : regime,
      categories: listed,
      services: services.map((service) => ('use' in service ? named(service) : service)),
    }),
  );
}

/** Those of a page whose own cannot be used. */
export const NO_OPTIONS = {} as ConsentOptions;

const DEFAULTS: Partial<Config> = {
  jurisdiction: 'ZZ',
  lifetime: 182,
  askDespiteSignal: false,
  reload: 'if-unverified',
  layout: 'box',
  preferences: 'dialog',
  hideOn: [],
  theme: 'auto',
  texts: {},
  debug: false,
};

/** Without a prototype, so that what a page has put on `Object.prototype` is no option. */
const join = <T>(...parts: unknown[]): T => Object.assign(Object.create(null), ...parts) as T;

const asOptions = (category: string | CategoryOptions): CategoryOptions =>
  join(typeof category === 'string' ? {id: category} : category);

const isNecessary = ({id}: CategoryOptions) => id === 'necessary';

const named = (service: ServiceReference): ServiceReference => ({...service, id: service.id ?? service.use});
