import {journey} from '../../tools/journey.mjs';
import {
  acceptAgain,
  eventually,
  forgetRequests,
  fromNpm,
  keepReports,
  plain,
  reportOf,
  settle,
  swept,
  thirdParties,
  withdraw,
} from '../shop.mjs';
import {count, expectClean} from './cases.mjs';

/** Part of the site's own code: loaded for everyone, and started by nobody but the gate. */
const BUNDLE = 'browser.sentry-cdn.com/8/bundle.js';
const SESSION = /envelope\/\?type=session/;
const ERROR = /envelope\/\?type=event/;
const RECORDING = /envelope\/\?type=replay_event/;

/** The page of a site that bundles Sentry, with or without Session Replay. */
const pageWith = ({replay = false, reload = 'if-unverified'} = {}) => {
  const integrations = replay ? '[Sentry.replayIntegration()]' : '[]';
  const code = `
    import {sentry} from 'consent-gate/services/sentry.js';
    const init = () => Sentry.init({dsn: 'https://key@o1.ingest.sentry.io/1', integrations: ${integrations}});
    window.consentGate = startConsent({
      controller: {name: 'Lykt'},
      policy: {url: '/privacy.html'},
      reload: '${reload}',
      services: [sentry({init, replay: ${replay}})],
    });`;
  return plain({gate: 'off', head: `<script src="https://${BUNDLE}"></script>${fromNpm(code)}`});
};

const reported = (demo) => thirdParties(demo).filter((address) => address !== BUNDLE);
const fail = (page) =>
  page.evaluate(() => void window.dispatchEvent(new ErrorEvent('error', {message: 'The lamp is out'})));
const VARIANTS = {sentry: {}, 'sentry with replay': {replay: true}};
const engines = ['chromium'];

for (const [name, variant] of Object.entries(VARIANTS)) {
  journey(`${name}: before an answer and after a no no error is reported`, {engines}, async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(pageWith(variant));
    await page.waitForVisible('consent-banner');
    await fail(page);
    await settle(page);
    expect.deepEqual(reported(demo), []);
    await page.click('[data-action=reject]');
    await page.reload();
    await fail(page);
    await settle(page);
    expect.deepEqual(reported(demo), []);
    await expectClean(page, expect);
  });

  journey(`${name}: who says yes again is reported again, once`, {engines}, async ({page, demo, expect}) => {
    await page.goto(pageWith({...variant, reload: 'never'}));
    await page.click('[data-action=accept]');
    await eventually(() => count(demo, SESSION) > 0);
    await keepReports(page);
    await withdraw(page);
    await reportOf(page, 'sentry');
    await fail(page);
    await settle(page);
    forgetRequests(demo);
    await acceptAgain(page);
    await fail(page);
    await eventually(() => count(demo, ERROR) > 0);
    await settle(page);
    expect.equal(count(demo, ERROR), 1);
    expect.equal(count(demo, SESSION), 0);
  });
}

journey(
  'sentry: after the end of consent the same page reports no error',
  {engines},
  async ({page, demo, expect}) => {
    await page.goto(pageWith());
    await page.click('[data-action=accept]');
    await eventually(() => count(demo, SESSION) > 0);
    await fail(page);
    await eventually(() => count(demo, ERROR) > 0);
    await keepReports(page);
    await withdraw(page);
    const {unstopped} = await reportOf(page, 'sentry');
    await settle(page);
    forgetRequests(demo);
    await fail(page);
    await settle(page);
    expect.deepEqual(unstopped, []);
    expect.deepEqual(reported(demo), []);
    await expectClean(page, expect);
  },
);

journey(
  'sentry with replay: after the end of consent the page reloads, and records nothing',
  {engines},
  async ({page, demo, expect}) => {
    await page.goto(pageWith({replay: true}));
    await page.click('[data-action=accept]');
    await eventually(() => count(demo, RECORDING) > 0);
    expect.deepEqual(Object.keys((await page.storage()).sessionStorage), ['sentryReplaySession']);
    await withdraw(page);
    await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
    await swept(page);
    forgetRequests(demo);
    await page.reload();
    await settle(page);
    expect.deepEqual(reported(demo), []);
    await expectClean(page, expect);
  },
);
