/** Options and pages that are meant to do harm. What is shown as text: see peers.test.mjs and the unit tests. */
import {readdirSync} from 'node:fs';
import {journey} from '../tools/journey.mjs';
import {
  ACME,
  LAYOUTS,
  acmeTag,
  isGranted,
  openPreferences,
  plain,
  settle,
  strictly,
  thirdParties,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const config = {services: [ACME]};
const KEEP_ERRORS = "window.said = []; console.error = (...words) => said.push(words.join(' '));";

const LINKS = [
  ['policy', {policy: {url: 'data:text/html,<script>alert(1)</script>'}}, /policy\.url is "data:text/],
  ['policy', {policy: {url: '\u0001java\nscript:alert(1)'}}, /policy\.url is /],
  [
    'provider',
    {services: [{...ACME, policy: 'javascript:alert(1)'}]},
    /services\[0\]\.policy is "javascript:/,
  ],
  ['receiver', {receipts: {endpoint: 'data:,x'}}, /receipts\.endpoint is "data:,x"/],
];

for (const [what, mistake, message] of LINKS) {
  journey(`nobody can follow ${JSON.stringify(mistake)}`, CHROMIUM, async ({page, expect}) => {
    await page.goto(plain({config: {...config, ...mistake}, body: acmeTag(), before: KEEP_ERRORS}));
    const [said] = await page.waitFor(() => window.said.length > 0 && window.said);
    await settle(page);
    expect.match(said, message, what);
    expect.match(said, /must be an https:, http:, mailto: or relative address/);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('consent-banner a')]
        .map(({href}) => href)
        .filter((href) => !/^https?:/.test(href)),
    );
    expect.deepEqual(links, []);
    await page.evaluate(() => window.consentGate.grantAll());
    expect.equal(await isGranted(page, 'advertising'), false);
  });
}

/** A name that turns the direction of what follows, and one that never ends. */
const TURNED = 'Acme \u202Etnuocca ruoy fo yna\u202D \u2066\u2067';
const ENDLESS = 'W'.repeat(10_000);

for (const [kind, name] of Object.entries({'turns the writing around': TURNED, 'never ends': ENDLESS})) {
  journey(
    `a name that ${kind} changes neither the answers nor the room for them`,
    {viewport: {width: 320, height: 640}, ...CHROMIUM},
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(
        plain({
          before: `
        const block = document.getElementById('consent-gate');
        const name = ${JSON.stringify(name.slice(0, 40))}.padEnd(${name.length}, 'W');
        const services = [{id: 'acme', category: 'advertising', name, provider: name}];
        block.textContent = JSON.stringify({controller: {name}, policy: {url: '/privacy.html'}, services, texts: {en: {title: name}}});`,
        }),
      );
      await page.waitForVisible('consent-banner');
      const answers = () =>
        page.evaluate(() => {
          const dialog = document.querySelector('consent-preferences')?.shadowRoot.querySelector('dialog');
          const root = dialog ?? document.querySelector('consent-banner');
          return ['reject', 'accept'].map((action) => {
            const button = root.querySelector(`[data-action=${action}]`);
            const {left, right, bottom, width} = button.getBoundingClientRect();
            return [
              button.innerText,
              left >= 0 && right <= innerWidth && bottom <= innerHeight,
              Math.round(width),
            ];
          });
        });
      const [[no, isNoThere, widthOfNo], [yes, isYesThere, widthOfYes]] = await answers();
      expect.deepEqual([no, isNoThere, yes, isYesThere], ['Reject all', true, 'Accept all', true]);
      expect.equal(widthOfNo, widthOfYes);
      expect.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await page.click('[data-action=settings]');
      await page.waitForVisible('consent-preferences >>> dialog');
      const width = await page.evaluateOn(
        'consent-preferences >>> dialog',
        ({scrollWidth, clientWidth}) => scrollWidth - clientWidth,
      );
      expect.equal(width, 0);
      const [[refuse, isThere], [accept, isThereToo]] = await answers();
      expect.deepEqual([refuse, isThere, accept, isThereToo], ['Reject all', true, 'Accept all', true]);
    },
  );
}

