/**
 * A journey is a test that uses the product as a visitor does: once per engine, each time as a new visitor,
 * on the pages of `demo/`.
 *
 *     journey('rejecting asks no third party for anything', async ({page, demo, expect}) => {
 *       await page.goto('https://www.shop.test/');
 *       await page.click('[data-action=reject]');
 *       await page.waitForHidden('consent-banner');
 *       expect.deepEqual(demo.requests.filter(({host}) => host !== 'www.shop.test'), []);
 *     });
 */
import expect from 'node:assert/strict';
import {mkdir} from 'node:fs/promises';
import process from 'node:process';
import {after, test} from 'node:test';
import {startDemo} from '../../demo/serve.mjs';
import {availableEngines} from '../../scripts/browsers.mjs';
import {createCertificate} from './certificate.mjs';
import {Page} from './page.mjs';
import {startProxy} from './proxy.mjs';
import {chromium, firefox} from './puppeteer.mjs';
import {webkit} from './webkit.mjs';

/**
 * Who the visitor is. What an engine cannot be told makes the journey a skipped test there, with the reason.
 *
 * @typedef {object} Settings
 * @property {readonly import('../../scripts/browsers.mjs').Engine[]} [engines] - Default: all of them.
 * @property {{gpc?: boolean, dnt?: '1' | '0'}} [signals]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {boolean} [reducedMotion]
 * @property {boolean} [forcedColors]
 * @property {'print'} [media] - The page as it would be on paper.
 * @property {{width: number, height: number}} [viewport]
 * @property {number} [textSize] - The browser's default size of letters, in pixels.
 * @property {readonly 'messages'[]} [needs] - What the journey asks of the driver and not every engine has.
 */

/**
 * @typedef {object} Traveller
 * @property {Page} page - A tab without cookies, storage or history.
 * @property {Awaited<ReturnType<typeof startDemo>>} demo - The server behind every host name.
 * @property {() => string[]} hosts - The hosts that the browser has connected to.
 * @property {typeof expect} expect
 */

const ENGINES = {chromium, firefox, webkit};

/** What an engine cannot do, and why. */
const CANNOT = {
  chromium: {},
  firefox: {forcedColors: 'Firefox has no switch for forced colours', media: 'Firefox shows no paper'},
  webkit: {
    signals: 'WebKitGTK has no signals, and WebDriver no script that runs before the page',
    messages: 'WebKitWebDriver does not tell what a page says',
    forcedColors: 'WebKitGTK has no forced colours',
    textSize: 'WebKitWebDriver has no setting for the size of letters',
    media: 'WebKitWebDriver shows no paper',
    narrowViewport: "WebKitGTK's windows are at least 334 px wide",
  },
};

const PATIENCE = 60_000;

/**
 * Registers one test per engine.
 *
 * @param {string} title - A promise to a person.
 * @param {Settings | ((traveller: Traveller) => Promise<void>)} settings
 * @param {(traveller: Traveller) => Promise<void>} [travel]
 */
export function journey(title, settings, travel) {
  if (typeof settings === 'function') return journey(title, {}, settings);
  for (const engine of chosenEngines(settings)) {
    const skip = reasonToSkip(engine, settings);
    test(`${engine}: ${title}`, {timeout: 2 * PATIENCE, skip}, (context) =>
      tryOut(engine, settings, travel, context),
    );
  }
}

/** @param {Settings} settings */
function chosenEngines({engines = ['chromium', 'firefox', 'webkit']}) {
  const wanted = process.env.ENGINES?.split(',') ?? availableEngines();
  return engines.filter((engine) => wanted.includes(engine));
}

function reasonToSkip(engine, {needs = [], signals, forcedColors, media, textSize, viewport}) {
  const narrowViewport = viewport && viewport.width < 334;
  const asked = Object.entries({signals, forcedColors, media, textSize, narrowViewport}).filter(
    ([, value]) => value,
  );
  return (
    [...needs, ...asked.map(([need]) => need)].map((need) => CANNOT[engine][need]).find(Boolean) ?? false
  );
}

/**
 * CI's machines are busy in ways that no visitor's is, so there one journey of a file may begin anew if it
 * fails. The report of `npm test` names it: it is a race, of the test or of the product, and somebody's to find.
 */
let secondTries = process.env.CI === 'true' ? 1 : 0;

async function tryOut(engine, settings, travel, context) {
  try {
    await run(engine, settings, travel, context);
  } catch (error) {
    if (secondTries === 0) throw error;
    secondTries -= 1;
    context.diagnostic(`failed at first: ${context.name}: ${error.message.split('\n')[0]}`);
    await run(engine, settings, travel, context);
  }
}

async function run(engine, settings, travel, context) {
  const stage = await theStage();
  const visitor = await stage.engines[engine].open(settings);
  // Not before the visitor is there: meanwhile the last beacons of the one before have arrived.
  await stage.demo.reset();
  stage.proxy.clear();
  const page = new Page(visitor.tab);
  try {
    await travel({page, demo: stage.demo, hosts: stage.proxy.hosts, expect});
  } catch (error) {
    await keepEvidence(engine, page, context);
    throw error;
  } finally {
    await visitor.close();
  }
}

/** Keeps what the visitor saw and the page said, for the person who has to find out. */
async function keepEvidence(engine, page, context) {
  const path = `.cache/journeys/${context.name.replace(/[^a-z0-9]+/gi, '-')}.png`;
  await mkdir('.cache/journeys', {recursive: true});
  await page.screenshot(path).then(() => context.diagnostic(`screenshot: ${path}`), String);
  if (!reasonToSkip(engine, {needs: ['messages']}))
    page.messages().forEach((line) => context.diagnostic(line));
}

let stage;

/** The demo, the way to it, and the engines: one of each per file, made when first needed. */
function theStage() {
  stage ??= setStage();
  return stage;
}

async function setStage() {
  const {fingerprint, ...tls} = await createCertificate();
  const demo = await startDemo({tls});
  const proxy = await startProxy(demo);
  const network = {proxyPort: proxy.port, fingerprint};
  const engines = Object.fromEntries(
    Object.entries(ENGINES).map(([name, engine]) => [name, engine(network)]),
  );
  return {demo, proxy, engines};
}

after(async () => {
  const {demo, proxy, engines} = (await stage) ?? {engines: {}};
  await Promise.all(Object.values(engines).map((engine) => engine.close()));
  proxy?.close();
  await demo?.close();
});
