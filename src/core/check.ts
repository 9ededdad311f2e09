import type {CategoryOptions, ConsentOptions, Service, ServiceReference} from '../types.js';
import {attempt} from './attempt.js';
import {BUILT_IN, readConfig} from './config.js';
import {ConfigError} from './config-error.js';
import {SAFE_LINK} from './link.js';

/**
 * Checks all options, so that a mistake is told by its place, its value and its remedy.
 *
 * @throws {ConfigError} for the first mistake found.
 */
export function checkOptions(options: unknown): void {
  OPTIONS(options, '');
  const {categories = []} = options as ConsentOptions;
  const listed = categories.map((category) => (typeof category === 'string' ? {id: category} : category));
  listed.forEach(({id, title, description}: CategoryOptions, index) => {
    if (listed.findIndex((other) => other.id === id) < index)
      throw new ConfigError(`categories[${index}]`, id, 'used only once');
    if (BUILT_IN.includes(id)) return;
    text(title, `categories[${index}].title`);
    text(description, `categories[${index}].description`);
  });
  const config = readConfig(options as ConsentOptions);
  checkServices(config.services, config.categories);
}

/**
 * Checks what cannot be said of one value alone: a service's category exists, ids are unique.
 * Also used for services whose file arrives later.
 *
 * @throws {ConfigError}
 */
export function checkServices(
  services: readonly (Service | ServiceReference)[],
  categories: readonly CategoryOptions[],
): void {
  const taken = categories.map(({id}) => id);
  const known = oneOf(...taken);
  services.forEach((service, index) => {
    const path = `services[${index}].`;
    if (taken.includes(service.id)) throw new ConfigError(`${path}id`, service.id, 'used only once');
    taken.push(service.id);
    if ('use' in service) return;
    known(service.category, `${path}category`);
    if (service.category === 'necessary') text(service.reason, `${path}reason`);
  });
}

/**
 * Checks what a used service is given by the names that its function takes; `!` marks a required one.
 *
 * @throws {ConfigError}
 */
export function checkServiceOptions(path: string, given: object, names: readonly string[]): void {
  const anything: Check = () => {};
  const present = must('given', (value) => value !== undefined && value !== '');
  shape(Object.fromEntries(names.map((name) => [name, name.endsWith('!') ? present : anything])))(
    given,
    path,
  );
}

/** Throws a `ConfigError` for a value that is not as it should be. */
type Check = (value: unknown, path: string) => void;

const must =
  (remedy: string, test: (value: unknown) => boolean): Check =>
  (value, path) => {
    if (!test(value)) throw new ConfigError(path, value, remedy);
  };
const matches = (remedy: string, pattern: RegExp) =>
  must(remedy, (value) => typeof value === 'string' && pattern.test(value));
const typed = (type: string) => must(`a ${type}`, (value) => typeof value === type);
const oneOf = (...words: string[]) =>
  must(`one of ${words.join(', ')}`, (value) => words.includes(value as string));

const text = matches('a text', /\S/);
const link = matches('an https:, http:, mailto: or relative address', SAFE_LINK);
const id = matches('lower case letters, digits and hyphens', /^[a-z][a-z0-9-]{0,63}$/);
// What receipts have room for: see consent-receipt.v1.schema.json.
const category = matches('at most 32 lower case letters, digits and hyphens', /^[a-z][a-z0-9-]{0,31}$/);
const version = matches('a text of at most 64 characters', /^(?=.*\S).{1,64}$/);
const yesNo = typed('boolean');
const callable = typed('function');
const REGIME = oneOf('opt-in', 'opt-out', 'notice-only');

const list =
  (item: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw new ConfigError(path, value, 'a list');
    value.forEach((entry, index) => item(entry, `${path}[${index}]`));
  };

const dictionary =
  (item: Check): Check =>
  (value, path) => {
    if (!value || typeof value !== 'object') throw new ConfigError(path, value, 'an object');
    for (const [key, entry] of Object.entries(value)) item(entry, dotted(path, key));
  };

/** An object with these fields and no others, so that a typo is told. `!` marks a required one. */
function shape(fields: Record<string, Check>): Check {
  const names = Object.keys(fields).map((name) => name.replace('!', ''));
  return (value, path) => {
    if (!value || typeof value !== 'object') throw new ConfigError(path || 'options', value, 'an object');
    for (const name of Object.keys(value)) oneOf(...names)(name, `a name in ${path || 'options'}`);
    for (const [name, check] of Object.entries(fields)) {
      const key = name.replace('!', '');
      const given = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      if (given !== undefined || key !== name) check(given, dotted(path, key));
    }
  };
}

/** Either check may pass; the one for the value's type speaks. */
const byType =
  (type: string, then: Check, otherwise: Check): Check =>
  (value, path) =>
    (typeof value === type ? then : otherwise)(value, path);

const STORAGE = shape({
  'name!': text,
  in: oneOf('cookie', 'localStorage', 'sessionStorage', 'indexedDB'),
  path: text,
  party: oneOf('first', 'third'),
  httpOnly: yesNo,
  purpose: text,
  lifetime: text,
});

const SERVICE = shape({
  'id!': id,
  category: id,
  name: text,
  provider: text,
  policy: link,
  recipients: list(text),
  reason: text,
  hosts: list(text),
  storage: list(STORAGE),
  loads: list(id),
  mode: oneOf('block', 'signal'),
  beforeLoad: callable,
  load: callable,
  onGrant: callable,
  onChange: callable,
  onCancel: callable,
  isInUse: callable,
  onRevoke: callable,
});

/** What a used service takes beyond these is for its own function to check. */
const byUse: Check = (value, path) => {
  if (!value || !Object.hasOwn(value, 'use')) return SERVICE(value, path);
  const {use, id: own, category, name, recipients, reason} = value as Record<string, unknown>;
  shape({'use!': id, id, category: id, name: text, recipients: list(text), reason: text})(
    JSON.parse(JSON.stringify({use, id: own, category, name, recipients, reason})),
    path,
  );
};

const OPTIONS = shape({
  'controller!': shape({'name!': text, contact: text}),
  'policy!': shape({'url!': link, version}),
  services: list(byUse),
  categories: list(byType('string', category, shape({'id!': category, title: text, description: text}))),
  // One that throws answers nothing.
  regime: byType('function', (decide, path) => REGIME(attempt(decide as () => unknown), `${path}()`), REGIME),
  jurisdiction: matches('a country such as NO, US-CA, EEA or ZZ', /^([A-Z]{2}(-[A-Z0-9]{1,3})?|EEA)$/),
  lifetime: must(
    'a whole number of days from 1 to 400',
    (days) => Number.isInteger(days) && +days! > 0 && +days! <= 400,
  ),
  cookie: shape({name: matches('a cookie name', /^[\w.-]+$/), domain: matches('a domain', /^[\w.-]+$/)}),
  receipts: shape({endpoint: link, transport: callable, refusals: oneOf('anonymous', 'none')}),
  askDespiteSignal: yesNo,
  reload: oneOf('if-unverified', 'never'),
  layout: oneOf('box', 'box-end', 'box-top', 'box-top-end', 'bar', 'bar-top', 'cloud', 'wall'),
  preferences: oneOf('dialog', 'panel'),
  hideOn: list(matches('a path such as /privacy or /legal/*', /^\/(?!\/)[^?#\s]*$/)),
  theme: oneOf('auto', 'light', 'dark'),
  lang: text,
  texts: dictionary(dictionary(byType('object', dictionary(text), text))),
  nonce: text,
  debug: yesNo,
});

const dotted = (path: string, key: string) => (path ? `${path}.${key}` : key);
