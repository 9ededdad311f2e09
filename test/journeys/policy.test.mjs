/** The cookie policy: what may be stored and what is, what the visitor chose, and the way back. */
import {adroll} from '../../dist/esm/services/adroll.js';
import {googleAnalytics} from '../../dist/esm/services/google-analytics.js';
import {matomo} from '../../dist/esm/services/matomo.js';
import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  forgetRequests,
  paths,
  plain,
  settle,
  tabTo,
  thirdParties,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const POLICY = `${SHOP}/privacy.html?panel=off`;
const BOTH = '<h2>Policy</h2><consent-receipt></consent-receipt><consent-declaration></consent-declaration>';
const RECEIPTS = {receipts: {endpoint: '/consent-receipts'}};

const TABLE = 'consent-declaration >>> table';
const COPY = 'consent-receipt >>> [data-action=copy]';
const WITHDRAW = 'consent-receipt >>> [data-action=withdraw]';

/** The services of the demo's policy page. */
const SERVICES = [
  matomo({url: 'https://stats.test', siteId: 1}),
  googleAnalytics({measurementId: 'G-LYKTDEMO'}),
  adroll({advertisableId: 'LYKTADV', pixelId: 'LYKTPIX'}),
];
const DECLARED = SERVICES.flatMap(({storage}) => storage);
const UNSEEN = DECLARED.filter(({party, httpOnly}) => party === 'third' || httpOnly);

/** The state of everything that is listed, by its name. */
const states = (page) =>
  page.evaluateOn('consent-declaration', ({shadowRoot}) =>
    Object.fromEntries(
      [...shadowRoot.querySelectorAll('tbody tr')].map((row) => [
        row.querySelector('bdi').textContent,
        row.lastElementChild.textContent,
      ]),
    ),
  );

/** Waits until what is listed under this name has this state. */
const waitForState = (page, name, state) =>
  page.waitFor(
    (name, state) =>
      [
        ...(document.querySelector('consent-declaration').shadowRoot?.querySelectorAll('tbody tr') ?? []),
      ].some(
        (row) => row.querySelector('bdi').textContent === name && row.lastElementChild.textContent === state,
      ),
    name,
    state,
  );

const receiptText = (page) => page.evaluateOn('consent-receipt >>> section', ({innerText}) => innerText);

/** The text of the file that a link would save. */
const saved = (page, element, format) =>
  page.evaluateOn(
    `${element} >>> a[download]`,
    async ({parentNode}, format) => {
      const links = [...parentNode.querySelectorAll('a[download]')];
      const file = await fetch(links.find(({textContent}) => textContent.includes(format)).href);
      return new TextDecoder('utf-8', {ignoreBOM: true}).decode(await file.arrayBuffer());
    },
    format,
  );

journey(
  'the policy lists all that may be stored, and what is: before a yes, after it, and after it is taken back',
  async ({page, expect}) => {
    await page.goto(POLICY);
    await page.waitForVisible(TABLE);
    const before = await states(page);
    for (const {name} of DECLARED) expect.ok(Object.hasOwn(before, name), `${name} is not listed`);
    expect.equal(before['__Host-consent-gate'], 'not stored');
    expect.deepEqual(
      Object.keys(before).filter((name) => before[name] === 'stored'),
      [],
    );
    for (const {name} of UNSEEN) expect.equal(before[name], 'not visible to this page');

    await page.click('[data-action=accept]');
    for (const name of ['__Host-consent-gate', '_pk_id.*', '_ga', '__adroll_fpc', 'consent-gate-receipts'])
      await waitForState(page, name, 'stored');

    await page.click(WITHDRAW);
    // AdRoll cannot be stopped.
    await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
    for (const name of ['_pk_id.*', '_ga', '__adroll_fpc']) await waitForState(page, name, 'not stored');
    const after = await states(page);
    expect.equal(after['__Host-consent-gate'], 'stored');
    for (const {name} of DECLARED) expect.notEqual(after[name], 'stored', name);
    for (const {name} of UNSEEN) expect.equal(after[name], 'not visible to this page');
  },
);

