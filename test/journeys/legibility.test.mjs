/** What can be read, reached and told apart: small windows, large letters, high contrast, few colours, no motion. */
import {contrast} from '../../dist/esm/gate/lint/contrast.js';
import {journey} from '../tools/journey.mjs';
import {ACME, openPreferences, plain} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const config = {services: [ACME]};
const PAGE = plain({
  config,
  body: '<consent-embed service="acme" src="https://acme.test/frame.html" title="A film"></consent-embed>',
});

/** Everything of ours that can be pressed and is on the page now: the room that it takes, by its words. */
function targets() {
  const all = (root) => [
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? all(element.shadowRoot) : [],
    ),
    ...root.querySelectorAll('button, a, summary, label'),
  ];
  const isOurs = (element) =>
    element.closest('consent-banner, consent-embed') || element.getRootNode() !== document;
  return all(document)
    .filter((element) => isOurs(element) && element.checkVisibility())
    .map((element) => {
      const {width, height} = element.getBoundingClientRect();
      return {element: element.localName, words: element.innerText, width, height};
    });
}

journey('everything that can be pressed is large enough for a finger', CHROMIUM, async ({page, expect}) => {
  await page.goto(PAGE);
  await page.waitForVisible('consent-embed >>> button');
  await openPreferences(page);
  const all = await page.evaluate(targets);
  expect.ok(all.length >= 15, `${all.length} found`);
  const large = all.filter(({element}) => element === 'button' || element === 'label');
  expect.deepEqual(
    large.filter(({width, height}) => Math.min(width, height) < 44),
    [],
  );
  expect.deepEqual(
    all.filter(({width, height}) => Math.min(width, height) < 24),
    [],
  );
});

/** What cannot be read without scrolling sideways, or is cut off. */
function overflows() {
  const roots = ['consent-banner', 'consent-preferences', 'consent-embed'].flatMap((tag) => {
    const host = document.querySelector(tag);
    return host ? [host, ...host.querySelectorAll('*'), ...host.shadowRoot.querySelectorAll('*')] : [];
  });
  const isWide = ({scrollWidth, clientWidth}) => clientWidth > 1 && scrollWidth > clientWidth;
  const isOutside = (element) => {
    const {left, right, width} = element.getBoundingClientRect();
    return width > 1 && (left < -0.5 || right > innerWidth + 0.5);
  };
  const wide = roots.filter(
    (element) => element.checkVisibility() && (isWide(element) || isOutside(element)),
  );
  const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  return [...page, ...wide.map((element) => element.cloneNode().outerHTML)];
}

const SMALL = {viewport: {width: 320, height: 256}, engines: ['chromium', 'firefox']};

for (const layout of ['box', 'bar']) {
  journey(
    `at 320 × 256, which is 400 % of 1280 × 1024, the ${layout} and the preference center are read by scrolling down`,
    SMALL,
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(plain({config: {...config, layout}}));
      await page.waitForVisible('consent-banner');
      expect.deepEqual(await page.evaluate(overflows), []);
      await openPreferences(page);
      expect.deepEqual(await page.evaluate(overflows), []);
      for (const target of [
        'button[data-action=close]',
        'input[data-service]',
        '[data-action=reject]',
        '[data-action=save]',
      ]) {
        await page.hover(`consent-preferences >>> ${target}`);
      }
    },
  );
}

const LANGUAGES = ['en', 'nb', 'sv', 'fi', 'fr', 'de', 'el', 'hu', 'ar'];

journey(
  'no language has words that do not fit a small phone',
  {viewport: {width: 320, height: 640}, ...CHROMIUM},
  async (traveller) => {
    const {page, expect} = traveller;
    for (const lang of LANGUAGES) {
      await page.goto(plain({config: {...config, lang}}));
      await page.waitForVisible('consent-banner');
      expect.deepEqual(await page.evaluate(overflows), [], lang);
      await openPreferences(page);
      expect.deepEqual(await page.evaluate(overflows), [], lang);
    }
  },
);

/** WCAG 1.4.12, as a visitor's own style sheet sets it: it reaches into shadow roots, and wins. */
const SPACING = `line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;`;

journey(
  'with wider spacing everything is still there',
  {viewport: {width: 320, height: 640}, ...CHROMIUM},
  async (traveller) => {
    const {page, expect} = traveller;
    const space = () =>
      page.evaluate((spacing) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          `:host, *, ::slotted(*), ::slotted(:is(*, #more):not(#more)) {${spacing}} p {margin-block-end: 2em !important}`,
        );
        for (const {shadowRoot} of document.querySelectorAll('consent-banner, consent-preferences')) {
          shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        }
      }, SPACING);
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    await space();
    const spacing = await page.evaluateOn(
      '[data-action=reject]',
      (button) => getComputedStyle(button).letterSpacing,
    );
    expect.equal(spacing, '1.8px');
    expect.deepEqual(await page.evaluate(overflows), []);
    for (const action of ['close', 'reject', 'accept']) await page.hover(`[data-action=${action}]`);
    await openPreferences(page);
    await space();
    expect.deepEqual(await page.evaluate(overflows), []);
    for (const action of ['reject', 'accept', 'save'])
      await page.hover(`consent-preferences >>> [data-action=${action}]`);
  },
);

