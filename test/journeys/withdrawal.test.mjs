import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acceptAgain,
  acmeTag,
  arrival,
  eventually,
  forgetRequests,
  isGranted,
  keepReports,
  paths,
  plain,
  reportOf,
  settle,
  swept,
  thirdParties,
  withdraw,
} from './shop.mjs';

const DEEP = 'https://a.b.example.co.uk';
const MATOMO = {use: 'matomo', url: 'https://stats.example.co.uk', siteId: 1};
const GOOGLE = {use: 'google-analytics', measurementId: 'G-SHOP'};
const ADROLL = {use: 'adroll', advertisableId: 'ADV', pixelId: 'PIX'};
const RECEIPTS = {endpoint: '/consent-receipts'};

journey('a script that is still downloading when consent ends never runs', async ({page, demo, expect}) => {
  demo.hold('acme.test/tag.js');
  await page.goto(plain({config: {services: [ACME]}, body: acmeTag('mark=acme&cookie=_acme_id')}));
  await page.click('[data-action=accept]');
  await eventually(() => paths(demo).includes('/tag.js'));
  await withdraw(page);
  demo.release('acme.test/tag.js');
  await arrival(page, 'https://acme.test/tag.js');
  expect.equal(await page.evaluate(() => window.ran), undefined);
  expect.deepEqual(
    paths(demo).filter((path) => path === '/collect'),
    [],
  );
  expect.deepEqual(
    (await page.cookies()).map(({name}) => name),
    ['__Host-consent-gate'],
  );
});

journey(
  'services that are still downloading when consent ends send nothing',
  async ({page, demo, expect}) => {
    const SCRIPTS = /(co\.uk\/matomo\.js|gtag\/js|roundtrip\.js)$/;
    demo.hold(SCRIPTS);
    await page.goto(plain({config: {services: [MATOMO, GOOGLE, ADROLL]}}));
    await page.click('[data-action=accept]');
    await eventually(() => thirdParties(demo).length === 3);
    await withdraw(page);
    demo.release(SCRIPTS);
    await arrival(page, 'https://stats.example.co.uk/matomo.js');
    await arrival(page, 'https://www.googletagmanager.com/gtag/js');
    await arrival(page, 'https://s.adroll.com/j/ADV/roundtrip.js');
    expect.equal(thirdParties(demo).filter((address) => !SCRIPTS.test(address)).length, 0);
    expect.deepEqual(
      (await page.cookies()).map(({name}) => name),
      ['__Host-consent-gate'],
    );
  },
);

const UNREACHABLE = {id: 'acme-ads', category: 'advertising', storage: [{name: 'acme_uid', party: 'third'}]};

journey(
  'withdrawing removes the cookies on all parent domains and says what it cannot',
  async (traveller) => {
    const {page, demo, expect} = traveller;
    const config = {services: [MATOMO, GOOGLE, UNREACHABLE], reload: 'never'};
    await page.goto(plain({host: DEEP, config}));
    await page.click('[data-action=accept]');
    await page.waitFor(() => /_pk_id/.test(document.cookie) && /_ga=/.test(document.cookie));
    await page.evaluate(async () => {
      for (const domain of [
        '',
        ';domain=a.b.example.co.uk',
        ';domain=b.example.co.uk',
        ';domain=example.co.uk',
      ]) {
        for (const name of ['_pk_id.1.1fff', '_ga', '_ga_SHOP'])
          document.cookie = `${name}=1;path=/${domain}`;
      }
      await fetch('/vendor/www.google-analytics.com/g/collect?httponly=FPID');
    });
    expect.ok((await page.cookies()).length >= 13);
    await keepReports(page);
    await withdraw(page);
    const report = await reportOf(page, 'matomo');
    expect.deepEqual(
      (await page.cookies()).map(({name}) => name),
      ['__Host-consent-gate', 'FPID'],
    );
    const removed = new Set(report.removed.map(({service, name}) => `${service} ${name}`));
    for (const name of ['matomo _pk_id.1.1fff', 'google-analytics _ga', 'google-analytics _ga_SHOP']) {
      expect.ok(removed.has(name), name);
    }
    expect.deepEqual(
      report.remaining.map(({service, name, reason}) => [service, name, reason]),
      [
        ['google-analytics', 'FPID', 'http-only'],
        ['acme-ads', 'acme_uid', 'third-party'],
      ],
    );
    await settle(page);
    expect.ok(demo.requests.length > 0);
  },
);

journey(
  'after a withdrawal the scripts that did load send and store nothing',
  async ({page, demo, expect}) => {
    await page.goto(plain({host: DEEP, config: {services: [MATOMO, GOOGLE], reload: 'never'}}));
    await page.click('[data-action=accept]');
    await eventually(() => paths(demo).includes('/matomo.php') && paths(demo).includes('/g/collect'));
    await withdraw(page);
    await settle(page);
    forgetRequests(demo);
    await page.evaluate(() => {
      window._paq.push(['trackPageView'], ['trackEvent', 'shop', 'buy']);
      window.dataLayer.push(
        (function () {
          return arguments;
        })('event', 'buy'),
      );
    });
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    expect.deepEqual(
      (await page.cookies()).map(({name}) => name),
      ['__Host-consent-gate'],
    );
  },
);

journey('who grants again on the same page is counted again', {engines: ['chromium']}, async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({host: DEEP, config: {services: [MATOMO]}}));
  await page.click('[data-action=accept]');
  await eventually(() => paths(demo).includes('/matomo.php'));
  await withdraw(page);
  await settle(page);
  forgetRequests(demo);
  await acceptAgain(page);
  await eventually(() => paths(demo).includes('/matomo.php'));
  expect.equal(paths(demo).filter((path) => path === '/matomo.js').length, 0);
});

