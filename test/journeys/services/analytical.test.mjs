import {journey} from '../../tools/journey.mjs';
import {eventually, forgetRequests, keepReports, reportOf, settle, thirdParties, withdraw} from '../shop.mjs';
import {addressOf, count, expectClean, proveService} from './cases.mjs';

proveService({
  use: 'hotjar',
  stop: 'impossible',
  view: /ws\.hotjar\.com.*kind=start/,
  event: () => window.hj?.('event', 'lamp'),
  queue: () => window.hj?.q,
  again: 'next page',
});

const UMAMI = {stop: 'verified', event: () => window.umami?.track('lamp'), isHeard: false};

proveService({...UMAMI, use: 'umami', view: /umami\.is\/api\/send\?(?!.*lamp)/});
proveService({...UMAMI, use: 'umami-older', view: /lykt\.test\/2\.17\/api\/send\?(?!.*lamp)/});

const FATHOM_VIEW = /GET .*usefathom\.com\/\?(?!.*name=)/;

proveService({
  use: 'fathom',
  stop: 'verified',
  view: FATHOM_VIEW,
  event: () => window.fathom?.trackEvent('lamp'),
  isHeard: false,
});

const MATOMO = {
  stop: 'verified',
  view: /matomo\.php.*action_name=/,
  event: () => window._paq?.push(['trackEvent', 'shop', 'lamp']),
  queue: () => window._paq,
};

proveService({...MATOMO, use: 'matomo-cloud'});
proveService({...MATOMO, use: 'matomo-cookieless'});

proveService({...MATOMO, use: 'matomo-heatmaps', stop: 'best-effort', again: 'next page'});

journey(
  'matomo-cookieless: measuring goes on from page to page, without a cookie',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    await page.goto(addressOf('matomo-cookieless'));
    await page.click('[data-action=accept]');
    await eventually(() => count(demo, MATOMO.view) > 0);
    forgetRequests(demo);
    await page.reload();
    await eventually(() => count(demo, MATOMO.view) > 0);
    await settle(page);
    await expectClean(page, expect);
  },
);

proveService({
  ...MATOMO,
  use: 'matomo-tag-manager',
  stop: 'impossible',
  event: () => (window._mtm ??= []).push({event: 'lamp'}),
  queue: () => window._mtm,
  again: 'next page',
});

journey(
  'fathom: a tab that is closed after the end of consent does not set the others free',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    await page.goto(addressOf('fathom'));
    await page.click('[data-action=accept]');
    await eventually(() => count(demo, FATHOM_VIEW) > 0);
    const other = await page.newTab();
    await other.goto(addressOf('fathom'));
    await eventually(() => count(demo, FATHOM_VIEW) > 1);
    await keepReports(page);
    await other.focus();
    await withdraw(other);
    await reportOf(page, 'fathom');
    await settle(other);
    forgetRequests(demo);
    await other.close();
    await page.focus();
    await page.evaluate(() => window.fathom.trackEvent('lamp'));
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
  },
);
