import {TAGS, fetchTexts} from '../../dist/esm/locales/all.js';
import {journey} from '../tools/journey.mjs';
import {SHOP, plain} from './shop.mjs';

/** Which texts are shown does not depend on the engine. */
const CHROMIUM = {engines: ['chromium']};

/** Heading, yes and no in the banner, and the button that saves in the preference center. */
const ENGLISH = ['Your privacy, your choice', 'Accept all', 'Reject all', 'Save choices'];

async function wordsOf(lang) {
  const {title, accept, reject, save} = await fetchTexts(lang);
  return [title, accept, reject, save];
}

async function readBanner(page) {
  await page.waitForVisible('consent-banner');
  return page.evaluateOn('consent-banner', (element) => [
    element.lang,
    element.dir,
    ...['h2', '[data-action=accept]', '[data-action=reject]'].map((selector) =>
      element.querySelector(selector).textContent.trim(),
    ),
  ]);
}

async function readWords(page) {
  const [lang, , ...banner] = await readBanner(page);
  await page.click('[data-action=settings]');
  const save = await page.evaluateOn(
    'consent-preferences >>> [data-action=save]',
    ({textContent}) => textContent,
  );
  return [lang, ...banner, save.trim()];
}

const inLanguage = (lang) => plain({before: `document.documentElement.lang = '${lang}'`});

journey('a page in English asks in English', CHROMIUM, async ({page, expect}) => {
  await page.goto(`${SHOP}/languages.html?lang=en&panel=off`);
  expect.deepEqual(await readWords(page), ['en', ...ENGLISH]);
});

journey('a page in any other language asks in that language', CHROMIUM, async ({page, expect}) => {
  for (const lang of TAGS) {
    await page.goto(`${SHOP}/languages.html?lang=${lang}&panel=off`);
    const dir = await page.evaluate(() => document.documentElement.dir);
    const [title, accept, reject] = await wordsOf(lang);
    expect.deepEqual(await readBanner(page), [lang, dir, title, accept, reject]);
  }
});

for (const [lang, asked] of [
  ['fr-CA', 'fr'],
  ['no', 'nb'],
  ['zh-HK', 'zh-Hant'],
]) {
  journey(`a page in "${lang}" asks in ${asked}`, CHROMIUM, async ({page, expect}) => {
    await page.goto(inLanguage(lang));
    expect.deepEqual(await readWords(page), [asked, ...(await wordsOf(asked))]);
  });
}

for (const lang of ['tlh', '']) {
  journey(`a page in "${lang}" asks in English`, CHROMIUM, async ({page, expect}) => {
    await page.goto(inLanguage(lang));
    expect.deepEqual(await readWords(page), ['en', ...ENGLISH]);
  });
}

journey('a language that cannot be had is replaced by English', CHROMIUM, async ({page, demo, expect}) => {
  demo.fail('/consent/locales/nb.js', 404);
  await page.goto(inLanguage('nb'));
  expect.deepEqual(await readWords(page), ['en', ...ENGLISH]);
});

journey('a language that hangs is replaced by English', CHROMIUM, async ({page, demo, expect}) => {
  demo.hold('/consent/locales/nb.js');
  await page.goto(inLanguage('nb'));
  expect.deepEqual(await readWords(page), ['en', ...ENGLISH]);
  demo.release('/consent/locales/nb.js');
});
