import type {BannerTexts, Texts} from '../types.js';
import {TAGS, fetchBanner, fetchTexts} from './all.js';
import {enBanner} from './en-banner.js';

/** The texts of one language. */
export interface Language {
  /** The language they really are in. */
  readonly lang: string;
  readonly banner: BannerTexts;
  /** All of them. */
  readonly all: () => Promise<Texts>;
}

/** Milliseconds after which the question is asked in English. */
const PATIENCE = 3000;

/** The language for a tag; unknown → `en`. A file that cannot be had costs nobody the question. */
export async function loadLanguage(tag: string): Promise<Language> {
  let lang = languageOf(tag) ?? 'en';
  // Of English, the banner is built in.
  const banner =
    lang === 'en' ? enBanner : await Promise.race([fetchBanner(lang), patience()]).catch(() => undefined);
  if (!banner) lang = 'en';
  return {lang, banner: banner ?? enBanner, all: () => fetchTexts(lang)};
}

/**
 * The closest that there is: with the region that the tag names, with the script that is read there, without
 * either. `pt-BR` → `pt-BR`, `zh-TW` → `zh-Hant`, `fr-CA` → `fr`.
 */
export function languageOf(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag);
    // Not `locale.language`, which WebKit leaves at an outdated `iw`.
    const {language, script} = locale.maximize();
    return [
      `${language}-${locale.region}`,
      `${language}-${script}`,
      language === 'no' ? 'nb' : language,
    ].find((wanted) => TAGS.includes(wanted));
  } catch {
    // What is no tag is no language.
    return undefined;
  }
}

const patience = () => new Promise<undefined>((end) => setTimeout(end, PATIENCE));
