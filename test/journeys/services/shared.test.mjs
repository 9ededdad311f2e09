import {SERVICES} from '../../../demo/vendors/services.mjs';
import {journey} from '../../tools/journey.mjs';
import {keepReports, plain, reportOf, settle} from '../shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const use = (name) => ({use: name, ...SERVICES[name].options});
const ADROLL_AND_META = {services: [use('adroll'), use('meta-pixel')], reload: 'never'};

const deny = (page, service) =>
  page.evaluate((service) => window.consentGate.choose({[service]: false}), service);

const names = async (page) => (await page.cookies()).map(({name}) => name);

/** Accepts, and waits until both have written what is theirs. */
async function arrive(page) {
  await page.goto(plain({config: ADROLL_AND_META}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => /_fbp=/.test(document.cookie) && /__adroll_fpc=/.test(document.cookie));
  await keepReports(page);
}

for (const [first, second] of [
  ['meta-pixel', 'adroll'],
  ['adroll', 'meta-pixel'],
]) {
  journey(
    `Meta's cookie stays while ${second} may still have it, and goes with the last`,
    CHROMIUM,
    async (traveller) => {
      const {page, expect} = traveller;
      await arrive(page);
      await deny(page, first);
      const report = await reportOf(page, first);
      expect.ok(!report.removed.some(({name}) => name === '_fbp'));
      await settle(page);
      expect.ok((await names(page)).includes('_fbp'));
      expect.match(JSON.stringify(await page.storage()), /lastExternalReferrer/);
      await deny(page, second);
      const {removed} = await reportOf(page, second);
      expect.ok(removed.some(({name, service}) => name === '_fbp' && service === second));
      await settle(page);
      expect.ok(!(await names(page)).includes('_fbp'));
      expect.doesNotMatch(JSON.stringify(await page.storage()), /lastExternalReferrer/);
    },
  );
}
