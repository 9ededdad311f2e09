/**
 * The four cases that every service loaded by a script tag has to stand, against the stand-in of its vendor:
 * never loaded, still loading, loaded, and granted again.
 *
 * To prove a service:
 *
 * 1. Write the stand-in, `demo/vendors/<file>.js`. It may use what `demo/vendors/shared.js` offers, above all
 *    `store(name)`, which writes what the table says; `keepStoring(write)` for a vendor that writes again and
 *    again; `sendImage`, `sendBeacon`, `insertScript`.
 * 2. Name it in the table, with everything that it writes: `demo/vendors/services.mjs` explains how. From then on
 *    `demo/services.html?use=<file in services/>` shows it, and `test/house/stand-ins.test.mjs` holds the names
 *    against the service's `storage`.
 * 3. Call `proveService` in a test file here. Events carry the word `lamp`, by which their requests are found.
 *
 *        proveService({
 *          use: 'x-pixel',
 *          stop: 'impossible',
 *          view: /\/\/t\.co\/.*PageView/,
 *          event: () => window.twq('event', 'lamp'),
 *          queue: () => window.twq?.queue,
 *        });
 */
import {SERVICES, matcher, scriptOf} from '../../../demo/vendors/services.mjs';
import {journey} from '../../tools/journey.mjs';
import {
  SHOP,
  acceptAgain,
  arrival,
  eventually,
  forgetRequests,
  keepReports,
  reportOf,
  settle,
  swept,
  thirdParties,
  withdraw,
} from '../shop.mjs';

/** Where a cookie's domain can be any of four. */
export const DEEP = 'https://a.b.example.co.uk';
const DOMAINS = {
  registrable: '.example.co.uk',
  hostname: '.a.b.example.co.uk',
  'host-only': 'a.b.example.co.uk',
};
const NOTHING = {localStorage: {}, sessionStorage: {}, indexedDB: []};
const EVENT = /lamp/;

/**
 * @typedef {object} Proof
 * @property {string} use - The file in `services/`.
 * @property {import('../../../src/types/service.js').Stop} stop - How sure the service is of its stop.
 * @property {RegExp} view - Matches the requests that count a page view, and no other: see `linesOf`.
 * @property {() => unknown} [event] - Runs in the page, and makes an event called `lamp` whether the vendor's
 *   script is there or not. Without it, nothing is said about events.
 * @property {() => unknown} [queue] - Runs in the page: the calls that wait there for the script.
 * @property {boolean} [isHeard] - Whether the script takes the calls that wait for it. Default true.
 * @property {'same page' | 'next page'} [again] - Where it works again after a new yes. `next page`: the vendor
 *   has no way to be silent until then. Default `same page`.
 * @property {'silent' | 'counting'} [whileDenied] - `counting`: told of a no, the vendor still takes events,
 *   without the visitor. Default `silent`.
 * @property {boolean} [isShared] - Whether the calls that wait are the page's own, in a list that others read too,
 *   so that those of the denied time stay there. Default false.
 * @property {string} [landing] - What else is in the visitor's address, such as the id of a click on an ad.
 * @property {readonly string[]} [written] - Names of the table that a first visit writes. Default: all.
 * @property {readonly import('../../../scripts/browsers.mjs').Engine[]} [engines] - Default: Chromium alone.
 */

/** Registers the journeys that prove one service. @param {Proof} proof */
export function proveService(proof) {
  const service = {again: 'same page', engines: ['chromium'], isHeard: true, ...proof};
  const {use, stop, again, engines} = service;
  const on = (title, travel) =>
    journey(`${use}: ${title}`, {engines}, (traveller) => travel(traveller, service));
  on('before an answer and after a no nothing is requested or stored', neverLoaded);
  on('a script that is on its way when consent ends never runs', stillLoading);
  on('after a yes it counts the page once, and writes what is known of it', loaded);
  if (stop === 'verified') on('after the end of consent the same page is silent and clean', silencedHere);
  else on('after the end of consent the page reloads, and is silent and clean', silencedByReload);
  if (again === 'same page') on('who says yes again on the same page is counted once', grantedAgainHere);
  else on('who says yes again on the next page is counted once', grantedAgainThere);
}

