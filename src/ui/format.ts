import type {Texts} from '../types.js';

/** A day as the visitor's language writes it. Days of a consent are UTC. */
export const formatDay = (time: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, {dateStyle: 'long', timeZone: 'UTC'}).format(time);

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
  return new Intl.NumberFormat(lang, {style: 'unit', unit, unitDisplay: 'long'}).format(+count);
}
