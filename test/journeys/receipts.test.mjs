import {Ajv2020} from 'ajv/dist/2020.js';
import {readFile} from 'node:fs/promises';
import {journey} from '../tools/journey.mjs';
import {ACME, acmeTag, eventually, paths, plain, settle, withdraw} from './shop.mjs';

const SCHEMA = new URL('../../dist/receipts/consent-receipt.v1.schema.json', import.meta.url);
const ENDPOINT = '/consent-receipts';
const config = {services: [ACME], receipts: {endpoint: ENDPOINT}, reload: 'never'};
const ajv = new Ajv2020({strictTypes: false, allErrors: true});
const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')));

const nothingWaits = (page) => page.waitFor(() => localStorage.getItem('consent-gate-outbox') === null);
const somethingWaits = (page) => page.waitFor(() => localStorage.getItem('consent-gate-outbox') !== null);

/** Without long timers, nothing but the event, or the next page, can be what sends it. */
const NO_SECOND_TRY =
  'const set = setTimeout; window.setTimeout = (run, wait) => (wait > 240 ? 0 : set(run, wait))';

const press = (page, action) => page.click(`consent-banner [data-action=${action}]`);
const accept = (page) => press(page, 'accept');

async function save(page) {
  await press(page, 'settings');
  await page.click('consent-preferences >>> input[data-category=analytical]');
  await page.click('consent-preferences >>> [data-action=save]');
}

async function acceptAndWithdraw(page) {
  await accept(page);
  await page.waitForHidden('consent-banner');
  await withdraw(page);
}

const DECISIONS = {
  accept: [accept, [['given', 'accept-all', 'banner']]],
  reject: [(page) => press(page, 'reject'), [['refused', 'reject-all', 'banner']]],
  close: [(page) => press(page, 'close'), [['refused', 'dismiss', 'banner']]],
  save: [save, [['given', 'save-choices', 'preferences']]],
  withdraw: [
    acceptAndWithdraw,
    [
      ['given', 'accept-all', 'banner'],
      ['withdrawn', 'reject-all', 'preferences'],
    ],
  ],
};

/** The same code makes all of them, so that the other engines show it with the longest. */
const enginesFor = (name) => (name === 'withdraw' ? ['chromium', 'firefox', 'webkit'] : ['chromium']);

for (const [name, [act, expected]] of Object.entries(DECISIONS)) {
  const engines = enginesFor(name);
  journey(`${name}: one receipt each, without cookies, referrer or address`, {engines}, async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(plain({config}));
    await act(page);
    await eventually(async () => (await demo.receipts()).length === expected.length);
    const receipts = await demo.receipts();
    expect.deepEqual(
      receipts.map(({event, method, layer}) => [event, method, layer]),
      expected,
    );
    for (const receipt of receipts) {
      expect.deepEqual([validate(receipt), validate.errors], [true, null]);
      expect.equal(receipt.site, 'www.shop.test');
    }
    const posts = demo.requests.filter(({path}) => path === ENDPOINT);
    expect.equal(posts.length, expected.length);
    for (const {cookie, referer, body} of posts) {
      expect.deepEqual({cookie, referer}, {cookie: '', referer: ''});
      expect.doesNotMatch(body, /plain\.html|Mozilla/);
    }
    await nothingWaits(page);
  });
}

/** The ids that arrived at the endpoint, one for each attempt. */
const attempts = ({requests}) =>
  requests.filter(({path}) => path === ENDPOINT).map(({body}) => JSON.parse(body).id);

const NEEDED = ['receipts', 'locales/en', 'locales/names'];

for (const action of ['accept', 'reject']) {
  journey(
    `who answers (${action}) and leaves in the same moment has a receipt all the same`,
    async (traveller) => {
      const {page, demo} = traveller;
      await page.goto(plain({config}));
      await page.waitForVisible(`consent-banner [data-action=${action}]`);
      // What a receipt needs is fetched beside the banner, so that it can be made at once.
      await eventually(() => NEEDED.every((file) => paths(demo).includes(`/consent/${file}.js`)));
      await page.evaluate((files) => Promise.all(files.map((file) => import(`/consent/${file}.js`))), NEEDED);
      await settle(page);
      await page.evaluate((name) => {
        document.querySelector(`consent-banner [data-action=${name}]`).click();
        location.assign('/privacy.html');
      }, action);
      await eventually(async () => (await demo.receipts()).length === 1);
    },
  );
}

journey('a receiver that is down and comes back has each receipt once', async ({page, demo, expect}) => {
  demo.fail(ENDPOINT, 503, 1);
  await page.goto(plain({config}));
  await accept(page);
  await eventually(async () => (await demo.receipts()).length === 1);
  await nothingWaits(page);
  const [first, ...others] = attempts(demo);
  expect.deepEqual(others, [first]);
});

journey('a receipt that was still on its way at a reload arrives once', async ({page, demo, expect}) => {
  demo.hold(ENDPOINT);
  await page.goto(plain({config}));
  await accept(page);
  await eventually(() => attempts(demo).length === 1);
  await page.reload();
  await eventually(() => attempts(demo).length === 2);
  demo.release(ENDPOINT);
  await nothingWaits(page);
  const receipts = await demo.receipts();
  expect.equal(receipts.length, 1);
  expect.equal(new Set(attempts(demo)).size, 1);
});

journey('a refusal without a network is kept and sent by a later page', async ({page, demo, expect}) => {
  demo.fail(ENDPOINT, 0, 1);
  await page.goto(plain({config, before: NO_SECOND_TRY}));
  await press(page, 'reject');
  await somethingWaits(page);
  await page.goto(plain({config}));
  await nothingWaits(page);
  expect.deepEqual(
    (await demo.receipts()).map(({event}) => event),
    ['refused'],
  );
});

journey(
  'what waited is sent when the browser is online again',
  {engines: ['chromium']},
  async (traveller) => {
    const {page, demo, expect} = traveller;
    demo.fail(ENDPOINT, 0, 1);
    await page.goto(plain({config, before: NO_SECOND_TRY}));
    await accept(page);
    await eventually(() => attempts(demo).length === 1);
    await settle(page);
    await somethingWaits(page);
    await eventually(async () => {
      await page.evaluate(() => void window.dispatchEvent(new Event('online')));
      return (await demo.receipts()).length === 1;
    });
    await nothingWaits(page);
    expect.equal(new Set(attempts(demo)).size, 1);
  },
);

journey('a receiver that does not answer holds nothing up', async ({page, demo, expect}) => {
  demo.hold(ENDPOINT);
  await page.goto(plain({config, body: acmeTag()}));
  await accept(page);
  await page.waitForHidden('consent-banner');
  await page.waitFor(() => window.ran?.length === 1);
  await eventually(() => attempts(demo).length === 1);
  expect.deepEqual(await demo.receipts(), []);
  await page.reload();
  await page.waitFor(() => window.ran?.length === 1);
  demo.release(ENDPOINT);
});

journey(
  'without an endpoint nothing is sent or kept',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    await page.goto(plain({config: {services: [ACME]}}));
    await accept(page);
    await withdraw(page);
    await settle(page);
    expect.equal(paths(demo).includes('/consent/receipts.js'), false);
    expect.deepEqual((await page.storage()).localStorage, {});
  },
);
