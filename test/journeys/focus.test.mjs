/** Where the keyboard is, and that it can be seen there. */
import {journey} from '../tools/journey.mjs';
import {ACME, openPreferences, plain, roomIsKept, settle, tabTo} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const config = {services: [ACME]};

const FOCUSED = () => {
  let active = document.activeElement;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active.id || active.dataset.action || active.slot || active.localName;
};

journey(
  'the question comes first for the keyboard, and lets it go on to the page',
  // So high that nothing scrolls: Firefox stops at what does.
  {viewport: {width: 1024, height: 1000}},
  async ({page, expect}) => {
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    expect.equal(await page.evaluate(FOCUSED), 'body');
    const visited = [];
    for (let presses = 0; presses < 6; presses += 1) {
      await page.press('Tab');
      visited.push(await page.evaluate(FOCUSED));
    }
    expect.deepEqual(visited, ['close', 'policy', 'reject', 'accept', 'settings', 'a']);
    const isModal = await page.evaluateOn('consent-banner', ({ariaModal, role}) => ({ariaModal, role}));
    expect.deepEqual(isModal, {ariaModal: null, role: 'region'});
  },
);

journey('the question takes the focus from nobody', async ({page, expect}) => {
  await page.goto(plain({config, body: '<input id="search" autofocus aria-label="Search">'}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.equal(await page.evaluate(FOCUSED), 'search');
  await page.type('lamp');
  expect.equal(await page.evaluate(() => document.getElementById('search').value), 'lamp');
});

/** Of what has the focus: how many of five points are hidden by something else. */
function hiddenPoints() {
  let [root, active] = [document, document.activeElement];
  while (active.shadowRoot?.activeElement)
    [root, active] = [active.shadowRoot, active.shadowRoot.activeElement];
  const {left, right, top, bottom} = active.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points = [
    [x, y],
    [left + 2, top + 2],
    [right - 2, top + 2],
    [left + 2, bottom - 2],
    [right - 2, bottom - 2],
  ];
  return points.filter((point) => !active.contains(root.elementFromPoint(...point))).length;
}

/** Presses Tab, or Shift and Tab, and collects what could not be seen when it had the focus. */
async function obscured(page, keys, times) {
  const hidden = [];
  for (let presses = 0; presses < times; presses += 1) {
    await page.press(keys);
    const points = await page.evaluate(hiddenPoints);
    hidden.push(...(points === 5 ? [await page.evaluate(FOCUSED)] : []));
  }
  return hidden;
}

const LINKS = Array.from(
  {length: 40},
  (_, index) => `<p><a id="link-${index}" href="#">Link number ${index}</a></p>`,
);

for (const [layout, viewport] of [
  ['box', {width: 1024, height: 768}],
  // So low that the answers lie over the words that are scrolled below them.
  ['box', {width: 1024, height: 680}],
  ['bar', {width: 1024, height: 768}],
  ['box', {width: 320, height: 640}],
]) {
  const size = `${viewport.width} × ${viewport.height}`;
  journey(
    `nothing that has the focus is hidden by the ${layout} at ${size}`,
    {viewport, ...CHROMIUM},
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(plain({config: {...config, layout}, body: LINKS.join('')}));
      await page.waitForVisible('consent-banner');
      await roomIsKept(page);
      expect.deepEqual(await obscured(page, 'Tab', 46), []);
      expect.equal(await page.evaluate(FOCUSED), 'link-39');
      expect.deepEqual(await obscured(page, 'Shift+Tab', 45), []);
    },
  );
}

for (const viewport of [
  {width: 1024, height: 500},
  {width: 320, height: 640},
  {width: 320, height: 256},
]) {
  const size = `${viewport.width} × ${viewport.height}`;
  journey(
    `nothing that has the focus is hidden in the preference center at ${size}`,
    {viewport, ...CHROMIUM},
    async (traveller) => {
      const {page, expect} = traveller;
      await page.goto(plain({config}));
      await openPreferences(page);
      expect.deepEqual(await obscured(page, 'Tab', 9), []);
      expect.equal(await page.evaluate(FOCUSED), 'save');
      expect.deepEqual(await obscured(page, 'Shift+Tab', 8), []);
    },
  );
}

journey('who closes the preference center is where they were', async ({page, expect}) => {
  await page.goto(plain({config}));
  await page.waitForVisible('consent-banner');
  await tabTo(page, '[data-action=settings]');
  await page.press('Enter');
  await page.waitForVisible('consent-preferences >>> dialog');
  expect.equal(await page.evaluate(FOCUSED), 'h2');
  await page.press('Escape');
  await page.waitForHidden('consent-preferences >>> dialog');
  expect.equal(await page.evaluate(FOCUSED), 'settings');
  expect.equal(await page.evaluate(() => window.consentGate.consent.decidedAt), null);
});

for (const [where, first, others] of [
  ['in the banner', 'reject', []],
  ['in the preference center', 'settings', ['save']],
]) {
  journey(`who has answered ${where} goes on at the top of the page`, CHROMIUM, async ({page, expect}) => {
    await page.goto(plain({config, body: LINKS.join('')}));
    await page.waitForVisible('consent-banner');
    await tabTo(page, `[data-action=${first}]`);
    await page.press('Enter');
    for (const action of others) {
      await page.waitForVisible('consent-preferences >>> dialog');
      await tabTo(page, `[data-action=${action}]`);
      await page.press('Enter');
    }
    await page.waitForHidden('consent-banner');
    await page.press('Tab');
    expect.equal(await page.evaluate(() => document.activeElement.matches('[data-consent-open]')), true);
  });
}
