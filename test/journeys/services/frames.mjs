/**
 * The four cases for a service whose vendor is a frame in the page's markup, held back by `data-src`: never
 * loaded, still loading, loaded, and granted again. The table has the frame and what it fetches.
 *
 *     proveFrame({use: 'youtube'});
 */
import {scriptOf} from '../../../demo/vendors/services.mjs';
import {journey} from '../../tools/journey.mjs';
import {
  acceptAgain,
  eventually,
  forgetRequests,
  keepReports,
  quiet,
  reportOf,
  settle,
  thirdParties,
  withdraw,
} from '../shop.mjs';
import {
  DEEP,
  addressOf,
  count,
  expectClean,
  expectReported,
  leaveAndReturn,
  rememberReport,
} from './cases.mjs';

const SHOWN = /\/shown\?/;

/**
 * @typedef {object} FrameProof
 * @property {string} use - As the table calls it.
 * @property {readonly import('../../../scripts/browsers.mjs').Engine[]} [engines] - Default: Chromium alone.
 */

/** Registers the journeys that prove one frame. @param {FrameProof} proof */
export function proveFrame({use, engines = ['chromium']}) {
  const on = (title, travel) => journey(`${use}: ${title}`, {engines}, (traveller) => travel(traveller, use));
  on('before an answer and after a no the frame is empty, and nothing is requested or stored', neverLoaded);
  on('a frame that is on its way when consent ends never runs', stillLoading);
  on('after the end of consent the frame is gone, and the same page is silent and clean', silencedHere);
  on('who says yes again sees the frame again', grantedAgain);
}

async function neverLoaded({page, demo, expect}, use) {
  await page.goto(addressOf(use));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  await page.click('[data-action=reject]');
  await page.reload();
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(await addresses(page), ['']);
  await expectClean(page, expect);
}

async function stillLoading({page, demo, expect}, use) {
  demo.hold(scriptOf(use));
  await page.goto(addressOf(use));
  await page.click('[data-action=accept]');
  const frame = await eventually(() => thirdParties(demo)[0]);
  await keepReports(page);
  await withdraw(page);
  const {unstopped} = await reportOf(page, use);
  demo.release(scriptOf(use));
  await settle(page);
  await leaveAndReturn(page, {use});
  expect.deepEqual(unstopped, []);
  expect.deepEqual(thirdParties(demo), [frame]);
}

async function silencedHere({page, demo, expect}, use) {
  await page.goto(addressOf(use, {host: DEEP}));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, SHOWN) > 0);
  expect.equal(count(demo, SHOWN), 1);
  await rememberReport(page);
  await withdraw(page);
  await page.waitFor(() => window.name);
  await quiet(demo);
  forgetRequests(demo);
  await expectReported(page, {use, stop: 'verified', expect});
  expect.deepEqual(await addresses(page), ['']);
  expect.equal(await page.evaluate(() => performance.getEntriesByType('navigation')[0].type), 'navigate');
  await expectClean(page, expect);
  await leaveAndReturn(page, {use});
  expect.deepEqual(thirdParties(demo), []);
  await expectClean(page, expect);
}

async function grantedAgain({page, demo, expect}, use) {
  await page.goto(addressOf(use));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, SHOWN) > 0);
  await keepReports(page);
  await withdraw(page);
  await reportOf(page, use);
  await settle(page);
  forgetRequests(demo);
  await acceptAgain(page);
  await eventually(() => count(demo, SHOWN) > 0);
  await settle(page);
  expect.equal(count(demo, SHOWN), 1);
}

/** Where the frames of the page lead: '' for one that leads nowhere. */
const addresses = (page) => page.evaluate(() => [...document.querySelectorAll('iframe')].map(({src}) => src));
