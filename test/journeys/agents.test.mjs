/** Programs that answer for the person who installed them, and lists that hide banners. */
import {readFileSync} from 'node:fs';
import {runAutoconsent, runConsentOMatic} from '../tools/agents.mjs';
import {journey} from '../tools/journey.mjs';
import {ACME, acmeTag, isGranted, plain, settle, thirdParties} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const LANGUAGES = ['en', 'nb', 'de', 'el', 'ar', 'ja'];
const readRule = (name) => JSON.parse(readFileSync(`integrations/${name}.json`, 'utf8'));
const AUTOCONSENT = readRule('autoconsent');
const CONSENT_O_MATIC = readRule('consent-o-matic')['consent-gate'];

const config = {services: [ACME], reload: 'never'};
const categories = (page) => page.evaluate(() => window.consentGate.consent.categories);
const ALL = (answer) => ({necessary: 'granted', functional: answer, analytical: answer, advertising: answer});

const PAGES = {
  English: plain({config, body: acmeTag()}),
  French: plain({config, body: acmeTag(), lang: 'fr'}),
  German: plain({config, body: acmeTag(), lang: 'de'}),
};

for (const [language, url] of Object.entries(PAGES)) {
  journey(
    `who has a program reject every banner is not asked in ${language}`,
    CHROMIUM,
    async (traveller) => {
      const {page, demo, expect} = traveller;
      await page.goto(url);
      await page.waitForVisible('consent-banner');
      const {cmp, result} = await runAutoconsent(page, {heuristicMode: 'reject'});
      expect.deepEqual({cmp, result}, {cmp: 'HEURISTIC-REJECT', result: true});
      await page.waitForHidden('consent-banner');
      expect.deepEqual(await categories(page), ALL('denied'));
      await page.reload();
      await settle(page);
      expect.equal(await page.isVisible('consent-banner'), false);
      expect.deepEqual(thirdParties(demo), []);
    },
  );
}

journey('the rule for that program rejects in every script', CHROMIUM, async ({page, expect}) => {
  for (const lang of LANGUAGES) {
    await page.goto(plain({config: {...config, lang}}));
    await page.waitForVisible('consent-banner');
    const {cmp, result} = await runAutoconsent(page, {rules: [AUTOCONSENT]});
    expect.deepEqual({cmp, result}, {cmp: 'consent-gate', result: true}, lang);
    expect.deepEqual(await categories(page), ALL('denied'), lang);
    await page.evaluate(() => window.consentGate.reset());
  }
});

journey('the rule for that program accepts where its user wants that', CHROMIUM, async ({page, expect}) => {
  await page.goto(plain({config}));
  await page.waitForVisible('consent-banner');
  const {result} = await runAutoconsent(page, {rules: [AUTOCONSENT], action: 'optIn'});
  expect.equal(result, true);
  expect.deepEqual(await categories(page), ALL('granted'));
});

journey(
  'the rule for Consent-O-Matic answers each category as its user wants',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    const wishes = [
      [{}, ALL('denied')],
      [{A: true}, {...ALL('denied'), functional: 'granted'}],
      [
        {A: true, B: true},
        {...ALL('granted'), advertising: 'denied'},
      ],
      [{F: true}, {...ALL('denied'), advertising: 'granted'}],
    ];
    for (const [wish, expected] of wishes) {
      await page.goto(plain({config}));
      await page.waitForVisible('consent-banner');
      expect.equal(await runConsentOMatic(page, CONSENT_O_MATIC, wish), true);
      await page.waitForHidden('consent-banner');
      expect.deepEqual(await categories(page), expected);
      await page.waitForHidden('consent-preferences >>> dialog');
      expect.equal(await runConsentOMatic(page, CONSENT_O_MATIC, wish), false);
      await page.evaluate(() => window.consentGate.reset());
    }
  },
);

journey('a click that a program makes rejects too', async ({page, expect}) => {
  await page.goto(plain({config}));
  await page.waitForVisible('consent-banner');
  await page.evaluate(() =>
    document.querySelector('[data-action=reject]').dispatchEvent(new MouseEvent('click', {bubbles: true})),
  );
  await page.waitForHidden('consent-banner');
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.equal(await isGranted(page, 'advertising'), false);
});

const REMOVE = `new MutationObserver(() => document.querySelector('consent-banner')?.remove())
  .observe(document, {childList: true, subtree: true});`;

journey(
  'a banner that a filter takes out of the page stays out, and nothing is granted',
  async (traveller) => {
    const {page, demo, expect} = traveller;
    const long =
      '<p style="block-size: 200vh">A long page</p><button id="buy" onclick="window.bought = true">Buy</button>';
    await page.goto(plain({config, body: long + acmeTag(), before: REMOVE}));
    await page.waitFor(() => !!customElements.get('consent-banner'));
    await settle(page);
    expect.equal(await page.evaluate(() => document.querySelector('consent-banner')), null);
    await page.click('#buy');
    expect.equal(await page.evaluate(() => window.bought), true);
    expect.deepEqual(await categories(page), ALL('undecided'));
    expect.equal(await isGranted(page, 'advertising'), false);
    const room = await page.evaluate(() => getComputedStyle(document.documentElement, '::after').blockSize);
    expect.ok(['0px', 'auto'].includes(room), `${room} are reserved for nothing`);
    expect.deepEqual(thirdParties(demo), []);
    expect.deepEqual(await page.cookies(), []);
    await page.evaluate(() => document.querySelector('[data-consent-open]').click());
    await page.waitForVisible('consent-preferences >>> dialog');
  },
);

const HOOKS = {
  'consent-banner [data-action]': ['reject', 'accept', 'settings', 'close'],
  'consent-preferences >>> button[data-action]': ['close', 'reject', 'accept', 'save'],
  'consent-preferences >>> input[data-category]:not([data-service])': [
    'necessary',
    'functional',
    'analytical',
    'advertising',
  ],
  'consent-preferences >>> input[data-category][data-service]': ['acme'],
};

journey('what programs hold on to is where it was promised', CHROMIUM, async ({page, expect}) => {
  await page.goto(plain({config}));
  await page.click('[data-action=settings]');
  await page.waitForVisible('consent-preferences >>> dialog');
  const hooks = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const [host, inner] = selector.split(' >>> ');
        const found = inner
          ? document.querySelector(host).shadowRoot.querySelectorAll(inner)
          : document.querySelectorAll(host);
        return [...found].map(({dataset}) => dataset.service ?? dataset.action ?? dataset.category);
      }),
    Object.keys(HOOKS),
  );
  expect.deepEqual(hooks, Object.values(HOOKS));
});
