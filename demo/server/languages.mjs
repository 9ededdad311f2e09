import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {oneOf} from './one-of.mjs';

/** A page in each language, so that the banner is seen where it belongs: its name, a heading, a sentence. */
const PAGES = {
  en: ['English', 'Good light, wherever you read', 'The page is in English, and so is the banner.'],
  ar: ['العربية', 'إضاءة جيدة أينما قرأت', 'هذه الصفحة بالعربية، وكذلك اللافتة.'],
  bg: ['Български', 'Добра светлина, където и да четете', 'Страницата е на български, банерът също.'],
  cs: ['Čeština', 'Dobré světlo, ať čtete kdekoli', 'Stránka je v češtině a lišta také.'],
  da: ['Dansk', 'Godt lys, uanset hvor du læser', 'Siden er på dansk, og det er banneret også.'],
  de: ['Deutsch', 'Gutes Licht, wo immer Sie lesen', 'Die Seite ist auf Deutsch, das Banner auch.'],
  el: ['Ελληνικά', 'Καλό φως, όπου κι αν διαβάζετε', 'Η σελίδα είναι στα ελληνικά, το ίδιο και το πλαίσιο.'],
  es: ['Español', 'Buena luz, lea donde lea', 'La página está en español, y el aviso también.'],
  et: ['Eesti', 'Hea valgus, kus iganes loete', 'Leht on eesti keeles ja teade samuti.'],
  fa: ['فارسی', 'نور خوب، هر جا که می‌خوانید', 'این صفحه به فارسی است، پیام رضایت هم همین‌طور.'],
  fi: ['Suomi', 'Hyvää valoa lukupaikasta riippumatta', 'Sivu on suomeksi, ja niin on banneri.'],
  fr: ['Français', 'Une belle lumière, où que vous lisiez', 'La page est en français, et le bandeau aussi.'],
  ga: ['Gaeilge', 'Solas maith, pé áit a léann tú', 'Tá an leathanach i nGaeilge, agus an meirge freisin.'],
  he: ['עברית', 'אור טוב, בכל מקום שבו קוראים', 'העמוד בעברית, וגם ההודעה.'],
  hi: ['हिन्दी', 'अच्छी रोशनी, जहाँ भी आप पढ़ें', 'यह पेज हिन्दी में है, और बैनर भी।'],
  hr: ['Hrvatski', 'Dobro svjetlo, gdje god čitali', 'Stranica je na hrvatskom, a i obavijest.'],
  hu: ['Magyar', 'Jó fény, bárhol is olvas', 'Az oldal magyar nyelvű, és a sáv is az.'],
  is: ['Íslenska', 'Gott ljós, hvar sem þú lest', 'Síðan er á íslensku og borðinn líka.'],
  it: ['Italiano', 'Buona luce, ovunque si legga', 'La pagina è in italiano, e anche il banner.'],
  ja: ['日本語', 'どこで読んでも、心地よい明かり', 'このページは日本語で、バナーも日本語です。'],
  ko: ['한국어', '어디서 읽든 좋은 빛', '이 페이지는 한국어이며 배너도 한국어입니다.'],
  lt: ['Lietuvių', 'Gera šviesa, kad ir kur skaitytumėte', 'Puslapis lietuviškas, pranešimas taip pat.'],
  lv: ['Latviešu', 'Laba gaisma, lai kur jūs lasītu', 'Lapa ir latviešu valodā, paziņojums arī.'],
  mt: ['Malti', 'Dawl tajjeb, kullimkien fejn taqra', 'Il-paġna hija bil-Malti, u l-avviż ukoll.'],
  nb: ['Norsk', 'Godt lys, uansett hvor du leser', 'Siden er på norsk, og det er banneret også.'],
  nl: ['Nederlands', 'Goed licht, waar u ook leest', 'De pagina is in het Nederlands, en de banner ook.'],
  nn: ['Nynorsk', 'Godt lys, same kvar du les', 'Sida er på nynorsk, og det er banneret òg.'],
  pl: ['Polski', 'Dobre światło, gdziekolwiek czytasz', 'Strona jest po polsku, baner także.'],
  pt: ['Português', 'Boa luz, onde quer que leia', 'A página está em português, e o aviso também.'],
  'pt-BR': [
    'Português (Brasil)',
    'Boa luz, onde quer que você leia',
    'A página está em português, e o aviso também.',
  ],
  ro: ['Română', 'Lumină bună, oriunde citiți', 'Pagina este în română, la fel și bannerul.'],
  sk: ['Slovenčina', 'Dobré svetlo, nech čítate kdekoľvek', 'Stránka je v slovenčine a lišta tiež.'],
  sl: ['Slovenščina', 'Dobra svetloba, kjer koli berete', 'Stran je v slovenščini, obvestilo tudi.'],
  sq: ['Shqip', 'Dritë e mirë, kudo që lexoni', 'Faqja është në shqip, po ashtu edhe njoftimi.'],
  'sr-Cyrl': ['Српски', 'Добро светло, где год да читате', 'Страница је на српском, а и обавештење.'],
  'sr-Latn': ['Srpski', 'Dobro svetlo, gde god da čitate', 'Stranica je na srpskom, a i obaveštenje.'],
  sv: ['Svenska', 'Bra ljus, var du än läser', 'Sidan är på svenska, och det är bannern också.'],
  tr: ['Türkçe', 'Nerede okursanız okuyun, iyi ışık', 'Sayfa Türkçe, bildirim de öyle.'],
  uk: ['Українська', 'Гарне світло, де б ви не читали', 'Сторінка українською, і банер також.'],
  'zh-Hans': ['简体中文', '无论在哪里阅读，都有好光线', '此页面为简体中文，横幅也是。'],
  'zh-Hant': ['繁體中文', '無論在哪裡閱讀，都有好光線', '此頁面為繁體中文，橫幅也是。'],
};

const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];

/** What the library speaks. */
export const LANGUAGES = Object.keys(PAGES).filter((lang) =>
  existsSync(new URL(`../../src/locales/${lang.toLowerCase()}.ts`, import.meta.url)),
);

/** The language of `languages.html?lang=…`, its words, and the links to the others. */
export async function fillLanguage(query, {dist}) {
  const lang = oneOf(LANGUAGES, query.lang);
  const [, heading, text] = PAGES[lang];
  const dir = RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr';
  const links = LANGUAGES.map((other) => link(other, lang)).join('\n        ');
  return {lang, dir, heading, text, links, privacyChoices: await privacyChoices(lang, dist)};
}

/** The link that the banner speaks of has the name that the banner gives it. */
async function privacyChoices(lang, dist) {
  const file = resolve(dist, `esm/locales/${lang.toLowerCase()}.js`);
  const [texts] = Object.values(await import(pathToFileURL(file).href));
  return texts.privacyChoices;
}

function link(lang, current) {
  const here = lang === current ? ' aria-current="page"' : '';
  return `<a href="?lang=${lang}" lang="${lang}" hreflang="${lang}"${here}>${PAGES[lang][0]}</a>`;
}
