import type {Texts} from '../types.js';

/** Fetches a language. Only the script tag's files, which are packed, have less to fetch for the banner alone. */
export type LanguageLoader = (part: 'banner' | 'all') => Promise<Texts>;

/**
 * Every language, one line each, fetched only when a page speaks it. Bundlers need each path spelled out; the
 * script tag's build puts a shorter table in this one's place (see rollup-plugin-pack-locales.mjs).
 */
export const LANGUAGES: Readonly<Record<string, LanguageLoader>> = {
  bg: () => import('./bg.js').then(({bg}) => bg),
  cs: () => import('./cs.js').then(({cs}) => cs),
  da: () => import('./da.js').then(({da}) => da),
  de: () => import('./de.js').then(({de}) => de),
  el: () => import('./el.js').then(({el}) => el),
  en: () => import('./en.js').then(({en}) => en),
  es: () => import('./es.js').then(({es}) => es),
  et: () => import('./et.js').then(({et}) => et),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  ga: () => import('./ga.js').then(({ga}) => ga),
  hr: () => import('./hr.js').then(({hr}) => hr),
  hu: () => import('./hu.js').then(({hu}) => hu),
  it: () => import('./it.js').then(({it}) => it),
  lt: () => import('./lt.js').then(({lt}) => lt),
  lv: () => import('./lv.js').then(({lv}) => lv),
  mt: () => import('./mt.js').then(({mt}) => mt),
  nb: () => import('./nb.js').then(({nb}) => nb),
  nl: () => import('./nl.js').then(({nl}) => nl),
  pl: () => import('./pl.js').then(({pl}) => pl),
  pt: () => import('./pt.js').then(({pt}) => pt),
  'pt-br': () => import('./pt-br.js').then(({ptBr}) => ptBr),
  ro: () => import('./ro.js').then(({ro}) => ro),
  sk: () => import('./sk.js').then(({sk}) => sk),
  sl: () => import('./sl.js').then(({sl}) => sl),
  sq: () => import('./sq.js').then(({sq}) => sq),
  'sr-cyrl': () => import('./sr-cyrl.js').then(({srCyrl}) => srCyrl),
  'sr-latn': () => import('./sr-latn.js').then(({srLatn}) => srLatn),
  sv: () => import('./sv.js').then(({sv}) => sv),
  tr: () => import('./tr.js').then(({tr}) => tr),
  uk: () => import('./uk.js').then(({uk}) => uk),
};