async function neverLoaded({page, demo, expect}, {use, landing}) {
  await page.goto(addressOf(use, {landing}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(await page.storage(), {cookie: '', ...NOTHING});
  await page.click('[data-action=reject]');
  await page.reload();
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  await expectClean(page, expect);
}

async function stillLoading({page, demo, expect}, {use, landing, event, queue, view, isShared = false}) {
  demo.hold(scriptOf(use));
  await page.goto(addressOf(use, {landing}));
  const script = await acceptAndAsk(page, demo);
  if (event) await page.evaluate(event);
  await keepReports(page);
  await withdraw(page);
  const {unstopped} = await reportOf(page, use);
  demo.release(scriptOf(use));
  await arrival(page, `https://${script}`);
  expect.deepEqual(unstopped, []);
  expect.equal(await page.evaluate(() => window.standIns), undefined);
  if (queue) expect.deepEqual((await page.evaluate(queue)) ?? [], []);
  expect.deepEqual(
    thirdParties(demo).filter((address) => address !== script),
    [],
  );
  await expectClean(page, expect);
  if (event) await page.evaluate(event);
  await acceptAgain(page);
  await eventually(() => count(demo, view) > 0);
  await settle(page);
  expect.ok(isShared || count(demo, EVENT) === 0, 'an event of the denied time was sent');
}

async function loaded({page, demo, expect}, {use, landing, view, event, isHeard, written = namesOf(use)}) {
  demo.hold(scriptOf(use));
  await page.goto(addressOf(use, {landing, host: DEEP}));
  await acceptAndAsk(page, demo);
  const queued = event && isHeard;
  if (queued) await page.evaluate(event);
  demo.release(scriptOf(use));
  await eventually(() => count(demo, view) > 0);
  if (queued) await eventually(() => count(demo, EVENT) > 0);
  await settle(page);
  expect.equal(count(demo, view), 1);
  await expectWritten(page, use, {written, expect});
}

async function silencedByReload(traveller, {use, landing, view, stop}) {
  const {page, demo, expect} = traveller;
  await page.goto(addressOf(use, {landing, host: DEEP}));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, view) > 0);
  await rememberReport(page);
  await withdraw(page);
  await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
  await swept(page);
  forgetRequests(demo);
  await expectReported(page, {use, stop, expect});
  await leaveAndReturn(page, {use, landing});
  expect.deepEqual(thirdParties(demo), []);
  await expectClean(page, expect);
}

async function silencedHere(traveller, {use, landing, view, event = () => {}, stop}) {
  const {page, demo, expect} = traveller;
  await page.goto(addressOf(use, {landing, host: DEEP, reload: 'never'}));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, view) > 0);
  await settle(page);
  await rememberReport(page);
  await withdraw(page);
  await page.waitFor(() => window.name);
  await settle(page);
  forgetRequests(demo);
  await expectReported(page, {use, stop, expect});
  await page.click('h1');
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
  await page.evaluate(event);
  await settle(page);
  await expectClean(page, expect);
  await leaveAndReturn(page, {use, landing});
  expect.deepEqual(thirdParties(demo), []);
  await expectClean(page, expect);
}

async function grantedAgainHere(traveller, {use, landing, view, event, whileDenied}) {
  const {page, demo, expect} = traveller;
  await page.goto(addressOf(use, {landing, reload: 'never'}));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, view) > 0);
  await keepReports(page);
  await withdraw(page);
  await reportOf(page, use);
  if (event) await page.evaluate(event);
  await settle(page);
  expect.ok(whileDenied === 'counting' || count(demo, EVENT) === 0, 'an event of the denied time was sent');
  forgetRequests(demo);
  await acceptAgain(page);
  await eventually(() => count(demo, view) > 0);
  await settle(page);
  expect.equal(count(demo, view), 1);
  expect.equal(count(demo, EVENT), 0);
  expect.deepEqual(
    thirdParties(demo).filter((address) => scriptOf(use).test(address)),
    [],
  );
  if (event) await page.evaluate(event);
  if (event) await eventually(() => count(demo, EVENT) > 0);
}

async function grantedAgainThere({page, demo, expect}, {use, landing, view}) {
  await page.goto(addressOf(use, {landing}));
  await page.click('[data-action=accept]');
  await eventually(() => count(demo, view) > 0);
  await withdraw(page);
  await page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');
  await swept(page);
  forgetRequests(demo);
  await acceptAgain(page);
  await eventually(() => count(demo, view) > 0);
  await settle(page);
  expect.equal(count(demo, view), 1);
  expect.equal(thirdParties(demo).filter((address) => scriptOf(use).test(address)).length, 1);
}

