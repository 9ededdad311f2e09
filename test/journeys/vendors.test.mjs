import {journey} from '../tools/journey.mjs';
import {SHOP, eventually, forgetRequests, settle, thirdParties, withdraw} from './shop.mjs';

/** Where each vendor's own script, as npm ships it, sends what it has seen. */
const COLLECTORS = {
  posthog: 'us.i.posthog.com',
  mixpanel: 'api-js.mixpanel.com',
  amplitude: 'api2.amplitude.com',
  clarity: 'k.clarity.ms',
  plausible: 'plausible.io',
};

const EVERYWHERE = ['chromium', 'firefox', 'webkit'];
const ENGINES = {posthog: EVERYWHERE, mixpanel: EVERYWHERE};

for (const [vendor, collector] of Object.entries(COLLECTORS)) {
  const engines = ENGINES[vendor] ?? ['chromium'];
  journey(
    `${vendor}'s real script is silent before the yes and after its end`,
    {engines},
    async (traveller) => {
      const {page, demo, expect} = traveller;
      const NOTHING = {cookie: '', localStorage: {}, sessionStorage: {}, indexedDB: []};
      await page.goto(`${SHOP}/real.html?vendor=${vendor}&panel=off`);
      await page.waitForVisible('consent-banner');
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      expect.deepEqual(await page.storage(), NOTHING);

      await page.click('[data-action=accept]');
      await eventually(() => demo.requests.some(({host, method}) => host === collector && method === 'POST'));

      await withdraw(page);
      await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
      await settle(page);
      forgetRequests(demo);
      await page.click('h1');
      await settle(page);
      await page.reload();
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      const {cookie, ...others} = await page.storage();
      expect.match(cookie, /^__Host-consent-gate=[^;]*$/);
      expect.deepEqual({cookie: '', ...others}, NOTHING);
    },
  );
}
