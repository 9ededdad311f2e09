/** axe-core over every look: layouts × themes × light and dark × languages, among them one from the right. */
import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {ACME, LAYOUTS, THEMES, openPreferences, plain, settle} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const LANGUAGES = ['en', 'nb', 'de', 'ar'];
const SCHEMES = ['light', 'dark'];

const head = THEMES.map((theme) => `<link rel="stylesheet" href="/consent/themes/${theme}.css">`).join('');
const config = {services: [ACME]};

/** Puts the page's elements into one look, or with an unknown theme into the default one. */
function dress(theme, scheme) {
  for (const sheet of document.styleSheets) sheet.disabled = !sheet.href?.endsWith(`/themes/${theme}.css`);
  const {documentElement} = document;
  // Where the page itself is seen, it follows the elements.
  documentElement.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
  const ours = [...document.querySelectorAll('*')].filter(({localName}) => localName.startsWith('consent-'));
  for (const element of ours) element.setAttribute('theme', scheme);
}

/** @param {import('../tools/page.mjs').Page} page @param {string} selector */
async function violations(page, selector) {
  const found = [];
  for (const theme of ['default', ...THEMES]) {
    for (const scheme of SCHEMES) {
      await page.evaluate(dress, theme, scheme);
      const here = await accessibilityViolations(page, selector);
      found.push(...here.map((violation) => ({theme, scheme, ...violation})));
    }
  }
  return found;
}

for (const layout of LAYOUTS) {
  journey(
    `axe has nothing to say of the layout ${layout}, in any theme and language`,
    CHROMIUM,
    async ({page, expect}) => {
      for (const lang of LANGUAGES) {
        await page.goto(plain({config: {...config, layout}, lang, head}));
        await page.waitForVisible('consent-banner');
        expect.deepEqual(await violations(page, 'consent-banner'), [], lang);
      }
    },
  );
}

for (const preferences of ['dialog', 'panel']) {
  journey(
    `axe has nothing to say of the ${preferences} with the choices, in any theme and language`,
    CHROMIUM,
    async ({page, expect}) => {
      for (const lang of LANGUAGES) {
        await page.goto(plain({config: {...config, preferences}, lang, head}));
        await openPreferences(page);
        expect.deepEqual(await violations(page, 'consent-preferences'), [], lang);
      }
    },
  );
}

const PLACED = `<h2>What we use</h2>
  <consent-embed service="acme" src="https://acme.test/frame.html" title="A film"></consent-embed>
  <consent-declaration></consent-declaration>
  <consent-receipt></consent-receipt>
  <consent-button></consent-button>
  <consent-button floating="end"></consent-button>`;

for (const name of ['embed', 'declaration', 'receipt', 'button']) {
  journey(
    `axe has nothing to say of the ${name} in the page, in any theme and language`,
    CHROMIUM,
    async ({page, expect}) => {
      for (const lang of LANGUAGES) {
        await page.goto(plain({config, lang, head, body: PLACED}));
        await page.click('[data-action=reject]');
        await page.waitForVisible('consent-declaration >>> table');
        await page.waitForVisible('consent-receipt >>> button');
        await settle(page);
        expect.deepEqual(await violations(page, `consent-${name}`), [], lang);
        await page.evaluate(() => window.consentGate.reset());
      }
    },
  );
}
