/** What assistive technology is told. Chromium's tree stands for what screen readers and voice control get. */
import {journey} from '../tools/journey.mjs';
import {ACME, openPreferences, plain, tabTo} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const config = {services: [ACME]};

const NECESSARY =
  'Needed for the site to work, such as security, signing in and remembering this choice. Always on.';
const FUNCTIONAL = 'Remembers what you set, such as language, and shows videos and maps from other services.';
const ANALYTICAL = 'Counts visits and shows which pages are useful, so that the site can be improved.';
const ADVERTISING =
  'Lets us and the companies listed show and measure ads based on what you do here and elsewhere.';

journey(
  'a screen reader is told the whole question, and the answers by their names',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    expect.deepEqual(await page.accessibilityTree('Your privacy, your choice'), [
      'region "Your privacy, your choice"',
      '  heading "Your privacy, your choice", level: 2',
      '  button "Close and reject"',
      '  StaticText "Lykt would like to use cookies and similar technologies for the purposes below. Nothing optional runs until you decide."',
      '  StaticText "Necessary"',
      `  StaticText "${NECESSARY}"`,
      '  StaticText "Functional"',
      `  StaticText "${FUNCTIONAL}"`,
      '  StaticText "Analytical"',
      `  StaticText "${ANALYTICAL}"`,
      '  StaticText "Advertising"',
      `  StaticText "${ADVERTISING}"`,
      '  StaticText "You can change your choice or withdraw your consent at any time under “Privacy choices”."',
      '  link "Privacy policy"',
      '    StaticText "Privacy policy"',
      '  button "Reject all"',
      '  button "Accept all"',
      '  button "Choose"',
    ]);
  },
);

journey(
  'a screen reader is told every switch by name, state and description',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(plain({config}));
    await openPreferences(page);
    const tree = await page.accessibilityTree('Privacy choices');
    const controls = tree.filter((line) => !line.includes('StaticText'));
    expect.deepEqual(controls, [
      'dialog "Privacy choices", modal: true',
      '  heading "Privacy choices", focused: true, level: 2',
      '  button "Close without changes"',
      '  heading "Necessary", level: 3',
      `  switch "Necessary", checked: true, disabled: true, description: ${NECESSARY}`,
      '  heading "Functional", level: 3',
      `  switch "Functional", checked: false, description: ${FUNCTIONAL}`,
      '  heading "Analytical", level: 3',
      `  switch "Analytical", checked: false, description: ${ANALYTICAL}`,
      '  heading "Advertising", level: 3',
      `  switch "Advertising", checked: false, description: ${ADVERTISING}`,
      '  DisclosureTriangle "Services: 1", expanded: true',
      '  switch "Acme Ads", checked: false',
      '  button "Reject all"',
      '  button "Accept all"',
      '  button "Save choices"',
    ]);
  },
);

const CONTROLS = /^\s*(?:button|link|switch|DisclosureTriangle) "([^"]*)"/;
const HOSTS = ['consent-banner', 'consent-preferences >>>'];

journey('what is spoken is what is written, in the language of the page', CHROMIUM, async (traveller) => {
  const {page, expect} = traveller;
  for (const lang of ['nb', 'fi', 'fr']) {
    await page.goto(plain({config: {...config, lang}}));
    await page.waitForVisible('consent-banner');
    const label = (selector) => page.evaluateOn(selector, ({ariaLabel}) => ariaLabel);
    const banner = await page.accessibilityTree(await label('consent-banner'));
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    const preferences = await page.accessibilityTree(await label('consent-preferences >>> dialog'));
    const shown = await page.evaluate(() => {
      const hosts = ['consent-banner', 'consent-preferences'].map((tag) => document.querySelector(tag));
      const {innerText} = hosts[1].shadowRoot.querySelector('dialog');
      return {text: hosts[0].innerText + innerText, langs: hosts.map((host) => host.lang)};
    });
    const names = [...banner, ...preferences].map((line) => CONTROLS.exec(line)?.[1]).filter(Boolean);
    expect.equal(names.length, 14, lang);
    // The two × show a sign and no word.
    const spokenOnly = names.filter((name) => !shown.text.includes(name));
    const signs = await Promise.all(HOSTS.map((host) => label(`${host} [data-action=close]`)));
    expect.deepEqual(spokenOnly, signs, lang);
    expect.deepEqual(shown.langs, [lang, lang]);
  }
});

journey(
  'a screen reader hears that the choices are saved, wherever its user is',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(plain({config}));
    await page.click('[data-action=reject]');
    await page.waitForHidden('consent-banner');
    await tabTo(page, '[data-consent-open]');
    await page.press('Enter');
    await page.waitForVisible('consent-preferences >>> dialog');
    const status = () =>
      page.evaluateOn('consent-preferences >>> [role=status]', ({textContent}) => textContent);
    expect.equal(await status(), '');
    await tabTo(page, '[data-action=save]');
    await page.press('Enter');
    await page.waitForHidden('consent-preferences >>> dialog');
    expect.equal(await status(), 'Your choices are saved.');
    expect.equal(await page.evaluate(() => document.activeElement.matches('[data-consent-open]')), true);
  },
);
