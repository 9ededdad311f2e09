import type {Texts} from '../types.js';
import {RARE} from './rare.js';

/** A day as the visitor's language writes it, or as no language does. Days of a consent are UTC. */
export function formatDay(time: number, lang: string): string {
  const known = knownTo(lang);
  return known
    ? new Intl.DateTimeFormat(known, {dateStyle: 'long', timeZone: 'UTC'}).format(time)
    : new Date(time).toISOString().slice(0, 10);
}

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

/** `P13M` → `13 months`; what is no duration is shown as it stands. */
export function formatLifetime(lifetime: string | undefined, texts: Texts, lang: string): string {
  if (lifetime === 'session' || lifetime === 'persistent') return texts[lifetime];
  const [, time = '', count = '', letter = ''] = /^P(T?)(\d+)([YMWDHS])$/.exec(lifetime ?? '') ?? [];
  const unit = UNITS[time + letter];
  if (!unit) return lifetime ?? '';
  const known = knownTo(lang);
  if (known) return new Intl.NumberFormat(known, {style: 'unit', unit, unitDisplay: 'long'}).format(+count);
  const [one, other = one] = RARE[lang]!.units[Object.values(UNITS).indexOf(unit)]!.split('/');
  return `${+count} ${+count === 1 ? one : other}`;
}

/**
 * The language in which this browser writes what is for that one: itself, another that reads like it, or none. A
 * browser that lacks a language writes its own in its place and need not say so: it has to show a word of it.
 */
function knownTo(lang: string): string | undefined {
  const rare = RARE[lang];
  const january = () => new Intl.DateTimeFormat(lang, {month: 'long', timeZone: 'UTC'}).format(0);
  return !rare || january() === rare.january ? lang : rare.instead;
}
