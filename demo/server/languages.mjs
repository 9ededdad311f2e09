import {oneOf} from './one-of.mjs';

/** A page in each language, so that the banner is seen where it belongs. */
const PAGES = {
  en: ['English', 'Good light, wherever you read', 'The page is in English, and so is the banner.'],
  nb: ['Norsk', 'Godt lys, uansett hvor du leser', 'Siden er på norsk, og det er banneret også.'],
  sv: ['Svenska', 'Bra ljus, var du än läser', 'Sidan är på svenska, och det är bannern också.'],
  da: ['Dansk', 'Godt lys, uanset hvor du læser', 'Siden er på dansk, og det er banneret også.'],
  fi: ['Suomi', 'Hyvää valoa lukupaikasta riippumatta', 'Sivu on suomeksi, ja niin on banneri.'],
  fr: ['Français', 'Une belle lumière, où que vous lisiez', 'La page est en français, et le bandeau aussi.'],
};

export const LANGUAGES = Object.keys(PAGES);

/** The language of `languages.html?lang=…`, its words, and the links to the others. */
export function fillLanguage(query) {
  const lang = oneOf(LANGUAGES, query.lang);
  const [, heading, text] = PAGES[lang];
  return {lang, heading, text, links: LANGUAGES.map((other) => link(other, lang)).join('\n        ')};
}

function link(lang, current) {
  const here = lang === current ? ' aria-current="page"' : '';
  return `<a href="?lang=${lang}" lang="${lang}" hreflang="${lang}"${here}>${PAGES[lang][0]}</a>`;
}
