import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {ACME, SHOP, isGranted, openPreferences, plain, roomIsKept, settle, tabTo} from './shop.mjs';

const PAGE = plain({config: {services: [ACME]}});
const consent = (page) => page.evaluate(() => window.consentGate.consent);

for (const colorScheme of ['light', 'dark']) {
  journey(
    `banner and preference center have no axe violation in the ${colorScheme}`,
    {colorScheme},
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(`${SHOP}/?panel=off`);
      await page.waitForVisible('consent-banner');
      expect.deepEqual(await accessibilityViolations(page), []);

      await openPreferences(page);
      expect.deepEqual(await accessibilityViolations(page), []);
      const background = await page.evaluateOn(
        'consent-banner',
        (banner) => getComputedStyle(banner).backgroundColor,
      );
      const isDark = background
        .match(/\d+/g)
        .slice(0, 3)
        .every((value) => value < 80);
      expect.equal(isDark, colorScheme === 'dark');
    },
  );
}

journey('the keyboard alone is enough to refuse, and to choose', async ({page, expect}) => {
  await page.goto(PAGE);
  await page.waitForVisible('consent-banner');
  await page.press('Tab');
  expect.equal(await page.evaluate(() => !!document.activeElement.closest('consent-banner')), true);
  await tabTo(page, '[data-action=reject]');
  await page.press('Enter');
  await page.waitForHidden('consent-banner');
  expect.equal((await consent(page)).categories.analytical, 'denied');

  await tabTo(page, '[data-consent-open]');
  await page.press('Enter');
  await page.waitForVisible('consent-preferences >>> dialog');
  await tabTo(page, 'input[data-category=analytical]');
  await page.press('Space');
  await tabTo(page, '[data-action=save]');
  await page.press('Enter');
  await page.waitForHidden('consent-preferences >>> dialog');
  expect.equal(await isGranted(page, 'analytical'), true);
  expect.equal(await isGranted(page, 'advertising'), false);
  await page.waitFor(() => document.activeElement.matches('[data-consent-open]'));
});

journey('Escape refuses in the banner, and only closes the preference center', async ({page, expect}) => {
  await page.goto(PAGE);
  await page.waitForVisible('consent-banner');
  await tabTo(page, '[data-action=accept]');
  await page.press('Escape');
  await page.waitForHidden('consent-banner');
  expect.equal((await consent(page)).categories.advertising, 'denied');

  await page.click('[data-consent-open]');
  await page.click('consent-preferences >>> input[data-category=analytical]');
  await page.press('Escape');
  await page.waitForHidden('consent-preferences >>> dialog');
  expect.equal(await isGranted(page, 'analytical'), false);
});

journey('the × refuses and says so', async ({page, expect}) => {
  await page.goto(PAGE);
  await page.waitForVisible('consent-banner');
  const name = await page.evaluateOn('[data-action=close]', (button) => button.ariaLabel);
  expect.match(name, /reject/);
  await page.click('[data-action=close]');
  await page.waitForHidden('consent-banner');
  expect.equal((await consent(page)).categories.advertising, 'denied');
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
});

journey(
  'scrolling and clicking on the page grants nothing',
  {engines: ['chromium']},
  async ({page, expect}) => {
    await page.goto(plain({config: {services: [ACME]}, body: '<p style="height:300vh">A long page</p>'}));
    await page.waitForVisible('consent-banner');
    await page.evaluate(() => scrollTo(0, 1500));
    await page.click('p:last-child');
    await settle(page);
    expect.equal((await consent(page)).decidedAt, null);
    expect.equal(await page.isVisible('consent-banner'), true);
  },
);

const LONG = `${'<p>A paragraph of the page.</p>'.repeat(60)}<a id="last" href="#">The last link of the page</a>`;
const SIZES = [
  [{width: 320, height: 640}, ['chromium', 'firefox']],
  [{width: 1440, height: 900}, ['chromium', 'firefox', 'webkit']],
];

for (const layout of ['box', 'bar']) {
  for (const [viewport, engines] of SIZES) {
    const size = `${viewport.width} × ${viewport.height}`;
    journey(
      `the end of the page is not hidden by the ${layout} at ${size}`,
      {viewport, engines},
      async (traveller) => {
        const {page, expect} = traveller;
        await page.goto(plain({config: {layout}, body: LONG}));
        await page.waitForVisible('consent-banner');
        await roomIsKept(page);
        await page.evaluate(() => document.getElementById('last').focus());
        await settle(page);
        const gap = await page.evaluate(() => {
          const [last, banner] = ['#last', 'consent-banner'].map((selector) =>
            document.querySelector(selector).getBoundingClientRect(),
          );
          return {above: banner.top - last.bottom, onScreen: last.top >= 0 && last.bottom <= innerHeight};
        });
        expect.ok(gap.above >= 0, `the banner covers ${-gap.above} px`);
        expect.equal(gap.onScreen, true);
      },
    );
  }
}

const NARROW = {viewport: {width: 320, height: 256}, engines: ['chromium', 'firefox']};
journey(
  'at 320 × 256 every button of the banner can be reached by scrolling',
  NARROW,
  async ({page, expect}) => {
    for (const layout of ['box', 'bar']) {
      await page.goto(plain({config: {layout}}));
      await page.waitForVisible('consent-banner');
      for (const action of ['close', 'reject', 'accept', 'settings']) {
        await page.hover(`consent-banner [data-action=${action}]`);
      }
      expect.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 320), true);
    }
  },
);

for (const [kind, style] of Object.entries({
  'does not scroll': 'html, body {height: 100%; overflow: hidden}',
  'shares its height out': 'body {height: 100vh; overflow: hidden; display: flex; flex-direction: column}',
})) {
  journey(
    `at 320 × 256 the banner can be answered on a page that ${kind}`,
    NARROW,
    async ({page, expect}) => {
      for (const layout of ['box', 'bar']) {
        const head = `<style>body {margin: 0} ${style}</style>`;
        await page.goto(plain({config: {layout}, head, body: LONG}));
        await page.waitForVisible('consent-banner');
        const answers = await page.evaluateOn('consent-banner', (banner) => {
          banner.scrollTop = banner.scrollHeight;
          const {top, bottom} = banner.getBoundingClientRect();
          return [...banner.querySelectorAll('[data-action]:not([data-action=close])')].map((answer) => {
            const place = answer.getBoundingClientRect();
            return place.top >= top && place.bottom <= Math.min(bottom, innerHeight);
          });
        });
        expect.deepEqual(answers, [true, true, true]);
      }
    },
  );
}
