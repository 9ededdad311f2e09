import type {Texts} from '../types.js';

/** Fetches a language. Only the script tag's files, which are packed, have less to fetch for the banner alone. */
export type LanguageLoader = (part: 'banner' | 'all') => Promise<Texts>;

/**
 * Every language, one line each, fetched only when a page speaks it. Bundlers need each path spelled out; the
 * script tag's build puts a shorter table in this one's place (see rollup-plugin-pack-locales.mjs).
 */
export const LANGUAGES: Readonly<Record<string, LanguageLoader>> = {
  cs: () => import('./cs.js').then(({cs}) => cs),
  da: () => import('./da.js').then(({da}) => da),
  de: () => import('./de.js').then(({de}) => de),
  en: () => import('./en.js').then(({en}) => en),
  es: () => import('./es.js').then(({es}) => es),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  hr: () => import('./hr.js').then(({hr}) => hr),
  hu: () => import('./hu.js').then(({hu}) => hu),
  it: () => import('./it.js').then(({it}) => it),
  nb: () => import('./nb.js').then(({nb}) => nb),
  nl: () => import('./nl.js').then(({nl}) => nl),
  pl: () => import('./pl.js').then(({pl}) => pl),
  pt: () => import('./pt.js').then(({pt}) => pt),
  'pt-br': () => import('./pt-br.js').then(({ptBr}) => ptBr),
  ro: () => import('./ro.js').then(({ro}) => ro),
  sk: () => import('./sk.js').then(({sk}) => sk),
  sl: () => import('./sl.js').then(({sl}) => sl),
  sv: () => import('./sv.js').then(({sv}) => sv),
};