const LANGUAGES = readdirSync('dist/locales')
  .map((name) => name.replace('.js', ''))
  .filter((name) => name !== 'names');
const PLACED = ['declaration', 'receipt', 'button']
  .map((name) => `<consent-${name}></consent-${name}>`)
  .join('');
const PLAYER = {
  id: 'player',
  category: 'functional',
  hosts: ['acme.test'],
  storage: [{name: 'theirs', party: 'third', purpose: 'player', lifetime: 'P1Y'}],
};
const RECEIPTS = {endpoint: '/consent-receipts'};
const FILM =
  '<consent-embed service="player" src="https://acme.test/frame.html" title="A film"></consent-embed>';

/** Between them, the layouts have every language. */
const languagesOf = (index) => LANGUAGES.filter((_, place) => place % LAYOUTS.length === index);

for (const [index, layout] of LAYOUTS.entries()) {
  const languages = languagesOf(index);
  const preferences = ['dialog', 'panel'][index % 2];
  journey(
    `the strictest policy has nothing to say of the layout ${layout} and its elements in ${languages}`,
    CHROMIUM,
    async ({page, expect}) => {
      for (const lang of languages) {
        const config = {services: [ACME, PLAYER], receipts: RECEIPTS, layout, preferences, lang};
        await page.goto(strictly({config, body: FILM + PLACED}));
        await openPreferences(page);
        await page.click('consent-preferences >>> [data-action=accept]');
        await page.waitForVisible('consent-embed >>> iframe');
        await page.waitForVisible('consent-receipt >>> [data-action=copy]');
        await page.evaluate(() => window.consentGate.withdraw());
        await page.waitForVisible('consent-outcome >>> dialog');
        expect.deepEqual(await page.evaluate(() => window.violations), [], lang);
        expect.equal(await page.evaluateOn('consent-banner', ({lang}) => lang.toLowerCase()), lang);
        await page.evaluate(() => window.consentGate.reset());
      }
    },
  );
}

const POLLUTE = `Object.assign(Object.prototype, {
  regime: 'opt-out', advertising: 'granted', analytical: true, granted: true, domain: 'shop.test', layout: 'bar',
  title: 'Polluted', only: 'undecided', added: 'Polluted', theme: 'dark', lang: 'fr',
  askDespiteSignal: true, debug: true, reload: 'never', category: 'necessary',
  service: 'basket', src: 'https://acme.test/planted.js', type: 'text/plain',
});`;

journey('what a page has put on Object.prototype grants nothing and says nothing', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({config, body: acmeTag(), before: POLLUTE}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  const banner = await page.evaluateOn('consent-banner', (banner) => ({
    text: banner.innerText,
    layout: banner.getAttribute('layout'),
    lang: banner.lang,
  }));
  expect.doesNotMatch(banner.text, /Polluted/);
  expect.deepEqual([banner.layout, banner.lang], ['box', 'en']);
  expect.equal(await page.evaluate(() => window.consentGate.consent.regime), 'opt-in');
  expect.equal(await isGranted(page, 'advertising'), false);
  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
  await page.reload();
  await settle(page);
  expect.equal(await isGranted(page, 'acme'), false);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(
    (await page.cookies()).map(({name, domain}) => `${name} ${domain}`),
    ['__Host-consent-gate www.shop.test'],
  );
});

const INLINE =
  '<script type="text/plain" data-category="advertising">(window.ran ??= []).push("inline")</script>';
const BASKET = {id: 'basket', category: 'necessary', name: 'Basket', reason: 'Keeps what you want to buy.'};

journey('nor does it put an address into what the visitor allows, or another service', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({config: {services: [BASKET]}, body: INLINE, before: POLLUTE}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.equal(await page.evaluate(() => window.ran), undefined);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran);
  await settle(page);
  expect.deepEqual(await page.evaluate(() => window.ran), ['inline']);
  expect.deepEqual(thirdParties(demo), []);
});
