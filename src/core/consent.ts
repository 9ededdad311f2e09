import type {Action, CategoryId, Choice, Config, Consent, Signals} from '../types.js';
import {serviceKeys} from './record.js';
import type {Decision} from './record.js';

const DAY = 86_400_000;

/** What `decide` needs from outside, so that it can be pure. */
export interface Moment {
  readonly now: number;
  /** Makes a random pseudonym; called only when the first thing is granted. */
  readonly newId: () => string;
}

/** The consent that follows from an action. The only way a consent changes. */
export function decide(config: Config, consent: Consent, action: Action, {now, newId}: Moment): Consent {
  const next = answer(config, consent, action);
  const decidedAt = Math.floor(now / DAY) * DAY;
  return Object.freeze({
    ...consent,
    ...next,
    decidedAt,
    expiresAt: decidedAt + config.lifetime * DAY,
    // A refusal needs no identifier: it exists only while something is granted.
    id: hasGrant(next) ? (consent.id ?? newId()) : null,
  });
}

type Choices = Pick<Consent, 'categories' | 'services'>;

function answer(config: Config, consent: Consent, action: Action): Choices {
  switch (action.type) {
    case 'grant-all':
      return all(consent, 'granted', action.only);
    case 'deny-all':
    case 'withdraw':
      return all(consent, 'denied', action.only);
    case 'dismiss':
      return all(consent, 'denied', 'undecided');
    case 'choose':
      return choose(config, consent, action.choices);
    case 'grant-service':
      return {categories: consent.categories, services: {...consent.services, [action.service]: 'granted'}};
  }
}

function all(consent: Consent, choice: Choice, only?: 'undecided'): Choices {
  const answered = (id: string, was: Choice): Choice =>
    id === 'necessary' ? 'granted' : only && was !== 'undecided' ? was : choice;
  const categories = mapChoices(consent.categories, answered);
  return {categories, services: only ? mapChoices(consent.services, answered) : {}};
}

/** What is not named keeps its choice; what nobody decided becomes denied. */
function choose(config: Config, consent: Consent, choices: Readonly<Record<string, boolean>>): Choices {
  const said = (id: string) => (Object.hasOwn(choices, id) ? toChoice(choices[id] === true) : undefined);
  const settled = (id: string, was: Choice): Choice => said(id) ?? (was === 'undecided' ? 'denied' : was);
  const categories = mapChoices(consent.categories, (id, was) =>
    id === 'necessary' ? 'granted' : settled(id, was),
  );
  const services: Record<string, Choice> = mapChoices(consent.services, settled);
  for (const {id, category} of config.services) {
    const choice = said(id);
    if (choice) services[id] = choice;
    // A category that was named speaks for all its services that were not.
    else if (category && said(category)) delete services[id];
    if (category && services[id] === categories[category]) delete services[id];
  }
  return {categories, services};
}

/** The consent of a page that has just been opened, from what this browser remembers. */
export function restore(config: Config, record: Decision | null, signals: Signals): Consent {
  const categories: Record<string, Choice> = {};
  const services: Record<string, Choice> = {};
  for (const {id} of config.categories) categories[id] = record ? pick(record.categories, id) : 'undecided';
  for (const service of config.services) {
    if (!record) continue;
    const choice = record.serviceChoice(serviceKeys(service));
    if (choice) services[service.id] = choice;
  }
  categories['necessary'] = 'granted';
  const denied = deniedBySignals(config.regime, signals, record?.signals);
  for (const id of denied) if (Object.hasOwn(categories, id)) categories[id] = 'denied';
  for (const {id, category} of config.services) {
    // A service whose category is not known yet may be one of them: the side of denied.
    if (services[id] === 'granted' && denied.length && denied.includes(category ?? denied[0]!))
      services[id] = 'denied';
  }
  const {decidedAt = null, expiresAt = null, id = null} = record ?? {};
  const restored = {categories, services, decidedAt, expiresAt, regime: config.regime, signals};
  return Object.freeze({...restored, id: hasGrant(restored) ? id : null});
}

/**
 * The categories that a signal switches off: those it covers, unless the visitor
 * decided with the same signal on, knowing better.
 */
export function deniedBySignals(
  regime: Consent['regime'],
  {gpc, dnt}: Signals,
  decidedWith?: {readonly gpc: boolean; readonly dnt: boolean},
): CategoryId[] {
  const newGpc = gpc === true && !decidedWith?.gpc;
  const newDnt = dnt === '1' && !decidedWith?.dnt;
  // Global Privacy Control is about sale and sharing; where nothing runs without a yes, it costs
  // nobody anything to read it as widely as Do Not Track.
  const analytical = newDnt || (newGpc && regime === 'opt-in');
  return [...(analytical ? ['analytical'] : []), ...(newGpc || newDnt ? ['advertising'] : [])];
}

/** Whether a category, or one service in it, is allowed now. The only answer to that question. */
export function isGranted(consent: Consent, category: CategoryId | undefined, service?: string): boolean {
  if (category === 'necessary') return true;
  const choice =
    (service && own(consent.services, service)) || (category && own(consent.categories, category));
  return choice === 'granted' || (choice === 'undecided' && PERMISSIVE.includes(consent.regime));
}

const PERMISSIVE: readonly string[] = ['opt-out', 'notice-only'];

/** Ids that the visitor has still to decide: categories, and services added to a category they did not refuse. */
export function undecided(config: Config, consent: Consent): string[] {
  const categories = config.categories.filter(({id}) => consent.categories[id] === 'undecided');
  const services = config.services.filter(
    ({id, category}) =>
      own(consent.services, id) === 'undecided' &&
      hasGrant(consent) &&
      consent.categories[category ?? ''] !== 'denied',
  );
  return [...categories, ...services].map(({id}) => id);
}

/** Whether anything optional was granted by the visitor. */
export function hasGrant({categories, services}: Choices): boolean {
  return (
    Object.keys(categories).some((id) => id !== 'necessary' && categories[id] === 'granted') ||
    Object.values(services).includes('granted')
  );
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const pick = (choices: Readonly<Record<string, Choice>>, id: string): Choice =>
  own(choices, id) ?? 'undecided';

const toChoice = (granted: boolean): Choice => (granted ? 'granted' : 'denied');

function mapChoices(
  choices: Readonly<Record<string, Choice>>,
  change: (id: string, was: Choice) => Choice,
): Record<string, Choice> {
  return Object.fromEntries(Object.entries(choices).map(([id, was]) => [id, change(id, was)]));
}
