import type {BannerTexts, Texts} from '../types.js';

/** Every language by its tag, in the order of the alphabet. Bundlers need each path spelled out. */
const LANGUAGES: Readonly<Record<string, () => Promise<Texts>>> = {
  ar: () => import('./ar.js').then(({ar}) => ar),
  da: () => import('./da.js').then(({da}) => da),
  en: () => import('./en.js').then(({en}) => en),
  fa: () => import('./fa.js').then(({fa}) => fa),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  he: () => import('./he.js').then(({he}) => he),
  hi: () => import('./hi.js').then(({hi}) => hi),
  is: () => import('./is.js').then(({is}) => is),
  ja: () => import('./ja.js').then(({ja}) => ja),
  ko: () => import('./ko.js').then(({ko}) => ko),
  nb: () => import('./nb.js').then(({nb}) => nb),
  nn: () => import('./nn.js').then(({nn}) => nn),
  sv: () => import('./sv.js').then(({sv}) => sv),
  'zh-Hans': () => import('./zh-hans.js').then(({zhHans}) => zhHans),
  'zh-Hant': () => import('./zh-hant.js').then(({zhHant}) => zhHant),
};

/** What the script tag's build puts in the place of this file is shorter: see rollup-plugin-pack-locales.mjs. */
export const TAGS: readonly string[] = Object.keys(LANGUAGES);

/** Fetches a language. */
export const fetchTexts = (tag: string): Promise<Texts> => LANGUAGES[tag]!();

/** Only the script tag's files, which are packed, have less to fetch for the banner alone. */
export const fetchBanner: (tag: string) => Promise<BannerTexts> = fetchTexts;
