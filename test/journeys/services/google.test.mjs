import {SERVICES} from '../../../demo/vendors/services.mjs';
import {journey} from '../../tools/journey.mjs';
import {eventually, forgetRequests, plain, settle} from '../shop.mjs';
import {linesOf} from './cases.mjs';

const use = (name) => ({use: name, ...SERVICES[name].options});
const ANALYTICS = use('google-analytics');
const ADS = use('google-ads');
const ALL = [use('google-tag-manager'), ADS, ANALYTICS];
const DISABLE = `ga-disable-${ANALYTICS.measurementId}`;
const CHROMIUM = {engines: ['chromium']};

/** What the library has put into the data layer: `consent default`, `config G-…`, `gtm.start`. */
const said = (page) =>
  page.evaluate(() =>
    window.dataLayer
      .filter((entry) => typeof entry[0] === 'string' || 'gtm.start' in entry)
      .map((entry) => ('gtm.start' in entry ? 'gtm.start' : `${entry[0]} ${String(entry[1])}`)),
  );

/** What Google's own consent object says, which is what its tags act on: `granted`, `denied`. */
const heard = (page, type) =>
  page.evaluate(
    (type) => [undefined, 'granted', 'denied'][window.google_tag_data.ics.getConsentState(type)],
    type,
  );

const choose = (page, choices) => page.evaluate((choices) => window.consentGate.choose(choices), choices);

/** A command of the page's own. */
const command = (page, ...words) =>
  page.evaluate((words) => {
    (function () {
      window.dataLayer.push(arguments);
    })(...words);
  }, words);

const scripts = (demo) => linesOf(demo).filter((line) => /gtag\/js|gtm\.js\?/.test(line));
const hits = (demo, host) => linesOf(demo).filter((line) => line.includes(`${host}/`));

journey('Google hears one consent default, before anything else, from all its tags', async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({config: {services: ALL}}));
  await page.click('[data-action=accept]');
  await eventually(() => hits(demo, 'google-analytics.com').length && hits(demo, 'doubleclick.net').length);
  await page.waitFor(() => window.google_tag_manager['GTM-LYKT']);
  const [first, ...others] = await said(page);
  expect.equal(first, 'consent default');
  expect.deepEqual(
    others.filter((entry) => entry.startsWith('consent')),
    [],
  );
  expect.deepEqual(
    ['gtm.start', 'config AW-1234567', 'config G-LYKTDEMO'].filter((entry) => !others.includes(entry)),
    [],
  );
  expect.equal(await heard(page, 'analytics_storage'), 'granted');
  expect.equal(await heard(page, 'ad_user_data'), 'granted');
});

journey('Google hears of a decision on the page where it is made', CHROMIUM, async ({page, demo, expect}) => {
  await page.goto(plain({config: {services: ALL}}));
  await page.waitForVisible('consent-banner');
  await choose(page, {analytical: true});
  await eventually(() => hits(demo, 'google-analytics.com').length);
  expect.equal(await heard(page, 'analytics_storage'), 'granted');
  expect.equal(await heard(page, 'ad_storage'), 'denied');
  expect.match(hits(demo, 'google-analytics.com')[0], /gcs=G101/);
  await choose(page, {advertising: true});
  await eventually(() => hits(demo, 'doubleclick.net').length);
  expect.equal(await heard(page, 'ad_storage'), 'granted');
  expect.match(hits(demo, 'doubleclick.net')[0], /gcs=G111/);
  expect.deepEqual(
    (await said(page)).filter((entry) => entry.startsWith('consent')),
    ['consent default', 'consent update'],
  );
});

journey(
  'a no that follows a yes that followed a no is told to Google as a no',
  CHROMIUM,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(plain({config: {services: [ANALYTICS, ADS], reload: 'never'}}));
    await page.click('[data-action=reject]');
    await choose(page, {analytical: true, advertising: true});
    await eventually(() => hits(demo, 'google-analytics.com').length && hits(demo, 'doubleclick.net').length);
    expect.equal(await heard(page, 'analytics_storage'), 'granted');
    await choose(page, {analytical: false, advertising: false});
    await settle(page);
    for (const type of ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage']) {
      expect.equal(await heard(page, type), 'denied', type);
    }
  },
);

