import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  forgetRequests,
  isGranted,
  plain,
  settle,
  thirdParties,
  withdraw,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const HOME = `${SHOP}/?panel=off`;
const SIGNALS = [
  [{gpc: true}, 'Global Privacy Control'],
  [{dnt: '1'}, 'Do Not Track'],
];

for (const [signals, name] of SIGNALS) {
  const settings = {signals, engines: ['chromium', 'firefox']};
  journey(`${name}: nobody is asked, and only an own click says otherwise`, settings, async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(HOME);
    await settle(page);
    expect.equal(await page.isVisible('consent-banner'), false);
    expect.equal(await isGranted(page, 'analytical'), false);
    expect.deepEqual(thirdParties(demo), []);

    await page.click('[data-consent-open]');
    const said = await page.evaluateOn('consent-preferences >>> .signal', ({textContent}) => textContent);
    expect.match(said, new RegExp(`sends ${name}`));

    await page.click('consent-preferences >>> [data-action=accept]');
    await page.waitFor(() => window.Matomo);
    await eventually(async () => (await demo.receipts()).length === 1);
    await page.reload();
    await page.waitFor(() => window.Matomo);
    expect.equal(await isGranted(page, 'advertising'), true);
    expect.equal(await page.isVisible('consent-banner'), false);
  });
}

const navigatorSays = (values) =>
  Object.entries(values)
    .map(([name, value]) => `Object.defineProperty(Navigator.prototype, '${name}', {get: () => ${value}});`)
    .join('');

const config = {services: [ACME], receipts: {endpoint: '/consent-receipts'}};

journey('a signal that is new takes a stored yes back, once and with a receipt', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({config}));
  await page.click('[data-action=accept]');
  await eventually(async () => (await demo.receipts()).length === 1);
  forgetRequests(demo);

  const withSignal = plain({config, body: acmeTag(), before: navigatorSays({globalPrivacyControl: true})});
  await page.goto(withSignal);
  await eventually(async () => (await demo.receipts()).length === 2);
  await page.goto(withSignal);
  await settle(page);
  expect.equal(await isGranted(page, 'advertising'), false);
  expect.equal(await isGranted(page, 'analytical'), false);
  expect.equal(await isGranted(page, 'functional'), true);
  expect.deepEqual(thirdParties(demo), []);
  const [, receipt, ...more] = await demo.receipts();
  const {event, method, by, choices} = receipt;
  expect.deepEqual({event, method, by}, {event: 'signalled', method: 'gpc', by: 'user-agent'});
  expect.deepEqual(choices, {functional: true, analytical: false, advertising: false});
  expect.deepEqual(more, []);
});

const MATOMO = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
const hasMatomoCookies = () => /_pk_id/.test(document.cookie);

journey('what a yes had left goes with a signal that is new', async ({page, expect}) => {
  await page.goto(plain({config: {services: [MATOMO]}}));
  await page.evaluate(() => window.consentGate.choose({analytical: true}));
  await page.waitFor(hasMatomoCookies);
  const before = navigatorSays({globalPrivacyControl: true});
  await page.goto(plain({config: {services: [MATOMO]}, before}));
  await page.waitFor(() => !/_pk_/.test(document.cookie));
  expect.equal(await isGranted(page, 'matomo'), false);
});

const SILENT = [
  {doNotTrack: 'null', globalPrivacyControl: 'undefined'},
  {doNotTrack: "'0'", globalPrivacyControl: 'false'},
  {doNotTrack: "'unspecified'", globalPrivacyControl: "'1'"},
];

journey('what is no signal is no answer', CHROMIUM, async ({page}) => {
  for (const values of SILENT) {
    await page.goto(plain({before: navigatorSays(values)}));
    await page.waitForVisible('consent-banner');
  }
});

journey(
  'where silence means yes, Global Privacy Control says no to advertising',
  CHROMIUM,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    const before = navigatorSays({globalPrivacyControl: true, doNotTrack: 'null'});
    const services = [ACME, MATOMO];
    await page.goto(plain({config: {regime: 'opt-out', services}, body: acmeTag(), before}));
    await page.waitFor(() => window.Matomo);
    await settle(page);
    expect.equal(await isGranted(page, 'acme'), false);
    expect.deepEqual(
      demo.requests.filter(({host}) => host === 'acme.test'),
      [],
    );
  },
);

for (const [regime, engines] of [
  ['opt-out', ['chromium', 'firefox', 'webkit']],
  ['notice-only', ['chromium']],
]) {
  journey(`${regime}: services run until the visitor says no`, {engines}, async ({page, demo, expect}) => {
    await page.goto(`${SHOP}/regimes.html?regime=${regime}&panel=off`);
    await page.waitFor(() => window.Matomo);
    await page.waitForVisible('consent-banner');
    await eventually(() => thirdParties(demo).includes('stats.lykt.example/matomo.php'));
    await page.click('[data-action=reject]');
    await page.waitFor(() => !/_pk_/.test(document.cookie));
    await eventually(async () => (await demo.receipts()).length === 1);
    forgetRequests(demo);
    await page.reload();
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    expect.equal(await page.isVisible('consent-banner'), false);
  });
}

journey('where silence means yes, a yes can be taken back like any other', CHROMIUM, async (traveller) => {
  const {page, expect} = traveller;
  await page.goto(`${SHOP}/regimes.html?regime=opt-out&panel=off`);
  await page.click('[data-action=accept]');
  await withdraw(page);
  await page.waitFor(() => !/_pk_/.test(document.cookie));
  expect.equal(await isGranted(page, 'matomo'), false);
});