journey('what a service kept in all kinds of storage goes with the consent', async ({page, expect}) => {
  const tag = acmeTag('mark=acme&cookie=_acme_id&local=_acme_l&session=_acme_s&idb=_acme_db');
  await page.goto(plain({config: {services: [ACME], reload: 'never'}, body: tag}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => indexedDB.databases().then((databases) => databases.length === 1));
  const before = await page.storage();
  expect.match(before.cookie, /_acme_id=/);
  expect.deepEqual(Object.keys(before.localStorage), ['_acme_l']);
  expect.deepEqual(Object.keys(before.sessionStorage), ['_acme_s']);
  await withdraw(page);
  await page.waitFor(() => indexedDB.databases().then((databases) => databases.length === 0));
  const {cookie, ...others} = await page.storage();
  expect.doesNotMatch(cookie, /_acme/);
  expect.deepEqual(others, {localStorage: {}, sessionStorage: {}, indexedDB: []});
});

journey('a no also removes what an answer that has lapsed had allowed', async ({page, expect}) => {
  await page.goto(plain({config: {services: [MATOMO]}}));
  await page.evaluate(() => (document.cookie = '_pk_id.1.2f3a=7c1e;path=/;domain=shop.test'));
  await page.click('[data-action=reject]');
  await page.waitFor(() => !document.cookie.includes('_pk_id'));
  expect.equal(await isGranted(page, 'matomo'), false);
});

const PREFIXED = ['__Host-acme', '__Secure-acme', '_acme_chip'];
const ACME_OF_HTTPS = {...ACME, storage: PREFIXED.map((name) => ({name, purpose: 'ads', lifetime: 'P1Y'}))};

journey(
  'cookies that browsers take from https alone go too: __Host-, __Secure- and partitioned ones',
  {engines: ['chromium']},
  async ({page, expect}) => {
    await page.goto(plain({host: DEEP, config: {services: [ACME_OF_HTTPS], reload: 'never'}}));
    await page.click('[data-action=accept]');
    await page.evaluate(() => {
      document.cookie = '__Host-acme=1;path=/;secure';
      document.cookie = '__Secure-acme=1;path=/;secure;domain=example.co.uk';
      document.cookie = '_acme_chip=1;path=/;secure;samesite=none;partitioned;domain=a.b.example.co.uk';
    });
    const names = async () => (await page.cookies()).map(({name}) => name).sort();
    expect.deepEqual(await names(), ['__Host-acme', '__Host-consent-gate', '__Secure-acme', '_acme_chip']);
    await keepReports(page);
    await withdraw(page);
    const {removed, remaining} = await reportOf(page, 'acme');
    expect.deepEqual(removed.map(({name}) => name).sort(), PREFIXED);
    expect.deepEqual(remaining, []);
    expect.deepEqual(await names(), ['__Host-consent-gate']);
  },
);

journey('what a service writes back on leaving is gone on the next page', async ({page, expect}) => {
  const tag = acmeTag('mark=acme&cookie=_acme_id&local=_acme_key&pagehide=1');
  const config = {services: [ACME], reload: 'never'};
  await page.goto(plain({config, body: tag}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran);
  await withdraw(page);
  await page.goto(plain({config}));
  await swept(page);
  const {cookie, localStorage} = await page.storage();
  expect.doesNotMatch(cookie, /_acme/);
  expect.deepEqual(localStorage, {});
});

journey(
  'a service that cannot be stopped makes the page reload, once the receipt is safe',
  async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(plain({config: {services: [ADROLL], receipts: RECEIPTS}}));
    await page.click('[data-action=accept]');
    await page.waitFor(() => /__adroll_fpc/.test(document.cookie));
    await eventually(async () => (await demo.receipts()).length === 1);
    // A page that has made no receipt yet has to fetch first what makes them.
    await page.goto(plain({config: {services: [ADROLL], receipts: RECEIPTS}}));
    await page.waitFor(() => window.__adroll);
    demo.fail('/consent-receipts', 503);
    await withdraw(page);
    await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
    const waiting = await page.evaluate(() => JSON.parse(localStorage.getItem('consent-gate-outbox')));
    expect.deepEqual(
      waiting.map(({event}) => event),
      ['withdrawn'],
    );
    forgetRequests(demo);
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    expect.deepEqual(
      (await page.cookies()).map(({name}) => name),
      ['__Host-consent-gate'],
    );
  },
);

journey('a site that says so is never reloaded', {engines: ['chromium']}, async ({page, expect}) => {
  await page.goto(plain({config: {services: [ADROLL], reload: 'never'}}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => /__adroll_fpc/.test(document.cookie));
  await keepReports(page);
  await withdraw(page);
  const {unstopped} = await reportOf(page, 'adroll');
  await settle(page);
  expect.deepEqual(unstopped, ['adroll']);
  expect.equal(await page.evaluate(() => window.reports.length), 1);
});

for (const address of ['/', '/privacy.html', '/embeds.html']) {
  journey(`two activations withdraw everything on ${address}`, {engines: ['chromium']}, async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(`${SHOP}${address}?panel=off`);
    await page.click('[data-action=accept]');
    await page.waitForHidden('consent-banner');
    // What has been allowed arrives, and moves the link.
    await settle(page);
    await page.click('[data-consent-open]');
    await page.click('consent-preferences >>> [data-action=reject]');
    const {categories} = await page.waitFor(() => {
      const {consent} = window.consentGate;
      return consent.id === null && consent;
    });
    expect.deepEqual(categories, {
      necessary: 'granted',
      functional: 'denied',
      analytical: 'denied',
      advertising: 'denied',
    });
  });
}