export const addressOf = (use, {host = SHOP, reload = 'if-unverified', landing = ''} = {}) =>
  `${host}/services.html?${new URLSearchParams({use, reload, panel: 'off'})}&${landing}`;

/** Accepts, and waits until the service's script was asked for. Returns its address. */
async function acceptAndAsk(page, demo) {
  await page.click('[data-action=accept]');
  return eventually(() => thirdParties(demo)[0]);
}

/** The requests that third parties got: `POST https://t.co/i/adsct?… body`. */
export const linesOf = ({requests}) =>
  requests
    .filter(({vendor}) => vendor)
    .map(({method, host, path, query, body}) => `${method} https://${host}${path}?${query} ${body}`);

/** How many requests of third parties a pattern matches. */
export const count = (demo, pattern) => linesOf(demo).filter((line) => pattern.test(line)).length;

/** Keeps the report of the next change where a reload does not reach it, and no service looks. */
export const rememberReport = (page) =>
  page.evaluate(() => {
    document.addEventListener('consent-change', ({change}) => {
      window.name = JSON.stringify(change);
    });
  });

export async function expectReported(page, {use, stop, expect}) {
  const {unstopped, remaining} = await page.evaluate(() => JSON.parse(window.name));
  const {storage} = await serviceOf(use);
  const beyond = storage.filter(({party, httpOnly}) => party === 'third' || httpOnly);
  expect.deepEqual(unstopped, stop === 'verified' ? [] : [use]);
  expect.deepEqual(
    remaining.map(({name, reason}) => [name, reason]),
    beyond.map(({name, party}) => [name, party === 'third' ? 'third-party' : 'http-only']),
  );
}

/** The service as the library describes it, with the options of the table. @param {string} use */
export async function serviceOf(use) {
  const {optionNames: _, ...functions} = await import(
    `../../../dist/esm/services/${SERVICES[use].use ?? use}.js`
  );
  return Object.values(functions)[0](SERVICES[use].options);
}

/** Leaves, with what scripts do on leaving, and comes back twice: the sweep of the next page runs once. */
export async function leaveAndReturn(page, {use, landing}) {
  await page.click('h1');
  await page.goto(addressOf(use, {landing, host: DEEP}));
  await swept(page);
  await page.reload();
  await settle(page);
}

/** Nothing is kept but the answer. */
export async function expectClean(page, expect) {
  const names = (await page.cookies()).map(({name}) => name);
  const {cookie: _, ...others} = await page.storage();
  expect.deepEqual({names, ...others}, {names: ['__Host-consent-gate'], ...NOTHING});
}

const writesOf = (use) => [use, ...(SERVICES[use].brings ?? [])].flatMap((each) => SERVICES[each].writes);

const namesOf = (use) => [...new Set(writesOf(use).map(({name}) => name))];

/** Every name of the table is there, where the table says. */
async function expectWritten(page, use, {written, expect}) {
  const wanted = writesOf(use).filter(({name}) => written.includes(name));
  const places = wanted.map(({name, in: area = 'cookie', on = 'registrable'}) => {
    return {name, place: area === 'cookie' ? DOMAINS[on] : area};
  });
  const missing = async () => {
    const found = await kept(page);
    return places.filter(
      ({name, place}) => !found.some((item) => item.place === place && matcher(name).test(item.name)),
    );
  };
  await eventually(async () => (await missing()).length === 0).catch(() => {});
  expect.deepEqual(await missing(), []);
  const ours = ['__Host-consent-gate'];
  const strange = (await kept(page)).filter(
    (item) => !ours.includes(item.name) && !writesOf(use).some(({name}) => matcher(name).test(item.name)),
  );
  expect.deepEqual(strange, []);
}

/** All that the browser keeps for this page: the name, and the domain or area. */
async function kept(page) {
  const {cookie: _, indexedDB, ...areas} = await page.storage();
  return [
    ...(await page.cookies()).map(({name, domain}) => ({name, place: domain})),
    ...Object.entries(areas).flatMap(([place, keys]) => Object.keys(keys).map((name) => ({name, place}))),
    ...indexedDB.map((name) => ({name, place: 'indexedDB'})),
  ];
}
