import {journey} from '../tools/journey.mjs';
import {SHOP, plain} from './shop.mjs';

/** Which texts are shown does not depend on the engine. */
const CHROMIUM = {engines: ['chromium']};

/** Heading, yes and no in the banner, and the button that saves in the preference center. */
const WORDS = {
  en: ['Your privacy, your choice', 'Accept all', 'Reject all', 'Save choices'],
  nb: ['Ditt personvern, ditt valg', 'Godta alle', 'Avvis alle', 'Lagre valg'],
  sv: ['Din integritet, ditt val', 'Godkänn alla', 'Avvisa alla', 'Spara val'],
  da: ['Dit privatliv, dit valg', 'Accepter alle', 'Afvis alle', 'Gem valg'],
  fi: ['Sinun yksityisyytesi, sinun valintasi', 'Hyväksy kaikki', 'Hylkää kaikki', 'Tallenna valinnat'],
  fr: ['Votre vie privée, votre choix', 'Tout accepter', 'Tout refuser', 'Enregistrer les choix'],
};

async function readWords(page) {
  await page.waitForVisible('consent-banner');
  const banner = await page.evaluateOn('consent-banner', (element) =>
    ['h2', '[data-action=accept]', '[data-action=reject]'].map((selector) =>
      element.querySelector(selector).textContent.trim(),
    ),
  );
  const lang = await page.evaluateOn('consent-banner', (element) => element.lang);
  await page.click('[data-action=settings]');
  const save = await page.evaluateOn(
    'consent-preferences >>> [data-action=save]',
    ({textContent}) => textContent,
  );
  return [lang, ...banner, save.trim()];
}

for (const [lang, words] of Object.entries(WORDS)) {
  journey(`a page in ${lang} asks in ${lang}`, CHROMIUM, async ({page, expect}) => {
    await page.goto(`${SHOP}/languages.html?lang=${lang}&panel=off`);
    expect.deepEqual(await readWords(page), [lang, ...words]);
  });
}

const inLanguage = (lang) => plain({before: `document.documentElement.lang = '${lang}'`});

for (const [lang, asked] of [
  ['tlh', 'en'],
  ['fr-CA', 'fr'],
  ['no', 'nb'],
  ['', 'en'],
]) {
  journey(`a page in "${lang}" asks in ${asked}`, CHROMIUM, async ({page, expect}) => {
    await page.goto(inLanguage(lang));
    expect.deepEqual(await readWords(page), [asked, ...WORDS[asked]]);
  });
}

journey('a language that cannot be had is replaced by English', CHROMIUM, async ({page, demo, expect}) => {
  demo.fail('/consent/locales/nb.js', 404);
  await page.goto(inLanguage('nb'));
  expect.deepEqual(await readWords(page), ['en', ...WORDS.en]);
});

journey('a language that hangs is replaced by English', CHROMIUM, async ({page, demo, expect}) => {
  demo.hold('/consent/locales/nb.js');
  await page.goto(inLanguage('nb'));
  expect.deepEqual(await readWords(page), ['en', ...WORDS.en]);
  demo.release('/consent/locales/nb.js');
});
