import type {BannerTexts, Texts} from '../types.js';

/** Every language by its tag, one line each. Bundlers need each path spelled out. */
const LANGUAGES: Readonly<Record<string, () => Promise<Texts>>> = {
  da: () => import('./da.js').then(({da}) => da),
  en: () => import('./en.js').then(({en}) => en),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  nb: () => import('./nb.js').then(({nb}) => nb),
  sv: () => import('./sv.js').then(({sv}) => sv),
};

/** What the script tag's build puts in the place of this file is shorter: see rollup-plugin-pack-locales.mjs. */
export const TAGS: readonly string[] = Object.keys(LANGUAGES);

/** Fetches a language. */
export const fetchTexts = (tag: string): Promise<Texts> => LANGUAGES[tag]!();

/** Only the script tag's files, which are packed, have less to fetch for the banner alone. */
export const fetchBanner: (tag: string) => Promise<BannerTexts> = fetchTexts;
