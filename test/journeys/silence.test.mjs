import {journey} from '../tools/journey.mjs';
import {SHOP, eventually, forgetRequests, isGranted, paths, plain, settle, thirdParties} from './shop.mjs';

const HOME = `${SHOP}/?panel=off`;
const COPIES = 'consent-gate-receipts';
const NOTHING = {cookie: '', localStorage: {}, sessionStorage: {}, indexedDB: []};
/** The page's style sheet and the library's own files; with receipts, those that the notice describes too. */
const OWN = /^\/(site\.css|consent\/((services|locales)\/)?[\w-]+\.js)?$/;

journey('a first visit is silent', async ({page, demo, hosts, expect}) => {
  await page.goto(HOME);
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(
    paths(demo).filter((path) => !OWN.test(path)),
    [],
  );
  expect.deepEqual(hosts(), ['www.shop.test']);
  expect.deepEqual(await page.cookies(), []);
  expect.deepEqual(await page.storage(), NOTHING);
});

journey('rejecting all stays silent after a reload, and stores no identifier', async (traveller) => {
  const {page, demo, hosts, expect} = traveller;
  await page.goto(HOME);
  await page.click('[data-action=reject]');
  await page.waitFor((key) => localStorage.getItem(key) !== null, COPIES);
  await eventually(async () => (await demo.receipts()).length === 1);
  await settle(page);
  await page.reload();
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(hosts(), ['www.shop.test']);
  const [record, ...others] = await page.cookies();
  expect.deepEqual(others, []);
  expect.match(record.value, /^1\.\d{5}\.\d{5}\.\.functional~analytical~advertising\.\.\.[A-Za-z]*$/);
  const {cookie, localStorage, ...more} = await page.storage();
  expect.equal(cookie, `${record.name}=${record.value}`);
  // The visitor's own copy of the receipt, in which no time and no number points at anybody.
  const [copy, ...copies] = JSON.parse(localStorage[COPIES]);
  expect.deepEqual([Object.keys(localStorage), copies], [[COPIES], []]);
  expect.deepEqual(Object.keys(copy), ['time', 'choices', 'notice']);
  expect.match(copy.time, /T00:00:00.000Z$/);
  expect.deepEqual(more, {sessionStorage: {}, indexedDB: []});
  expect.equal(await page.evaluate(() => window.consentGate.consent.id), null);
});

journey('two visitors who refuse have the same cookie', {engines: ['chromium']}, async ({page, expect}) => {
  const refuse = async (shop) => {
    await page.goto(`${shop}/?panel=off`);
    await page.click('[data-action=reject]');
    return (await page.cookies()).map(({name, value}) => ({name, value}));
  };
  const first = await refuse(SHOP);
  const second = await refuse('https://www.other-visitor.test');
  expect.equal(first.length, 1);
  expect.deepEqual(first, second);
});

journey(
  'a visitor who granted nothing downloads gate.js alone from then on',
  async ({page, demo, expect}) => {
    await page.goto(HOME);
    await page.click('[data-action=reject]');
    await eventually(async () => (await demo.receipts()).length === 1);
    await settle(page);
    forgetRequests(demo);
    await page.goto(plain());
    await settle(page);
    expect.deepEqual(paths(demo), ['/plain.html', '/consent/gate.js']);
  },
);

journey('who came back after a yes is served at once, without the interface', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(`${SHOP}/script-tag.html?panel=off`);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.Matomo);
  await eventually(async () => (await demo.receipts()).length === 1);
  // Until the page has heard that it arrived, the next one would send it again.
  await page.waitFor(() => localStorage.getItem('consent-gate-outbox') === null);
  forgetRequests(demo);
  await page.reload();
  await page.waitFor(() => window.Matomo);
  await settle(page);
  expect.equal(await isGranted(page, 'matomo'), true);
  expect.deepEqual(
    paths(demo)
      .filter((path) => path.startsWith('/consent/'))
      .sort(),
    ['/consent/enforce.js', '/consent/gate.js', '/consent/services/matomo.js', '/consent/withdrawal.js'],
  );
});

journey('`#sale-50%` in the address changes nothing', {engines: ['chromium']}, async ({page, expect}) => {
  await page.goto(`${HOME}#sale-50%`);
  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.deepEqual(page.messages(), []);
  expect.equal(await page.evaluate(() => location.hash), '#sale-50%');
});