journey('what is stored while the page is in view is seen when it is seen again', async ({page}) => {
  await page.goto(plain({config: {services: [ACME]}, body: BOTH}));
  // Allowed, or it would be swept.
  await page.click('[data-action=accept]');
  await waitForState(page, '__Host-consent-gate', 'stored');
  await page.evaluate(() => {
    // Not a cookie, of which some browsers tell by themselves.
    localStorage.setItem('_acme_key', '1');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await waitForState(page, '_acme*', 'stored');
});

journey('everything is withdrawn from the receipt, which stops it and is receipted', async (traveller) => {
  const {page, demo, expect} = traveller;
  const storage = [{name: '_acme_id', purpose: 'ads', lifetime: 'P1Y'}];
  const config = {services: [{...ACME, storage}], ...RECEIPTS, reload: 'never'};
  await page.goto(plain({config, body: acmeTag('mark=acme&cookie=_acme_id') + BOTH}));
  await page.click('[data-action=accept]');
  await waitForState(page, '_acme_id', 'stored');
  await page.click(WITHDRAW);
  await waitForState(page, '_acme_id', 'not stored');
  await eventually(async () => (await demo.receipts()).length === 2);
  const [given, withdrawn] = await demo.receipts();
  expect.equal(withdrawn.event, 'withdrawn');
  expect.equal(withdrawn.method, 'withdraw-all');
  expect.equal(withdrawn.layer, 'receipt');
  expect.equal(withdrawn.by, 'user');
  expect.equal(withdrawn.consentId, given.consentId);
  await page.waitForHidden(WITHDRAW);
  expect.match(await receiptText(page), /Allowed: nothing optional/);
  expect.doesNotMatch((await page.storage()).cookie, /_acme/);
  await page.reload();
  await settle(page);
  forgetRequests(demo);
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
});

journey('the receipt says what was chosen, and what was chosen before', async ({page, demo, expect}) => {
  await page.goto(plain({config: {policy: {url: '/p', version: '7'}, ...RECEIPTS}, body: BOTH}));
  await page.waitForVisible('consent-receipt >>> h3');
  expect.match(await receiptText(page), /You have not decided yet/);
  await page.click('[data-action=accept]');
  await page.waitFor(() =>
    /shown version 7/.test(document.querySelector('consent-receipt').shadowRoot.textContent),
  );
  const [{consentId}] = await eventually(async () => (await demo.receipts()).length && demo.receipts());
  const text = await receiptText(page);
  expect.match(text, /Allowed: Functional, Analytical, Advertising/);
  expect.ok(text.includes(`Consent id: ${consentId}`));
  expect.doesNotMatch(text, /Earlier choices/);

  await page.click(WITHDRAW);
  await page.waitFor(() =>
    /Earlier choices/.test(document.querySelector('consent-receipt').shadowRoot.textContent),
  );
  expect.match(await receiptText(page), /Earlier choices[^]*Allowed: Functional, Analytical, Advertising/);
  await eventually(async () => (await demo.receipts()).length === 2);
  const receipts = await eventually(async () => {
    const copies = JSON.parse(await saved(page, 'consent-receipt', 'JSON')).receipts;
    return copies.length === 2 && copies;
  });
  expect.deepEqual(receipts, (await demo.receipts()).reverse());
});

journey(
  'a refusal leaves nothing in the browser by which its receipt could be found',
  async ({page, demo, expect}) => {
    await page.goto(plain({config: RECEIPTS, body: BOTH}));
    await page.click('[data-action=reject]');
    await eventually(async () => (await demo.receipts()).length === 1);
    await page.waitFor(() => localStorage.getItem('consent-gate-receipts'));
    await page.waitFor(() => localStorage.getItem('consent-gate-outbox') === null);
    const [{time, choices, notice}] = await demo.receipts();
    const {localStorage} = await page.storage();
    expect.deepEqual(Object.keys(localStorage), ['consent-gate-receipts']);
    const day = `${time.slice(0, 10)}T00:00:00.000Z`;
    expect.deepEqual(JSON.parse(localStorage['consent-gate-receipts']), [{time: day, choices, notice}]);
    await page.evaluate(() => window.consentGate.reset());
    expect.deepEqual((await page.storage()).localStorage, {});
  },
);

journey(
  'a site without receipts shows the choice, and keeps no history',
  CHROMIUM,
  async ({page, expect}) => {
    await page.goto(plain({config: {services: [ACME]}, body: BOTH}));
    await page.click('[data-action=accept]');
    await page.click(WITHDRAW);
    await page.waitForHidden(WITHDRAW);
    const text = await receiptText(page);
    expect.match(text, /Allowed: nothing optional/);
    expect.doesNotMatch(text, /Earlier choices|shown version/);
    expect.deepEqual((await page.storage()).localStorage, {});
  },
);

journey('declaration and receipt are saved under the strictest policy', async ({page, expect}) => {
  await page.goto(plain({config: {services: [ACME], ...RECEIPTS}, body: BOTH, strict: '1'}));
  await page.click('[data-action=accept]');
  await waitForState(page, 'consent-gate-receipts', 'stored');
  const csv = await saved(page, 'consent-declaration', 'CSV');
  expect.match(csv, /^\ufeff"category","service","provider","name"/);
  expect.ok(
    csv.includes(
      '\r\n"Advertising","Acme Ads","","_acme*","cookie","Recognises the visitor for advertising","1 year","this site","not stored"\r\n',
    ),
  );
  const {services} = JSON.parse(await saved(page, 'consent-declaration', 'JSON'));
  expect.deepEqual(
    services.map(({id, storage}) => [id, storage.length]),
    [
      ['consent-gate', 5],
      ['acme', 4],
    ],
  );
  const {choices, receipts} = JSON.parse(await saved(page, 'consent-receipt', 'JSON'));
  expect.deepEqual(choices, {functional: true, analytical: true, advertising: true});
  expect.equal(receipts.length, 1);
  // Saving leaves the page where it is.
  await page.click('consent-declaration >>> a[download]');
  await settle(page);
  expect.match(await page.evaluate(() => location.pathname), /plain/);
  const reports = await page.evaluate(() => fetch('/__demo/csp').then((answer) => answer.json()));
  expect.deepEqual(reports, []);
});

journey('the receipt is copied, and says so', async ({page, expect}) => {
  await page.goto(POLICY);
  await page.click('[data-action=accept]');
  await page.click(COPY);
  await page.waitFor(
    () =>
      document.querySelector('consent-receipt').shadowRoot.querySelector('[role=status]').textContent ===
      'Copied.',
  );
  expect.equal(await page.isVisible('consent-receipt >>> textarea'), false);
});

journey(
  'where the clipboard is out of reach, the text stands there to be copied',
  CHROMIUM,
  async ({page, expect}) => {
    const before = `Object.defineProperty(navigator, 'clipboard', {value: undefined})`;
    await page.goto(plain({before, body: BOTH}));
    await page.click('[data-action=accept]');
    await page.click(COPY);
    await page.waitForVisible('consent-receipt >>> textarea');
    expect.equal(await page.evaluate(() => document.activeElement.localName), 'consent-receipt');
  },
);

journey('the keyboard alone is enough to copy, save and withdraw', async ({page, expect}) => {
  await page.goto(plain({config: RECEIPTS, body: BOTH}));
  await page.click('[data-action=accept]');
  await page.waitForVisible(WITHDRAW);
  await tabTo(page, '[data-action=copy]');
  await tabTo(page, 'a[download]');
  await tabTo(page, '[data-action=withdraw]');
  await page.press('Enter');
  await page.waitForHidden(WITHDRAW);
  expect.equal(await page.evaluate(() => window.consentGate.isGranted('analytical')), false);
  // What had the focus has gone; whoever pressed it is still in the same place.
  await page.waitFor(
    () => document.querySelector('consent-receipt').shadowRoot.activeElement?.localName === 'h3',
  );
});

for (const colorScheme of ['light', 'dark']) {
  journey(`the policy has no axe violation in the ${colorScheme}`, {colorScheme}, async ({page, expect}) => {
    await page.goto(POLICY);
    await page.click('[data-action=accept]');
    await waitForState(page, '_pk_id.*', 'stored');
    expect.deepEqual(await accessibilityViolations(page), []);
  });
}

const NARROW = {viewport: {width: 320, height: 640}, engines: ['chromium', 'firefox']};
journey('at 320 px the policy is read without scrolling sideways', NARROW, async ({page, expect}) => {
  await page.goto(POLICY);
  await page.click('[data-action=accept]');
  await page.waitForVisible(COPY);
  await page.waitForVisible(TABLE);
  expect.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  const wide = await page.evaluateOn(
    'consent-declaration',
    ({shadowRoot}) =>
      [...shadowRoot.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 320).length,
  );
  expect.equal(wide, 0);
});

const PAPER = {media: 'print', colorScheme: 'dark'};
journey('on paper there are no buttons, and nothing is dark or cut off', PAPER, async ({page, expect}) => {
  await page.goto(POLICY);
  await page.waitForVisible(TABLE);
  await page.evaluate(() => window.consentGate.grantAll());
  await page.waitFor(() => document.querySelector('consent-receipt').shadowRoot.querySelector('button'));
  for (const element of ['consent-receipt', 'consent-declaration']) {
    const paper = await page.evaluateOn(element, ({shadowRoot}) => {
      const box = shadowRoot.querySelector('[part]');
      const {backgroundColor, color} = getComputedStyle(box);
      const isVisible = (one) => one.checkVisibility();
      return {
        background: backgroundColor,
        color,
        buttons: [...shadowRoot.querySelectorAll('button, a[download]')].filter(isVisible).length,
        clipped: [...shadowRoot.querySelectorAll('*')].filter(
          (one) => isVisible(one) && one.scrollWidth > one.clientWidth && one.clientWidth > 0,
        ).length,
      };
    });
    expect.deepEqual(paper, {
      background: 'rgb(255, 255, 255)',
      color: 'rgb(0, 0, 0)',
      buttons: 0,
      clipped: 0,
    });
  }
});

journey('elements that a framework adds later work like those that were there', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({config: {services: [ACME], ...RECEIPTS}}));
  await page.click('[data-action=accept]');
  await page.waitForHidden('consent-banner');
  await settle(page);
  for (const file of ['kept', 'declaration', 'receipt'])
    expect.equal(paths(demo).includes(`/consent/${file}.js`), false);
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), BOTH);
  await waitForState(page, '__Host-consent-gate', 'stored');
  await page.waitForVisible(WITHDRAW);
  // Taken away and put back, as frameworks do.
  await page.evaluate(() => {
    const element = document.querySelector('consent-declaration');
    element.remove();
    document.body.append(element);
  });
  await page.waitForVisible(TABLE);
  await eventually(async () =>
    (await saved(page, 'consent-declaration', 'JSON').catch(() => '')).includes('_acme'),
  );
});

journey(
  'without the part that looks, the policy is there and claims to see nothing',
  CHROMIUM,
  async ({page, demo, expect}) => {
    demo.fail('/consent/kept.js', 404);
    await page.goto(plain({config: {services: [ACME]}, body: BOTH}));
    await page.click('[data-action=accept]');
    await page.waitForVisible(TABLE);
    expect.deepEqual(await states(page), {'_acme*': 'not visible to this page'});
    await page.waitForVisible(WITHDRAW);
  },
);
