import {journey} from '../tools/journey.mjs';
import {ACME, fromNpm, plain, settle, thirdParties} from './shop.mjs';

const config = {services: [ACME], reload: 'never'};
const EVERYWHERE = ['chromium', 'firefox', 'webkit'];

/** Inert markup that leaves a mark when it runs. */
const tag = (mark) =>
  `<script type="text/plain" data-category="advertising" src="https://acme.test/tag.js?mark=${mark}"></script>`;

/** The ways in which pages put a tag into themselves; each gets the place for it and the tag as an element. */
const WAYS = {
  append: (place, script) => place.append(script),
  prepend: (place, script) => place.prepend(script),
  replaceWith: (place, script) => place.appendChild(document.createElement('i')).replaceWith(script),
  insertAdjacentElement: (place, script) => place.insertAdjacentElement('beforeend', script),
  innerHTML: (place, script) => (place.innerHTML = script.outerHTML),
};

/** Puts a tag into the page in one of these ways. */
const insert = (page, way, mark) =>
  page.inject(`
    const template = document.createElement('template');
    template.innerHTML = ${JSON.stringify(tag(mark))};
    const place = document.body.appendChild(document.createElement('section'));
    (${WAYS[way]})(place, document.importNode(template.content.firstChild, true));`);

for (const way of Object.keys(WAYS)) {
  const engines = way === 'innerHTML' ? EVERYWHERE : ['chromium'];
  journey(`what ${way} puts into the page waits for the yes and runs once`, {engines}, async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(plain({config}));
    await page.waitForVisible('consent-banner');
    await insert(page, way, 'before');
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    await page.click('[data-action=accept]');
    await page.waitFor(() => window.ran?.length === 1);
    await insert(page, way, 'after');
    await page.waitFor(() => window.ran?.length === 2);
    await page.evaluate(() => window.consentGate.grantAll());
    await settle(page);
    expect.deepEqual(await page.evaluate(() => window.ran), ['before', 'after']);
  });
}

journey('what document.write puts there waits for the yes and runs once', async (traveller) => {
  const {page, demo, expect} = traveller;
  const written = JSON.stringify(tag('written')).replaceAll('</', '<\\/');
  await page.goto(plain({config, body: `<script>document.write(${written})</script>`}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran?.length === 1);
  await page.evaluate(() => window.consentGate.grantAll());
  await settle(page);
  expect.deepEqual(await page.evaluate(() => window.ran), ['written']);
});

/** A view that lit makes anew for every key. A template's strings, because a page cannot hold its own end tag. */
const LIT = `
  import {html, render} from 'lit-html';
  import {keyed} from 'lit-html/directives/keyed.js';
  const place = document.createElement('main');
  const strings = ['<h2>', ${JSON.stringify(`</h2>${tag('view')}`).replaceAll('</', '<\\/')}];
  strings.raw = strings;
  window.show = (key) => void render(keyed(key, html(strings, key)), place);
  show('one');
  document.body.append(place);`;

journey(
  'what a framework renders waits for the yes, runs once, and not again when it is rendered again',
  async (traveller) => {
    const {page, demo, expect} = traveller;
    // Firefox takes no import map after the first import, which is the gate's.
    const head = `${fromNpm(LIT)}<script src="/consent/gate.js"></script>`;
    await page.goto(plain({config, gate: 'off', head}));
    await page.waitForVisible('consent-banner');
    await page.waitFor(() => document.querySelector('main script'));
    await page.evaluate(() => window.show('two'));
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    await page.click('[data-action=accept]');
    await page.waitFor(() => window.ran?.length === 1);
    await page.evaluate(() => ['two', 'three', 'four'].forEach((key) => window.show(key)));
    await settle(page);
    expect.equal(await page.evaluateOn('main h2', ({textContent}) => textContent), 'four');
    expect.deepEqual(await page.evaluate(() => window.ran), ['view']);
  },
);
