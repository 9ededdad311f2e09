import type {BannerTexts, Texts} from '../types.js';

/** Every language by its tag, in the order of the alphabet. Bundlers need each path spelled out. */
const LANGUAGES: Readonly<Record<string, () => Promise<Texts>>> = {
  ar: () => import('./ar.js').then(({ar}) => ar),
  bg: () => import('./bg.js').then(({bg}) => bg),
  cs: () => import('./cs.js').then(({cs}) => cs),
  da: () => import('./da.js').then(({da}) => da),
  de: () => import('./de.js').then(({de}) => de),
  el: () => import('./el.js').then(({el}) => el),
  en: () => import('./en.js').then(({en}) => en),
  es: () => import('./es.js').then(({es}) => es),
  et: () => import('./et.js').then(({et}) => et),
  fa: () => import('./fa.js').then(({fa}) => fa),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  ga: () => import('./ga.js').then(({ga}) => ga),
  he: () => import('./he.js').then(({he}) => he),
  hi: () => import('./hi.js').then(({hi}) => hi),
  hr: () => import('./hr.js').then(({hr}) => hr),
  hu: () => import('./hu.js').then(({hu}) => hu),
  is: () => import('./is.js').then(({is}) => is),
  it: () => import('./it.js').then(({it}) => it),
  ja: () => import('./ja.js').then(({ja}) => ja),
  ko: () => import('./ko.js').then(({ko}) => ko),
  lt: () => import('./lt.js').then(({lt}) => lt),
  lv: () => import('./lv.js').then(({lv}) => lv),
  mt: () => import('./mt.js').then(({mt}) => mt),
  nb: () => import('./nb.js').then(({nb}) => nb),
  nl: () => import('./nl.js').then(({nl}) => nl),
  nn: () => import('./nn.js').then(({nn}) => nn),
  pl: () => import('./pl.js').then(({pl}) => pl),
  pt: () => import('./pt.js').then(({pt}) => pt),
  'pt-BR': () => import('./pt-br.js').then(({ptBr}) => ptBr),
  ro: () => import('./ro.js').then(({ro}) => ro),
  sk: () => import('./sk.js').then(({sk}) => sk),
  sl: () => import('./sl.js').then(({sl}) => sl),
  sq: () => import('./sq.js').then(({sq}) => sq),
  'sr-Cyrl': () => import('./sr-cyrl.js').then(({srCyrl}) => srCyrl),
  'sr-Latn': () => import('./sr-latn.js').then(({srLatn}) => srLatn),
  sv: () => import('./sv.js').then(({sv}) => sv),
  tr: () => import('./tr.js').then(({tr}) => tr),
  uk: () => import('./uk.js').then(({uk}) => uk),
  'zh-Hans': () => import('./zh-hans.js').then(({zhHans}) => zhHans),
  'zh-Hant': () => import('./zh-hant.js').then(({zhHant}) => zhHant),
};

/** What the script tag's build puts in the place of this file is shorter: see rollup-plugin-pack-locales.mjs. */
export const TAGS: readonly string[] = Object.keys(LANGUAGES);

/** Fetches a language. */
export const fetchTexts = (tag: string): Promise<Texts> => LANGUAGES[tag]!();

/** Only the script tag's files, which are packed, have less to fetch for the banner alone. */
export const fetchBanner: (tag: string) => Promise<BannerTexts> = fetchTexts;
