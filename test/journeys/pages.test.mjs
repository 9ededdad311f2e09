import expect from 'node:assert/strict';
import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  forgetRequests,
  isGranted,
  paths,
  plain,
  settle,
  strictly,
  thirdParties,
} from './shop.mjs';

const config = {services: [ACME], reload: 'never'};

/** Lets one tab decide; says how many milliseconds later the other one heard of it. */
async function delayUntilHeard(page, other, decision) {
  await other.evaluate(() => {
    window.heard = new Promise((hear) =>
      document.addEventListener('consent-change', hear, {once: true}),
    ).then(({change}) => ({time: performance.timeOrigin + performance.now(), cause: change.cause}));
  });
  const decided = await page.evaluate((decision) => {
    const now = performance.timeOrigin + performance.now();
    window.consentGate[decision]();
    return now;
  }, decision);
  const {time, cause} = await other.waitFor(() => window.heard);
  expect.equal(cause, 'restored');
  return time - decided;
}

journey('another tab follows a yes and a withdrawal within one second', async ({page}) => {
  await page.goto(plain({config}));
  await page.waitForVisible('consent-banner');
  const other = await page.newTab();
  await other.goto(plain({config, body: acmeTag()}));
  await other.waitForVisible('consent-banner');

  expect.ok((await delayUntilHeard(page, other, 'grantAll')) < 1000);
  await other.waitFor(() => window.ran?.length === 1);
  await other.waitForHidden('consent-banner');
  expect.equal(await isGranted(other, 'acme'), true);

  expect.ok((await delayUntilHeard(page, other, 'withdraw')) < 1000);
  expect.equal(await isGranted(other, 'acme'), false);
  await page.waitForHidden('consent-banner');
});

journey('a page from the back-forward cache follows what was decided meanwhile', async ({page, expect}) => {
  await page.goto(plain({config, body: acmeTag()}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran);
  // An engine may not keep a page that still waits for an answer.
  await settle(page);
  await page.evaluate(() => {
    window.isTheSamePage = true;
    addEventListener('pageshow', () => (window.shown = performance.now()));
    document.addEventListener('consent-change', () => (window.followed = performance.now()));
  });
  await page.goto(plain({config}));
  await page.evaluate(() => window.consentGate.withdraw());
  await page.back();
  expect.equal(await page.evaluate(() => window.isTheSamePage), true);
  const wait = await page.waitFor(
    () => window.followed && window.shown && Math.abs(window.followed - window.shown) + 1,
  );
  expect.ok(wait < 1000, `followed after ${wait} ms`);
  expect.equal(await isGranted(page, 'acme'), false);
});

journey('gate.js from another host finds its parts there', async ({page, demo, expect}) => {
  const head = '<script src="https://cdn.other.test/consent/gate.js"></script>';
  const matomo = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
  await page.goto(plain({gate: 'off', head, config: {services: [matomo]}}));
  await page.click('[data-action=settings]');
  await page.click('consent-preferences >>> [data-action=accept]');
  await page.waitFor(() => window.Matomo);
  await settle(page);
  const parts = demo.requests.filter(({path}) => path.startsWith('/consent/'));
  expect.ok(parts.length > 5);
  expect.deepEqual([...new Set(parts.map(({host}) => host))], ['cdn.other.test']);
});

journey('gate.js inside of the page finds its parts where data-home says', async ({page, demo, expect}) => {
  const matomo = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
  await page.goto(plain({gate: 'inline', config: {services: [matomo]}}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.Matomo);
  expect.ok(!paths(demo).includes('/consent/gate.js'));
  expect.ok(thirdParties(demo).includes('stats.shop.test/matomo.js'));
});

journey('the library from npm does what the script tag does', {engines: ['chromium']}, async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(`${SHOP}/module.html?panel=off`);
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.Matomo && /_acme_id/.test(document.cookie));
  await page.click('[data-consent-open]');
  await page.click('consent-preferences >>> [data-action=reject]');
  await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
  forgetRequests(demo);
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(
    (await page.cookies()).map(({name}) => name),
    ['__Host-consent-gate'],
  );
});

journey('the strictest policy reports nothing, and everything works', async ({page, demo, expect}) => {
  const matomo = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
  const inline = `<script type="text/plain" data-category="advertising" data-service="acme" nonce="{{nonce}}">
    (window.ran ??= []).push('inline');
  </script>`;
  const config = {services: [matomo, ACME], reload: 'never'};
  await page.goto(strictly({body: acmeTag() + inline, config}));
  await page.click('[data-action=settings]');
  await page.click('consent-preferences >>> section:nth-of-type(3) summary');
  await page.click('consent-preferences >>> [data-action=accept]');
  await page.waitFor(() => window.Matomo && window.ran?.length === 2);
  await eventually(() => thirdParties(demo).includes('stats.shop.test/matomo.php'));
  expect.deepEqual(await page.evaluate(() => window.ran), ['acme', 'inline']);

  await page.click('[data-consent-open]');
  await page.click('consent-preferences >>> [data-action=reject]');
  await page.waitFor(() => !/_pk_/.test(document.cookie));
  expect.deepEqual(await page.evaluate(() => window.violations), []);
});

journey("the demo's page with that policy sends no report", async ({page, expect}) => {
  const reports = () => page.evaluate(() => fetch('/__demo/csp').then((answer) => answer.json()));
  const before = await page.goto(`${SHOP}/plain.html?gate=off`).then(reports);
  await page.goto(`${SHOP}/strict.html?panel=off`);
  await page.click('[data-action=accept]');
  await page.waitFor(() => document.documentElement.dataset.inline === 'ran' && window.Matomo);
  const banner = await page.evaluate(
    () => getComputedStyle(document.querySelector('consent-banner')).position,
  );
  expect.equal(banner, 'fixed');
  expect.deepEqual(await reports(), before);
});
