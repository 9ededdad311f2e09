import type {Choice, Config, Consent, Service, ServiceReference} from '../types.js';

/**
 * The record is what a browser remembers of a decision: one cookie value, eight fields between dots.
 *
 *     1.20779.20961.functional~analytical.advertising.g.<consent id>.<services asked about>
 *     │ │     │     │                     │           │ │            └ see `encodeServices`
 *     │ │     │     │                     │           │ └ empty unless something is granted
 *     │ │     │     │                     │           └ signals on when deciding: g (GPC), d (DNT)
 *     │ │     │     └ granted             └ denied
 *     │ └ day of the decision, then the day on which it ends, counted from 1970
 *     └ version
 *
 * The value `0` is a refusal of everything, for tools that set it for the visitor.
 */
const GRAMMAR =
  /^(?!.{4097})1\.(\d{5})\.(\d{5})\.([a-z\d~-]*)\.([a-z\d~-]*)\.(g?d?)\.([\da-f-]{36}|)\.([A-Za-z]*)$/;
const DAY = 86_400_000;

/** A record that was read and believed. */
export interface Decision {
  readonly decidedAt: number;
  readonly expiresAt: number;
  readonly categories: Readonly<Record<string, Choice>>;
  readonly signals: {readonly gpc: boolean; readonly dnt: boolean};
  readonly id: string | null;
  /** `undefined`: as its category. `undecided`: the visitor was never asked about it. */
  serviceChoice(keys: readonly string[]): Choice | undefined;
}

/** What the visitor is asked about when asked about a service: it, and everyone it passes data on to. */
export const serviceKeys = ({id, recipients = []}: Service | ServiceReference): string[] => [
  id,
  ...recipients.map((recipient) => `${id}>${recipient}`),
];

export function encode(config: Config, consent: Consent): string {
  const {categories, signals, decidedAt, expiresAt, id} = consent;
  const listed = (choice: Choice) =>
    Object.keys(categories)
      .filter((category) => category !== 'necessary' && categories[category] === choice)
      .join('~');
  return [
    1,
    decidedAt! / DAY,
    expiresAt! / DAY,
    listed('granted'),
    listed('denied'),
    (signals.gpc ? 'g' : '') + (signals.dnt === '1' ? 'd' : ''),
    id ?? '',
    encodeServices(config, consent),
  ].join('.');
}

/** `null` for whatever is damaged, expired, too long or from the future: the visitor is asked again. */
export function decode({categories}: Config, text: string | undefined, now: number): Decision | null {
  const today = Math.floor(now / DAY);
  const record =
    text === '0' ? `1.${today}.${today + 1}..${categories.map(({id}) => id).join('~')}...` : text;
  const fields = GRAMMAR.exec(record ?? '');
  if (!fields) return null;
  const [, decided = '', expires = '', granted = '', denied = '', signals = '', id = '', asked = ''] = fields;
  const isBelievable = +decided <= today + 1 && +expires > today && +expires - +decided <= 400;
  const services = decodeServices(asked);
  // A grant has an id: without one somebody else wrote it, and a tool may only say no.
  if (!isBelievable || (!id && (granted || [...services.values()].includes(1)))) return null;
  const choices = (list: string, choice: Choice) =>
    list.split('~').map((category) => [category, choice] as const);
  return {
    decidedAt: +decided * DAY,
    expiresAt: +expires * DAY,
    categories: Object.fromEntries([...choices(granted, 'granted'), ...choices(denied, 'denied')]),
    signals: {gpc: signals.includes('g'), dnt: signals.includes('d')},
    id: id || null,
    serviceChoice(keys) {
      const codes = keys.map((key) => services.get(hash(key)));
      return codes.includes(undefined) ? 'undecided' : CODES[codes[0]!];
    },
  };
}

/** How a service's choice is written: as its category, granted, denied. */
const CODES: readonly (Choice | undefined)[] = [undefined, 'granted', 'denied'];

/**
 * The services asked about, and how each was answered. Names would pass the 4,096 bytes of a
 * cookie at a few hundred services, so each is a 24-bit hash, sorted, written as its distance
 * from the one before times three plus its code. Digits are letters, the lowest first, the last
 * one a capital: about five characters a service, and less than four when there are a thousand.
 */
function encodeServices({services}: Config, consent: Consent): string {
  const asked = services
    .filter(({id}) => consent.services[id] !== 'undecided')
    .flatMap((service) =>
      serviceKeys(service).map((key) => hash(key) * 3 + CODES.indexOf(consent.services[service.id])),
    )
    .sort((a, b) => a - b);
  let text = '';
  let last = 0;
  for (const value of asked) {
    let rest = value - last;
    last = value - (value % 3);
    for (; rest > 25; rest = Math.floor(rest / 26)) text += String.fromCharCode(97 + (rest % 26));
    text += String.fromCharCode(65 + rest);
  }
  return text;
}

function decodeServices(text: string): Map<number, number> {
  const services = new Map<number, number>();
  let value = 0;
  for (const digits of text.match(/[a-z]*[A-Z]/g) ?? []) {
    value += [...digits].reduceRight((number, digit) => number * 26 + parseInt(digit, 36) - 10, 0);
    services.set(Math.floor(value / 3), value % 3);
    value -= value % 3;
  }
  return services;
}

/** FNV-1a, folded to 24 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  return (value ^ (value >>> 24)) & 0xffffff;
}
