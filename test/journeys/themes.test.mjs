import {contrast} from '../../dist/esm/gate/lint/contrast.js';
import {journey} from '../tools/journey.mjs';
import {SHOP, THEMES, eventually, plain, settle} from './shop.mjs';

const SCHEMES = ['light', 'dark'];
const PAGE = (theme) => plain({head: `<link rel="stylesheet" href="/consent/themes/${theme}.css">`});

/**
 * What is written, and what has a line around it, in the banner and the preference center: its colour over what
 * lies behind it, as the browser has drawn it.
 */
function readColours() {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const isClear = (colour) => /^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  const behind = (element) => {
    let node = element;
    while (isClear(getComputedStyle(node).backgroundColor)) node = parentOf(node);
    return getComputedStyle(node).backgroundColor;
  };
  const banner = document.querySelector('consent-banner');
  const {shadowRoot} = document.querySelector('consent-preferences');
  const all = [...banner.querySelectorAll('*'), ...shadowRoot.querySelectorAll('*')];
  const isShown = (element) => element.getClientRects().length > 0;
  const hasWords = ({childNodes}) =>
    [...childNodes].some(({nodeType, data}) => nodeType === Node.TEXT_NODE && data.trim());
  const texts = all.filter(isShown).filter(hasWords);
  const controls = all.filter(isShown).filter((element) => element.matches('button, input'));
  const bordered = controls.filter((element) => !isClear(getComputedStyle(element).borderTopColor));
  return {
    texts: texts.map((element) => ({
      name: element.textContent.trim().slice(0, 40),
      over: paint(getComputedStyle(element).color),
      under: paint(behind(element)),
    })),
    controls: bordered.map((element) => ({
      name: element.dataset.action ?? element.dataset.category,
      over: paint(getComputedStyle(element).borderTopColor),
      under: paint(behind(element.assignedSlot ?? element.parentElement)),
    })),
  };
}

const weakerThan =
  (least) =>
  ({over, under}) =>
    contrast(over, under) < least;

for (const theme of ['default', ...THEMES]) {
  for (const colorScheme of SCHEMES) {
    journey(
      `${theme} can be read in the ${colorScheme}`,
      {colorScheme, engines: ['chromium']},
      async ({page, expect}) => {
        await page.goto(theme === 'default' ? plain() : PAGE(theme));
        await page.click('[data-action=settings]');
        await page.waitForVisible('consent-preferences >>> dialog');
        const {texts, controls} = await page.evaluate(readColours);
        expect.ok(
          texts.length > 20 && controls.length > 9,
          `${texts.length} texts, ${controls.length} controls`,
        );
        expect.deepEqual(texts.filter(weakerThan(4.5)), []);
        expect.deepEqual(controls.filter(weakerThan(3)), []);
        const isDark = contrast(texts[0].under, [0, 0, 0]) < contrast(texts[0].under, [255, 255, 255]);
        expect.equal(isDark, colorScheme === 'dark');
      },
    );
  }
}

journey(
  'in forced colours, what is on differs from what is off, and every control has a line',
  {forcedColors: true, engines: ['chromium']},
  async ({page, expect}) => {
    await page.goto(plain());
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    await page.click('consent-preferences >>> input[data-category=functional]');
    await page.press('Shift+Tab');
    await settle(page);
    const look = await page.evaluateOn('consent-preferences', ({shadowRoot}) => {
      const colours = (selector) => {
        const element = shadowRoot.querySelector(selector);
        const style = getComputedStyle(element);
        const thumb = getComputedStyle(element, '::before');
        return {track: style.backgroundColor, line: style.borderTopColor, thumb: thumb.backgroundColor};
      };
      const [on, off] = ['functional', 'analytical'].map((id) => colours(`input[data-category=${id}]`));
      const focused = getComputedStyle(shadowRoot.activeElement);
      const dialog = getComputedStyle(shadowRoot.querySelector('dialog'));
      return {
        on,
        off,
        outline: focused.outlineStyle,
        width: focused.outlineWidth,
        edge: dialog.borderTopWidth,
      };
    });
    expect.notEqual(look.on.track, look.off.track);
    expect.notEqual(look.on.thumb, look.on.track);
    expect.notEqual(look.off.thumb, look.off.track);
    expect.notEqual(look.off.line, look.off.track);
    expect.deepEqual([look.outline, look.width, look.edge], ['solid', '2px', '1px']);
  },
);

const DEBUG = {needs: ['messages'], engines: ['chromium']};
const debugged = (head) =>
  plain({before: ' ', script: `<script src="/consent/gate.js" data-debug></script>${head}`});
const complaints = (page) => page.messages().filter((message) => message.includes('[consent-gate]'));

for (const theme of THEMES) {
  for (const colorScheme of SCHEMES) {
    journey(
      `debug has nothing to say of ${theme} in the ${colorScheme}`,
      {...DEBUG, colorScheme},
      async ({page, expect}) => {
        await page.goto(debugged(`<link rel="stylesheet" href="/consent/themes/${theme}.css">`));
        await page.waitForVisible('consent-banner');
        await settle(page);
        expect.deepEqual(complaints(page), []);
      },
    );
  }
}

journey('debug names colours that cannot be read, with their remedy', DEBUG, async ({page, expect}) => {
  await page.goto(debugged('<style>:root {--consent-muted: #bbb; --consent-line: #eee}</style>'));
  await eventually(() => complaints(page).length === 2);
  const [muted, line] = complaints(page);
  expect.match(
    muted,
    /--consent-muted is rgb\(187, 187, 187\) on rgb\(255, 255, 255\), a contrast of 1\.92:1, but must be at least 4\.5:1; choose a darker colour/,
  );
  expect.match(line, /--consent-line is .* but must be at least 3:1/);
});

const WEAK = {
  'a paler no': [
    '[data-action=reject] {--_button: #ddd}',
    /reject button has background-color rgb\(221, 221, 221\)/,
  ],
  'a no that is turned round': [
    'consent-banner::part(banner) {direction: rtl}',
    /reject button has place after "accept"/,
  ],
};

for (const [name, [rule, complaint]] of Object.entries(WEAK)) {
  journey(`debug names ${name}`, DEBUG, async ({page, expect}) => {
    await page.goto(debugged(`<style>${rule}</style>`));
    await eventually(() => complaints(page).length > 0);
    expect.match(complaints(page)[0], complaint);
  });
}

journey(
  'a theme is a style sheet that sets tokens and nothing else',
  {engines: ['chromium']},
  async (traveller) => {
    const {page, expect} = traveller;
    for (const theme of THEMES) {
      await page.goto(`${SHOP}/layouts.html?panel=off&theme=${theme}`);
      const set = await page.evaluate((theme) => {
        const sheet = [...document.styleSheets].find(({href}) => href?.endsWith(`/themes/${theme}.css`));
        const [{cssRules}, ...more] = sheet.cssRules;
        const rules = [...cssRules];
        return {
          more: more.length,
          selectors: rules.map(({selectorText}) => selectorText),
          names: [...rules[0].style],
        };
      }, theme);
      expect.deepEqual([set.more, set.selectors], [0, [':root']]);
      expect.ok(set.names.length > 8);
      expect.deepEqual(
        set.names.filter((name) => !name.startsWith('--consent-')),
        [],
      );
    }
  },
);