journey(
  'who has set letters twice as large has them here too',
  {textSize: 32, viewport: {width: 640, height: 800}, engines: ['chromium', 'firefox']},
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    const size = await page.evaluateOn('[data-action=reject]', (button) => getComputedStyle(button).fontSize);
    expect.equal(size, '30px');
    expect.deepEqual(await page.evaluate(overflows), []);
    for (const action of ['close', 'reject', 'accept', 'settings'])
      await page.hover(`[data-action=${action}]`);
    await openPreferences(page);
    expect.deepEqual(await page.evaluate(overflows), []);
  },
);

/** An element's colour, and the background of another. */
function readColours(element, property, behind) {
  const ground = document.querySelector(behind);
  const background = getComputedStyle(ground.shadowRoot.querySelector('dialog') ?? ground).backgroundColor;
  return [getComputedStyle(element)[property], background].map((colour) =>
    colour.match(/[\d.]+/g).map(Number),
  );
}

for (const colorScheme of ['light', 'dark']) {
  journey(
    `the edges of controls and the mark of the focus are seen in the ${colorScheme}`,
    {colorScheme, ...CHROMIUM},
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(plain({config}));
      await page.waitForVisible('consent-banner');
      await page.press('Tab');
      const focused = await page.evaluate(
        () => document.activeElement.dataset.action ?? document.activeElement.slot,
      );
      const edges = [
        ['consent-banner', `[slot=${focused}]`, 'outlineColor'],
        ['consent-banner', '[data-action=settings]', 'borderTopColor'],
        ['consent-banner', '[data-action=reject]', 'backgroundColor'],
        ['consent-banner', 'consent-banner', 'borderTopColor'],
      ];
      for (const [behind, selector, property] of edges) {
        const ratio = contrast(...(await page.evaluateOn(selector, readColours, property, behind)));
        expect.ok(ratio >= 3, `${property} of ${selector}: ${ratio}`);
      }
      const width = await page.evaluateOn(`[slot=${focused}]`, (element) =>
        parseFloat(getComputedStyle(element).outlineWidth),
      );
      expect.ok(width >= 2);
      await openPreferences(page);
      const input = 'consent-preferences >>> input[data-category=analytical]';
      const colours = await page.evaluateOn(input, readColours, 'borderTopColor', 'consent-preferences');
      expect.ok(contrast(...colours) >= 3, `the edge of the switch: ${contrast(...colours)}`);
    },
  );
}

journey(
  'where the system sets the colours, buttons have edges and switches show their state',
  {forcedColors: true, ...CHROMIUM},
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    for (const action of ['reject', 'accept', 'settings']) {
      const edge = await page.evaluateOn(`[data-action=${action}]`, (button) => {
        const {borderTopStyle, borderTopWidth, borderTopColor, backgroundColor} = getComputedStyle(button);
        return {
          isThere: borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1,
          isSeen: borderTopColor !== backgroundColor,
        };
      });
      expect.deepEqual(edge, {isThere: true, isSeen: true}, action);
    }
    await page.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    expect.equal(outline, 'solid');
    await openPreferences(page);
    const looks = (selector) =>
      page.evaluateOn(
        `consent-preferences >>> ${selector}`,
        (input) => getComputedStyle(input).backgroundColor,
      );
    const off = await looks('input[data-category=analytical]');
    await page.click('consent-preferences >>> input[data-category=analytical]');
    expect.notEqual(await looks('input[data-category=analytical]'), off);
    const words = await page.evaluateOn('consent-preferences', ({shadowRoot}) =>
      [...shadowRoot.querySelectorAll('section > label .switch > span')].map(({textContent}) => textContent),
    );
    expect.deepEqual(words, ['Always on', 'Off', 'On', 'Off']);
  },
);

journey(
  'nothing moves for who wants nothing to move',
  {reducedMotion: true, engines: ['chromium', 'firefox']},
  async ({page, expect}) => {
    await page.goto(PAGE);
    await page.waitForVisible('consent-banner');
    const moving = () => page.evaluate(() => document.getAnimations().length);
    expect.equal(await moving(), 0);
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    await page.waitForVisible('consent-embed >>> button');
    expect.equal(await moving(), 0);
    const styles = await page.evaluate(() => {
      const hosts = [...document.querySelectorAll('consent-banner, consent-preferences, consent-embed')];
      const all = hosts.flatMap((host) => [
        host,
        ...host.querySelectorAll('*'),
        ...host.shadowRoot.querySelectorAll('*'),
      ]);
      return [
        ...new Set(
          all.map((element) => {
            const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element);
            return [transitionDuration, animationName, scrollBehavior].join(' ');
          }),
        ),
      ];
    });
    expect.deepEqual(styles, ['0s none auto']);
  },
);

/** Keeps every wait that a page asks for. */
const KEEP_TIMERS = `
  window.waits = [];
  for (const name of ['setTimeout', 'setInterval']) {
    const set = window[name];
    window[name] = (run, delay = 0, ...rest) => (waits.push(delay), set(run, delay, ...rest));
  }`;

journey('no answer is waited for with a clock', CHROMIUM, async ({page, expect}) => {
  await page.goto(plain({config, before: KEEP_TIMERS}));
  await page.waitForVisible('consent-banner');
  await openPreferences(page);
  const waits = await page.evaluate(() => window.waits.filter((delay) => delay > 200));
  expect.deepEqual(waits, []);
});
