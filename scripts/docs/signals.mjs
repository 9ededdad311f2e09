import {readConfig} from '../../dist/esm/core/config.js';
import {decide, isGranted, restore, undecided} from '../../dist/esm/core/consent.js';
import {decode, encode} from '../../dist/esm/core/record.js';
import {table} from './typescript.mjs';

const NOW = Date.UTC(2026, 10, 22);
const NONE = {gpc: false, dnt: null};
const SIGNALS = {
  none: NONE,
  GPC: {gpc: true, dnt: null},
  DNT: {gpc: false, dnt: '1'},
  'GPC and DNT': {gpc: true, dnt: '1'},
};
/** What this browser remembers: which answer, given with which signals on. */
const STORED = {
  nothing: () => undefined,
  'all granted, before the signal': () => ({type: 'grant-all', signals: NONE}),
  'all granted, with the signal on': (signals) => ({type: 'grant-all', signals}),
  'all denied': () => ({type: 'deny-all', signals: NONE}),
};
const CATEGORIES = ['functional', 'analytical', 'advertising'];
const REGIMES = ['opt-in', 'opt-out', 'notice-only'];

/** Every case of regime, signal and remembered answer, worked out by the code that decides them. */
export function describeSignals() {
  const cases = Object.keys(SIGNALS).flatMap((signal) =>
    Object.keys(STORED)
      .filter((stored) => signal !== 'none' || !stored.includes('with the signal'))
      .map((stored) => ({signal, stored: signal === 'none' ? stored.split(',')[0] : stored})),
  );
  const rows = cases.flatMap(({signal, stored}) =>
    merge(REGIMES.map((regime) => row(regime, signal, stored))),
  );
  return table(['signal', 'remembered', 'regime', ...CATEGORIES, 'banner'], rows);
}

function row(regime, signal, stored) {
  const config = readConfig({controller: {name: '–'}, policy: {url: '/'}, regime});
  const signals = SIGNALS[signal];
  const consent = restore(config, remember(config, signals, stored), signals);
  const allowed = CATEGORIES.map((category) => (isGranted(consent, category) ? 'on' : 'off'));
  const isAsked = signal === 'none' && undecided(config, consent).length > 0;
  return [signal, stored, regime, ...allowed, isAsked ? 'shown' : '–'];
}

/** As the next page reads it back. */
function remember(config, now, stored) {
  const answer = (STORED[stored] ?? STORED[`${stored}, before the signal`])(now);
  if (!answer) return null;
  const before = restore(config, null, answer.signals);
  const newId = () => '00000000-0000-4000-8000-000000000000';
  return decode(config, encode(config, decide(config, before, answer, {now: NOW, newId})), NOW);
}

/** Regimes that come to the same share a row. */
function merge(rows) {
  const same = new Map();
  for (const [signal, stored, regime, ...rest] of rows) {
    const key = [signal, stored, ...rest].join();
    same.set(key, [signal, stored, [same.get(key)?.[2], regime].filter(Boolean).join(', '), ...rest]);
  }
  return [...same.values()];
}
