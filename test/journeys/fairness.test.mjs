/** A no is as easy, as near and as plain as a yes. */
import {journey} from '../tools/journey.mjs';
import {ACME, LAYOUTS, THEMES, isGranted, plain, settle} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const BASKET = {id: 'basket', category: 'necessary', name: 'Basket', reason: 'Keeps what you want to buy.'};
const config = {services: [ACME, BASKET], reload: 'never'};

const asking = (layout, head = '') => plain({config: {...config, layout}, head});
const themed = (theme, layout = 'box') =>
  asking(layout, `<link rel="stylesheet" href="/consent/themes/${theme}.css">`);

/** All that is computed for both answers and differs, but for what follows from the length of their words. */
function compare(root) {
  const FOLLOWS = /^(inline-size|width|perspective-origin|transform-origin)$/;
  const answers = ['reject', 'accept'].map((name) => root.querySelector(`[data-action=${name}]`));
  const [one, other] = answers.map((element) => getComputedStyle(element));
  const [no, yes] = answers.map((element) => element.getBoundingClientRect());
  const styles = [...one].filter((name) => one.getPropertyValue(name) !== other.getPropertyValue(name));
  return {
    elements: answers.map(({localName, type}) => `${localName} ${type}`),
    styles: styles.filter((name) => !FOLLOWS.test(name)),
    sizes: ['width', 'height'].filter((side) => Math.abs(no[side] - yes[side]) > 1),
    isOneLine: Math.abs(no.top - yes.top) <= 1,
    isNoFirst: no.left < yes.left,
  };
}

const ALIKE = {
  elements: ['button button', 'button button'],
  styles: [],
  sizes: [],
  isOneLine: true,
  isNoFirst: true,
};

const EYES = {
  'in the light': {colorScheme: 'light'},
  'in the dark': {colorScheme: 'dark'},
  'in forced colours': {forcedColors: true},
};

for (const [how, eyes] of Object.entries(EYES)) {
  for (const width of [320, 768, 1440]) {
    journey(
      `no looks like yes ${how} at ${width} px, in every layout and theme`,
      {...eyes, viewport: {width, height: 900}, ...CHROMIUM},
      async ({page, expect}) => {
        for (const address of [
          ...LAYOUTS.map((layout) => asking(layout)),
          ...THEMES.map((theme) => themed(theme)),
        ]) {
          await page.goto(address);
          await page.waitForVisible('consent-banner');
          expect.deepEqual(await page.evaluateOn('consent-banner', compare), ALIKE, address);
        }
        await page.click('[data-action=settings]');
        await page.waitForVisible('consent-preferences >>> dialog');
        expect.deepEqual(await page.evaluateOn('consent-preferences >>> dialog', compare), ALIKE);
      },
    );
  }
}

journey('no looks like yes in every engine', async ({page, expect}) => {
  await page.goto(themed('forest', 'bar'));
  await page.waitForVisible('consent-banner');
  expect.deepEqual(await page.evaluateOn('consent-banner', compare), ALIKE);
});

journey('a page that hides no does not succeed', CHROMIUM, async ({page, expect}) => {
  const rule =
    '[data-action=reject] {display: none !important; opacity: 0 !important; font-size: 6px !important}';
  await page.goto(asking('box', `<style>${rule}</style>`));
  await page.waitForVisible('consent-banner');
  expect.deepEqual(await page.evaluateOn('consent-banner', compare), ALIKE);
});

journey(
  'a yes and a no take one activation each, and to change either takes two',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    for (const [answer, other, granted] of [
      ['accept', 'reject', true],
      ['reject', 'accept', false],
    ]) {
      await page.goto(plain({config}));
      await page.click(`[data-action=${answer}]`);
      await page.waitForHidden('consent-banner');
      expect.equal(await isGranted(page, 'advertising'), granted);
      await page.click('[data-consent-open]');
      await page.click(`consent-preferences >>> [data-action=${other}]`);
      await page.waitForHidden('consent-preferences >>> dialog');
      expect.equal(await isGranted(page, 'advertising'), !granted);
      await page.evaluate(() => window.consentGate.reset());
    }
  },
);

journey('nothing is ticked beforehand, and what is always on says why', async ({page, expect}) => {
  await page.goto(plain({config}));
  await page.click('[data-action=settings]');
  await page.waitForVisible('consent-preferences >>> dialog');
  const switches = await page.evaluateOn('consent-preferences', ({shadowRoot}) =>
    [...shadowRoot.querySelectorAll('input')].map(({dataset, checked, disabled}) => [
      dataset.service ?? dataset.category,
      checked,
      disabled,
    ]),
  );
  expect.deepEqual(switches, [
    ['necessary', true, true],
    ['basket', true, true],
    ['functional', false, false],
    ['analytical', false, false],
    ['advertising', false, false],
    ['acme', false, false],
  ]);
  await page.click('consent-preferences >>> summary');
  const necessary = await page.evaluateOn('consent-preferences >>> section', ({innerText}) => innerText);
  expect.match(necessary, /Always on/);
  expect.match(necessary, /Keeps what you want to buy\./);
});

journey('the page below the question scrolls and can be used', async ({page, expect}) => {
  const body =
    '<button id="buy" style="position: absolute; inset: 10px 10px auto auto" onclick="window.bought = true">Buy</button><p style="block-size: 300vh">A long page</p>';
  await page.goto(plain({config, body}));
  await page.waitForVisible('consent-banner');
  await page.click('#buy');
  expect.equal(await page.evaluate(() => window.bought), true);
  await page.evaluate(() => scrollTo({top: 400, behavior: 'instant'}));
  await settle(page);
  const state = await page.evaluate(() => ({
    scrolled: scrollY,
    overflow: [document.documentElement, document.body].map((element) => getComputedStyle(element).overflow),
    isInert: !!document.querySelector('[inert], [aria-hidden=true]'),
  }));
  expect.deepEqual(state, {scrolled: 400, overflow: ['visible', 'visible'], isInert: false});
  expect.equal(await page.evaluate(() => window.consentGate.consent.decidedAt), null);
});

const INTERRUPTING = [
  ['Escape', 'en', /Close and reject/],
  ['Escape', 'nb', /avvis/i],
  ['Escape', 'fr', /refuser/i],
];

for (const [key, lang, says] of INTERRUPTING) {
  journey(`the × and ${key} are a no, and the × says so in "${lang}"`, CHROMIUM, async ({page, expect}) => {
    await page.goto(plain({config: {...config, lang}}));
    await page.waitForVisible('consent-banner');
    expect.match(await page.evaluateOn('[data-action=close]', ({ariaLabel}) => ariaLabel), says);
    await page.press('Tab');
    await page.press(key);
    await page.waitForHidden('consent-banner');
    const {categories, decidedAt} = await page.evaluate(() => window.consentGate.consent);
    expect.notEqual(decidedAt, null);
    expect.deepEqual(Object.values(categories), ['granted', 'denied', 'denied', 'denied']);
  });
}
