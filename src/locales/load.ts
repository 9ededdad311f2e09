import type {BannerTexts, Texts} from '../types.js';
import {LANGUAGES} from './all.js';
import {enBanner} from './en-banner.js';

/** What pages say, and the file that speaks it. */
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
  let lang = languageOf(tag);
  // Of English, the banner is built in.
  const banner = lang === 'en' ? enBanner : await LANGUAGES[lang]!('banner').catch(() => null);
  if (!banner) lang = 'en';
  return {lang, banner: banner ?? enBanner, all: () => LANGUAGES[lang]!('all')};
}

/** The closest that there is: first with the region or script, then without. */
function languageOf(tag: string): string {
  const parts = tag.toLowerCase().split('-');
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  const files = tags.map((wanted) => (Object.hasOwn(ALIASES, wanted) ? ALIASES[wanted]! : wanted));
  return files.find((file) => Object.hasOwn(LANGUAGES, file)) ?? 'en';
}