journey("in Google's advanced mode it hears every turn", CHROMIUM, async ({page, demo, expect}) => {
  await page.goto(plain({config: {services: [{...ANALYTICS, mode: 'signal'}], reload: 'never'}}));
  await eventually(() => hits(demo, 'google-analytics.com').length);
  expect.match(hits(demo, 'google-analytics.com')[0], /gcs=G100/);
  expect.equal(await heard(page, 'analytics_storage'), 'denied');
  await page.click('[data-action=accept]');
  await settle(page);
  expect.equal(await heard(page, 'analytics_storage'), 'granted');
  await choose(page, {analytical: false});
  await settle(page);
  expect.equal(await heard(page, 'analytics_storage'), 'denied');
  expect.equal((await said(page)).filter((entry) => entry === 'consent default').length, 1);
});

journey(
  'each id of Google is fetched once, however often the visitor decides',
  CHROMIUM,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(plain({config: {services: ALL, reload: 'never'}}));
    await page.click('[data-action=accept]');
    await eventually(() => scripts(demo).length === 3);
    // Asked for is not run, and what has not run would rightly be fetched again.
    await eventually(() => hits(demo, 'google-analytics.com').length && hits(demo, 'doubleclick.net').length);
    await page.waitFor(() => window.google_tag_manager?.['GTM-LYKT']);
    await settle(page);
    for (const granted of [false, true, false, true]) {
      await choose(page, {analytical: granted, advertising: granted});
      await settle(page);
    }
    expect.deepEqual(
      scripts(demo)
        .map((line) => /id=([\w-]+)/.exec(line)[1])
        .sort(),
      ['AW-1234567', 'G-LYKTDEMO', 'GTM-LYKT'],
    );
  },
);

journey('the flag that silences Google Analytics leaves Google Ads alone', CHROMIUM, async (traveller) => {
  const {page, demo, expect} = traveller;
  const flag = () => page.evaluate((name) => window[name], DISABLE);
  await page.goto(plain({config: {services: [ANALYTICS, ADS], reload: 'never'}}));
  await page.click('[data-action=accept]');
  await eventually(() => hits(demo, 'google-analytics.com').length && hits(demo, 'doubleclick.net').length);
  expect.equal(await flag(), false);
  await choose(page, {analytical: false});
  expect.equal(await flag(), true);
  await settle(page);
  forgetRequests(demo);
  await command(page, 'event', 'lamp');
  await eventually(() => hits(demo, 'doubleclick.net').length);
  await settle(page);
  expect.deepEqual(hits(demo, 'google-analytics.com'), []);
  await choose(page, {analytical: true});
  expect.equal(await flag(), false);
  await eventually(() => hits(demo, 'google-analytics.com').length);
});

journey(
  'who refuses Google Analytics alone is not measured by what else of Google is allowed',
  CHROMIUM,
  async ({page, demo, expect}) => {
    await page.goto(plain({config: {services: ALL}}));
    await page.waitForVisible('consent-banner');
    await choose(page, {analytical: true, 'google-analytics': false, advertising: true});
    await eventually(() => hits(demo, 'doubleclick.net').length);
    await page.waitFor(() => window.google_tag_manager['GTM-LYKT']);
    expect.equal(await heard(page, 'analytics_storage'), 'denied');
    expect.equal(await heard(page, 'ad_storage'), 'granted');
    expect.match(hits(demo, 'doubleclick.net')[0], /gcs=G110/);
  },
);

journey(
  'who allows advertising alone is not counted where the tag for ads brings Google Analytics along',
  CHROMIUM,
  async ({page, demo, expect}) => {
    await page.goto(plain({config: {services: [ANALYTICS, ADS]}}));
    await page.waitForVisible('consent-banner');
    await choose(page, {advertising: true});
    await eventually(() => hits(demo, 'doubleclick.net').length);
    // As the tag of an account does that has both ids.
    await page.evaluate((id) => window.google_tag_manager.engine.load(id), ANALYTICS.measurementId);
    await command(page, 'config', ANALYTICS.measurementId);
    await command(page, 'event', 'lamp');
    await eventually(() => hits(demo, 'doubleclick.net').some((line) => line.includes('en=lamp')));
    await settle(page);
    expect.deepEqual(hits(demo, 'google-analytics.com'), []);
  },
);
