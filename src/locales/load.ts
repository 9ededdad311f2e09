import type {BannerTexts, Texts} from '../types.js';
import {enBanner} from './en-banner.js';

/** One file per language, fetched only when the page speaks it. Of English, the banner is built in. */
const LANGUAGES: Readonly<Record<string, () => Promise<Texts>>> = {
  da: () => import('./da.js').then(({da}) => da),
  en: () => import('./en.js').then(({en}) => en),
  fi: () => import('./fi.js').then(({fi}) => fi),
  fr: () => import('./fr.js').then(({fr}) => fr),
  nb: () => import('./nb.js').then(({nb}) => nb),
  sv: () => import('./sv.js').then(({sv}) => sv),
};

/** Pages in Norwegian often say just that. */
const ALIASES: Readonly<Record<string, string>> = {no: 'nb'};

/** The texts of one language. */
export interface Language {
  /** The language they really are in. */
  readonly lang: string;
  readonly banner: BannerTexts;
  /** All of them. */
  readonly all: () => Promise<Texts>;
}

/** The language for a tag: `fr-CA` → `fr`, unknown → `en`. A file that cannot be had costs nobody the question. */
export async function loadLanguage(tag: string): Promise<Language> {
  const wanted = tag.toLowerCase().split('-')[0]!;
  const lang = ALIASES[wanted] ?? wanted;
  const load = Object.hasOwn(LANGUAGES, lang) ? LANGUAGES[lang] : undefined;
  const texts = lang === 'en' ? null : await load?.().catch(() => null);
  return texts
    ? {lang, banner: texts, all: async () => texts}
    : {lang: 'en', banner: enBanner, all: LANGUAGES['en']!};
}
