/**
 * What the journeys know of the vendors' own code, as npm ships it, and of our services for it.
 */
import {owns} from '../../dist/esm/gate/sweep.js';
import {amplitude} from '../../dist/esm/services/amplitude.js';
import {microsoftClarity} from '../../dist/esm/services/microsoft-clarity.js';
import {mixpanel} from '../../dist/esm/services/mixpanel.js';
import {plausible} from '../../dist/esm/services/plausible.js';
import {posthog} from '../../dist/esm/services/posthog.js';
import {segment} from '../../dist/esm/services/segment.js';
import {snowplow} from '../../dist/esm/services/snowplow.js';
import {SHOP, eventually, settle} from './shop.mjs';

const EVERYWHERE = ['chromium', 'firefox', 'webkit'];

/**
 * Those that prove their stop.
 *
 * - `track` makes an event through the vendor's own API
 * - `view` is what it sends for a page, `again` what it sends when the visitor comes back on the same page
 * - `inTime` is how many of the events arrive that are made just before consent ends: one where they are sent at once
 */
export const VERIFIED = {
  posthog: {
    service: posthog({}),
    collector: 'us.i.posthog.com',
    track: (name) => void window.client.capture(name),
    view: '"event":"$pageview"',
    again: '"event":"$opt_in"',
    inTime: 0,
    engines: EVERYWHERE,
  },
  mixpanel: {
    service: mixpanel({}),
    collector: 'api-js.mixpanel.com',
    track: (name) => void window.client.track(name),
    view: encodeURIComponent('"event":"$mp_web_page_view"'),
    again: encodeURIComponent('"event":"$opt_in"'),
    inTime: 0,
    engines: EVERYWHERE,
  },
  clarity: {
    service: microsoftClarity({}),
    collector: 'k.clarity.ms',
    track: (name) => void window.clarity('event', name),
    view: '{"e":["0.8.70",1,',
    again: '{"e":["0.8.70",1,',
    inTime: 0,
  },
  plausible: {
    service: plausible({}),
    collector: 'plausible.io',
    track: (name) => void window.plausible(name),
    view: '"n":"pageview"',
    again: '"n":"pageview"',
    inTime: 1,
  },
};

/** Those that cannot, so that the page reloads. */
export const RELOADING = {
  amplitude: {
    service: amplitude({}),
    collector: 'api2.amplitude.com',
    track: (name) => void window.client.track(name),
    view: '"event_type":"[Amplitude] Page Viewed"',
    inTime: 0,
  },
  segment: {
    service: segment({}),
    collector: 'api.segment.io',
    track: (name) => void window.client.track(name),
    view: '"type":"page"',
    inTime: 0,
  },
  snowplow: {
    service: snowplow({}),
    collector: 'collector.lykt.example',
    track: (name) => void window.client.trackPageView({title: name}),
    view: '"page":"Snowplow',
    inTime: 1,
  },
};

export const pageOf = (vendor, reload = 'if-unverified') =>
  `${SHOP}/real.html?vendor=${vendor}&panel=off&reload=${reload}`;

/** How often something was sent to any third party. */
export const count = ({requests}, text) =>
  requests.filter(({vendor}) => vendor).reduce((sum, {body}) => sum + body.split(text).length - 1, 0);

export const arrives = (demo, text, times = 1) => eventually(() => count(demo, text) >= times);

/** Everything that is stored, but what consent-gate keeps itself. */
export async function stored(page) {
  const {localStorage, sessionStorage, indexedDB} = await page.storage();
  const list = (area, names) => names.map((name) => ({in: area, name}));
  return [
    ...list(
      'cookie',
      (await page.cookies()).map(({name}) => name),
    ),
    ...list('localStorage', Object.keys(localStorage)),
    ...list('sessionStorage', Object.keys(sessionStorage)),
    ...list('indexedDB', indexedDB),
  ].filter(({name}) => !/^(__Host-)?consent-gate/.test(name));
}

/** What is stored without the service saying so. */
export const undeclared = (found, {storage}) =>
  found.filter((item) => !storage.some((each) => (each.in ?? 'cookie') === item.in && owns(each, item.name)));

/** What no script can take away from a page that holds it open: a database goes when the page does. */
export const lasting = async (page) => (await stored(page)).filter((item) => item.in !== 'indexedDB');

export async function accept(page, demo, {view}) {
  await page.click('[data-action=accept]');
  await arrives(demo, view);
  await settle(page);
}

/** At once, so that nothing of the vendor comes between the two. */
export const withdrawAfterEvent = (page, {track}) =>
  page.inject(`(${track})('event-before'); window.consentGate.withdraw()`);

export const hasReloaded = (page) =>
  page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');

/** Ten seconds of somebody who uses the page, and of the site's own code that goes on reporting what they do. */
export async function roam(page, track) {
  const end = Date.now() + 10_000;
  for (let step = 0; Date.now() < end; step += 1) {
    await page.click('h1');
    await page.click('input');
    await page.type('hello');
    await page.evaluate(track, 'event-denied');
    await page.evaluate((step) => history.pushState({}, '', `${location.search}&step=${step}`), step);
    await page.evaluate((step) => scrollTo(0, step % 2 ? 0 : 200), step);
  }
}
