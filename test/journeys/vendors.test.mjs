import {journey} from '../tools/journey.mjs';
import {REAL_VENDORS} from '../../demo/vendors/real.mjs';
import {
  RELOADING,
  VERIFIED,
  accept,
  arrives,
  count,
  hasReloaded,
  lasting,
  pageOf,
  roam,
  stored,
  undeclared,
  withdrawAfterEvent,
} from './real-vendors.mjs';
import {
  acceptAgain,
  SHOP,
  arrival,
  eventually,
  forgetRequests,
  keepReports,
  paths,
  reportOf,
  settle,
  swept,
  thirdParties,
  withdraw,
} from './shop.mjs';

/** Whose code is a module of the site, and not a tag that fetches it. */
const BUNDLED = ['posthog', 'mixpanel', 'amplitude', 'segment', 'snowplow'];

for (const [name, vendor] of Object.entries({...VERIFIED, ...RELOADING})) {
  const {service, engines = ['chromium']} = vendor;
  journey(
    `${name} is not even asked for before the yes, and stores only what it declares after`,
    {engines},
    async ({page, demo, expect}) => {
      await page.goto(pageOf(name));
      await page.waitForVisible('consent-banner');
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      expect.deepEqual(await page.storage(), {
        cookie: '',
        localStorage: {},
        sessionStorage: {},
        indexedDB: [],
      });

      await accept(page, demo, vendor);
      const found = await stored(page);
      expect.deepEqual(undeclared(found, service), []);
      expect.equal(found.length > 0, service.storage.length > 0);
    },
  );
}

for (const [name, vendor] of Object.entries(VERIFIED)) {
  journey(
    `${name}, still in the page, sends and stores nothing for whatever a visitor does after the withdrawal`,
    {engines: ['chromium']},
    async ({page, demo, expect}) => {
      await page.goto(pageOf(name, 'never'));
      await accept(page, demo, vendor);
      const other = await page.newTab();
      await other.goto(pageOf(name, 'never'));
      await arrives(demo, vendor.view, 2);
      await page.focus();
      await keepReports(page);

      // One event that the collector refuses, so that it waits for its next try; and one that is made just before.
      demo.fail(vendor.collector, 503, 1);
      await page.evaluate(vendor.track, 'event-refused');
      await arrives(demo, 'event-refused');
      await withdrawAfterEvent(page, vendor);
      const {unstopped} = await reportOf(page, vendor.service.id);
      expect.deepEqual(unstopped, []);
      await other.waitFor(() => !window.consentGate.isGranted('analytical'));
      await eventually(() => count(demo, 'event-before') === vendor.inTime);
      await settle(page);
      expect.equal(count(demo, 'event-before'), vendor.inTime);
      forgetRequests(demo);

      await roam(page, vendor.track);
      expect.deepEqual(await lasting(page), []);
      await other.focus();
      await other.click('h1');
      expect.deepEqual(await lasting(other), []);
      await other.close();
      await page.goto(`${pageOf(name, 'never')}&next`);
      await swept(page);
      await page.click('h1');
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      await eventually(async () => (await stored(page)).length === 0);
      expect.deepEqual(await stored(page), []);
    },
  );

  journey(
    `${name} works again, once, for who comes back on the same page, and keeps nothing of the time between`,
    {engines: vendor.engines ?? ['chromium']},
    async ({page, demo, expect}) => {
      await page.goto(pageOf(name));
      await accept(page, demo, vendor);
      await withdraw(page);
      await page.evaluate(vendor.track, 'event-denied');
      await settle(page);
      forgetRequests(demo);

      await acceptAgain(page);
      await arrives(demo, vendor.again);
      await page.evaluate(vendor.track, 'event-again');
      await arrives(demo, 'event-again');
      await settle(page);
      expect.equal(count(demo, vendor.again), 1);
      expect.equal(count(demo, 'event-denied'), 0);
      expect.ok(!paths(demo).some((path) => path.startsWith('/vendor-real/')));

      await withdraw(page);
      await settle(page);
      expect.deepEqual(await lasting(page), []);
    },
  );
}

for (const [name, vendor] of Object.entries(RELOADING)) {
  journey(
    `${name} is gone with the reload after a withdrawal, whatever a visitor does then, and works once if wanted again`,
    {engines: ['chromium']},
    async ({page, demo, expect}) => {
      await page.goto(pageOf(name));
      await accept(page, demo, vendor);
      const other = await page.newTab();
      await other.goto(pageOf(name));
      await arrives(demo, vendor.view, 2);
      await page.focus();
      await withdraw(page);
      await hasReloaded(page);
      await hasReloaded(other);
      await settle(page);
      await settle(other);
      forgetRequests(demo);

      await roam(page, () => {});
      await other.focus();
      await other.close();
      await page.goto(`${pageOf(name)}&next`);
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      expect.deepEqual(await stored(page), []);

      await acceptAgain(page);
      await arrives(demo, vendor.view);
      await settle(page);
      expect.equal(count(demo, vendor.view), 1);
    },
  );

  journey(
    `${name} sends nothing of what happens after a withdrawal, also where the site does not reload`,
    {engines: ['chromium']},
    async ({page, demo, expect}) => {
      await page.goto(pageOf(name, 'never'));
      await accept(page, demo, vendor);
      await withdraw(page);
      await page.evaluate(vendor.track, 'event-denied');
      await settle(page);
      await acceptAgain(page);
      await page.waitFor(() => window.consentGate.isGranted('analytical'));
      await page.evaluate(vendor.track, 'event-again');
      await arrives(demo, 'event-again');

      await withdrawAfterEvent(page, vendor);
      await page.click('h1');
      await settle(page);
      await page.goto(`${pageOf(name, 'never')}&next`);
      await swept(page);
      expect.equal(count(demo, 'event-before'), vendor.inTime);
      expect.equal(count(demo, 'event-denied'), 0);
      await eventually(async () => (await stored(page)).length === 0);
      expect.deepEqual(await stored(page), []);
    },
  );
}

for (const name of BUNDLED) {
  journey(
    `${name} is not started if consent ends while its code is on its way, and once if that comes back`,
    {engines: ['chromium']},
    async ({page, demo, expect}) => {
      const vendor = {...VERIFIED, ...RELOADING}[name];
      const code = `${REAL_VENDORS[name].host}/vendor-real/${name}.js`;
      demo.hold(code);
      await page.goto(pageOf(name));
      await page.click('[data-action=accept]');
      await eventually(() => thirdParties(demo).includes(code));
      await withdraw(page);
      demo.release(code);
      await arrival(page, `${SHOP}/vendor-real/${name}.js`);
      await page.click('h1');
      await settle(page);
      expect.deepEqual([...new Set(thirdParties(demo))], [code]);
      expect.deepEqual(await stored(page), []);

      await acceptAgain(page);
      await arrives(demo, vendor.view);
      await settle(page);
      expect.equal(count(demo, vendor.view), 1);
    },
  );
}

journey(
  'clarity records nothing if consent ends while its tag still loads the recorder',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    const RECORDER = 'scripts.clarity.ms/vendor-real/clarity.npm.js';
    demo.hold(RECORDER);
    await page.goto(pageOf('clarity'));
    await page.click('[data-action=accept]');
    await eventually(() => thirdParties(demo).includes(RECORDER));
    await withdraw(page);
    demo.release(RECORDER);
    await arrival(page, `${SHOP}/vendor-real/clarity.npm.js`);
    await page.click('h1');
    await settle(page);
    expect.equal(thirdParties(demo).filter((address) => address.startsWith('k.clarity.ms')).length, 0);
    expect.deepEqual(await stored(page), []);
  },
);
