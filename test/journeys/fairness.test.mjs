/** A no is as easy, as near and as plain as a yes. */
import {journey} from '../tools/journey.mjs';
import {ACME, isGranted, plain, settle} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const BASKET = {id: 'basket', category: 'necessary', name: 'Basket', reason: 'Keeps what you want to buy.'};
const config = {services: [ACME, BASKET], reload: 'never'};

/** All that is computed for two elements and differs, but for what follows from the length of their words. */
function differences(root) {
  const [reject, accept] = ['reject', 'accept'].map((action) =>
    root.querySelector(`[data-action=${action}]`),
  );
  const [one, other] = [reject, accept].map((button) => getComputedStyle(button));
  const sizes = /^(width|inline-size|perspective-origin|transform-origin)$/;
  const styles = [...one].filter((name) => one.getPropertyValue(name) !== other.getPropertyValue(name));
  const boxes = [reject, accept].map((button) => button.getBoundingClientRect());
  return {
    elements: [reject, accept].map(({localName, type}) => `${localName} ${type}`),
    styles: styles.filter((name) => !sizes.test(name)),
    width: Math.abs(boxes[0].width - boxes[1].width) > 1,
    height: Math.abs(boxes[0].height - boxes[1].height) > 1,
    line: Math.abs(boxes[0].top - boxes[1].top) > 1,
  };
}

const ALIKE = {
  elements: ['button button', 'button button'],
  styles: [],
  width: false,
  height: false,
  line: false,
};

const VISITORS = [
  [320, 'in the light', {colorScheme: 'light'}],
  [768, 'in the light', {colorScheme: 'light'}],
  [1440, 'in the light', {colorScheme: 'light'}],
  [320, 'in the dark', {colorScheme: 'dark'}],
  [1440, 'in forced colours', {forcedColors: true}],
];

for (const [width, how, settings] of VISITORS) {
  journey(
    `yes and no look alike ${how}, ${width} px wide`,
    {...settings, viewport: {width, height: 900}, ...CHROMIUM},
    async (traveller) => {
      const {page, expect} = traveller;
      for (const layout of ['box', 'bar']) {
        await page.goto(plain({config: {...config, layout}}));
        await page.waitForVisible('consent-banner');
        expect.deepEqual(await page.evaluateOn('consent-banner', differences), ALIKE, layout);
      }
      await page.click('[data-action=settings]');
      await page.waitForVisible('consent-preferences >>> dialog');
      expect.deepEqual(await page.evaluateOn('consent-preferences >>> dialog', differences), ALIKE);
    },
  );
}

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
