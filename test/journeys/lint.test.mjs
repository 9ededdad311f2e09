import {journey} from '../tools/journey.mjs';
import {ACME, acmeTag, eventually, fromNpm, paths, plain, settle, withdraw} from './shop.mjs';

const SETTINGS = {needs: ['messages'], engines: ['chromium', 'firefox']};
const DEBUG = '<script src="/consent/gate.js" data-debug></script>';
const MATOMO = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
const GOOGLE = {use: 'google-analytics', measurementId: 'G-SHOP'};
const ADROLL = {use: 'adroll', advertisableId: 'ADV', pixelId: 'PIX'};

/** A page with `data-debug`, and nothing wrong about it but what is given. */
const debugged = (page) => plain({before: ' ', script: DEBUG, ...page});

/** What lint has said so far. */
const complaints = (page) => page.messages().filter((message) => message.includes('[consent-gate]'));

/** The one thing that lint has said, once there was time for more. */
async function theComplaint(page, expect) {
  await eventually(() => complaints(page).length > 0);
  await settle(page);
  const [complaint, ...more] = complaints(page);
  expect.deepEqual(more, []);
  return complaint;
}

const UNGATED = {
  script: [
    '<script async src="https://www.googletagmanager.com/gtag/js?id=G-OLD"></script>',
    /a <script> of Google Ads or Google Analytics is not gated, .* fetched www\.googletagmanager\.com\/gtag\/js; take it out, list \{"use": "google-ads"\}/,
  ],
  frame: [
    '<iframe title="A film" src="https://www.youtube.com/embed/1"></iframe>',
    /an <iframe> of YouTube is not gated, .* gate it: <iframe data-category="advertising" data-service="youtube" data-src="…">/,
  ],
  image: [
    '<img alt="" src="https://www.facebook.com/tr?id=1&ev=PageView">',
    /an <img> of Meta Pixel is not gated, .* fetched www\.facebook\.com\/tr; /,
  ],
  preconnect: [
    '<link rel="preconnect" href="https://s.adroll.com">',
    /a <link> of AdRoll is not gated, .* contacted s\.adroll\.com; .* <link data-category="advertising" data-href="…">/,
  ],
  noscript: [
    '<noscript><img alt="" src="https://www.facebook.com/tr?id=1&amp;noscript=1"></noscript>',
    /a <noscript> has www\.facebook\.com\/tr of Meta Pixel fetched .* remove it/,
  ],
  'data-category without text/plain': [
    '<script data-category="advertising">window.early = true</script>',
    /a <script data-category="advertising"> without type="text\/plain" has already run; add the type/,
  ],
  'a gated frame with its src left in': [
    '<iframe title="A film" data-category="functional" src="https://player.acme.test/embed/1"></iframe>',
    /a gated <iframe> has src, so the browser has already fetched it; write data-src/,
  ],
};

/** So that the frame's own host is no mistake of this page. */
const PLAYER = {id: 'player', category: 'functional', hosts: ['player.acme.test']};

for (const [name, [body, complaint]] of Object.entries(UNGATED)) {
  journey(`debug names ${name}, once`, SETTINGS, async ({page, expect}) => {
    await page.goto(debugged({config: {services: [PLAYER]}, body: body + body}));
    expect.match(await theComplaint(page, expect), complaint);
  });
}

const GTAG = `<script>
  window.dataLayer = [];
  function gtag() { dataLayer.push(arguments); }
  gtag('js', new Date());
  gtag('config', 'G-OLD');
</script>`;

journey("debug names a Google tag of the page's own, once", SETTINGS, async ({page, expect}) => {
  await page.goto(debugged({config: {services: [GOOGLE]}, body: GTAG}));
  expect.match(
    await theComplaint(page, expect),
    /gtag\('config', 'G-OLD'\) stands in the dataLayer before any consent default/,
  );
  await page.click('[data-action=accept]');
  await page.waitFor(() => /_ga=/.test(document.cookie));
  await theComplaint(page, expect);
});

const MISFILED = {use: 'hotjar', siteId: 1, category: 'necessary', reason: 'We like it'};

journey('debug names a service that is filed as necessary, once', SETTINGS, async ({page, expect}) => {
  await page.goto(debugged({config: {services: [MISFILED]}}));
  expect.match(
    await theComplaint(page, expect),
    /hotjar is filed as necessary, .* write "category": "analytical"/,
  );
});

journey(
  'debug says what leaves the browser before consent with mode "signal"',
  SETTINGS,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    await page.goto(debugged({config: {services: [{...GOOGLE, mode: 'signal'}]}}));
    await eventually(() => paths(demo).includes('/g/collect'));
    expect.match(
      await theComplaint(page, expect),
      /google-analytics has mode "signal": .* IP address, browser and the page's address to www\.googletagmanager\.com, .* pings without cookies; .* "mode": "block"/,
    );
  },
);

const RIGHT = {services: [MATOMO, GOOGLE, ADROLL, ACME], reload: 'never'};

/** Everything that these services do, from the question to the end of the consent. */
async function live({page, demo, expect}) {
  await page.waitForVisible('consent-banner');
  await settle(page);
  await page.click('[data-action=accept]');
  await eventually(() =>
    ['/matomo.php', '/g/collect', '/en_US/fbevents.js'].every((path) => paths(demo).includes(path)),
  );
  await page.waitFor(() => window.ran?.length === 1);
  await page.reload();
  await page.waitFor(() => window.Matomo && window.fbq?.callMethod && window.ran?.length === 1);
  await settle(page);
  await withdraw(page);
  await settle(page);
  expect.deepEqual(complaints(page), []);
}

journey('debug has nothing to say of a page without mistakes', SETTINGS, async (traveller) => {
  await traveller.page.goto(debugged({config: RIGHT, body: acmeTag()}));
  await live(traveller);
});

const DEVELOPMENT = `
  import {startConsent as start} from 'consent-gate/development.js';
  import {matomo} from 'consent-gate/services/matomo.js';
  import {googleAnalytics} from 'consent-gate/services/google-analytics.js';
  import {adroll} from 'consent-gate/services/adroll.js';
  window.consentGate = start({
    controller: {name: 'Lykt'},
    policy: {url: '/privacy.html'},
    reload: 'never',
    services: [
      matomo({url: 'https://stats.shop.test', siteId: 1}),
      googleAnalytics({measurementId: 'G-SHOP'}),
      adroll({advertisableId: 'ADV', pixelId: 'PIX'}),
      ${JSON.stringify(ACME)},
    ],
  });`;

journey('what bundlers take in development has nothing to say of it either', SETTINGS, async (traveller) => {
  await traveller.page.goto(plain({gate: 'off', head: fromNpm(DEVELOPMENT), body: acmeTag()}));
  await live(traveller);
});

journey('what bundlers take in development names mistakes', SETTINGS, async ({page, expect}) => {
  const body = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
  await page.goto(plain({gate: 'off', head: fromNpm(DEVELOPMENT), body}));
  expect.match(await theComplaint(page, expect), /a <script> of Hotjar is not gated/);
});
