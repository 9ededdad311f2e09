import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  fromNpm,
  isGranted,
  paths,
  plain,
  settle,
  thirdParties,
} from './shop.mjs';

const config = {services: [ACME]};
/** Keeps what the page says, in engines that do not tell too. */
const KEEP_ERRORS = "window.said = []; console.error = (...words) => said.push(words.join(' '));";

const consent = (page) => page.evaluate(() => window.consentGate.consent);
const TALKATIVE = ['chromium', 'firefox'];

/** What the page outside of a sandboxed frame may know: what the page inside tells it. */
const TELL = `<script>
  const tell = (what) => parent.postMessage(what, '*');
  addEventListener('message', ({data}) => document.querySelector(data).click());
  document.addEventListener('consent-change', ({consent}) => tell({advertising: consent.categories.advertising}));
  requestAnimationFrame(function look() {
    const button = document.querySelector('consent-banner [data-action=accept]');
    return button?.checkVisibility() ? tell({isAsking: true}) : requestAnimationFrame(look);
  });
</script>`;

journey(
  'where nothing can be stored the banner asks, and the answer lives as long as the page',
  async (traveller) => {
    const {page, demo, expect} = traveller;
    const inside = plain({config, body: TELL + acmeTag()}).replaceAll('&', '&amp;');
    const listen = `<script>window.told = {}; onmessage = ({data}) => Object.assign(told, data)</script>`;
    const frame = `${listen}<iframe sandbox="allow-scripts" width="700" height="600" src="${inside}"></iframe>`;
    await page.goto(plain({gate: 'off', body: frame}));
    await page.waitFor(() => window.told.isAsking);
    await page.evaluate(() => window[0].postMessage('consent-banner [data-action=accept]', '*'));
    expect.equal(await page.waitFor(() => window.told.advertising), 'granted');
    await eventually(() => thirdParties(demo).includes('acme.test/collect'));
    expect.deepEqual(await page.cookies(), []);
  },
);

journey("the demo's page without storage asks too", {engines: TALKATIVE}, async ({page, demo, expect}) => {
  await page.goto(`${SHOP}/blocked.html?panel=off`);
  await eventually(() => paths(demo).includes('/consent/consent-ui.js'));
  await settle(page);
  expect.deepEqual(
    page.messages().filter((message) => message.includes('consent-gate')),
    [],
  );
});

for (const part of ['consent-ui.js', 'enforce.js']) {
  journey(`without ${part} everything stays denied and the page works`, async ({page, demo, expect}) => {
    demo.fail(`/consent/${part}`, 404);
    await page.goto(plain({config, body: acmeTag(), before: KEEP_ERRORS}));
    await page.waitFor(() => window.said.length > 0);
    await settle(page);
    const said = await page.evaluate(() => window.said);
    expect.equal(said.length, 1);
    expect.match(said[0], /^\[consent-gate\] what is not granted stays denied/);
    expect.equal(await page.isVisible('consent-banner'), false);
    expect.equal(await isGranted(page, 'advertising'), false);
    expect.deepEqual(thirdParties(demo), []);
    const overflow = await page.evaluate(() =>
      [document.documentElement, document.body].map((element) => getComputedStyle(element).overflow),
    );
    expect.deepEqual(overflow, ['visible', 'visible']);
    await page.click('[data-consent-open]');
    await page.waitFor(() => location.pathname === '/privacy.html');
  });
}

const today = Math.floor(Date.now() / 86_400_000);
const YES = 'functional~analytical~advertising';
const DAMAGED = {
  'cut off': `1.${today}`,
  'not ours': 'yes',
  'without an identifier': `1.${today}.${today + 100}.${YES}....`,
  expired: `1.${today - 200}.${today}.${YES}...35e31d1a-9923-4604-ae83-bffd114d2a0a.`,
  'from the future': `1.${today + 50}.${today + 100}.${YES}...35e31d1a-9923-4604-ae83-bffd114d2a0a.`,
  'for too long': `1.${today}.${today + 4000}.${YES}...35e31d1a-9923-4604-ae83-bffd114d2a0a.`,
  oversized: '1'.repeat(4000),
  hostile: `1.${today}.${today + 100}.__proto__~constructor...35e31d1a-9923-4604-ae83-bffd114d2a0a.`,
  'a broken escape': '%E0%A4%A',
  markup: '<img src=x onerror=alert(1)>',
};

journey('a record that cannot be believed is asked again', {engines: ['chromium']}, async (traveller) => {
  const {page, demo, expect} = traveller;
  await page.goto(plain({gate: 'off'}));
  for (const [name, value] of Object.entries(DAMAGED)) {
    await page.evaluate((value) => {
      document.cookie = `__Host-consent-gate=${value};path=/;secure`;
    }, value);
    await page.goto(plain({config, body: acmeTag()}));
    await page.waitForVisible('consent-banner');
    expect.equal((await consent(page)).decidedAt, null, name);
    expect.equal((await page.cookies()).length, 1, name);
  }
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(page.messages(), []);
});

const MISTAKES = [
  [
    {services: [{id: 'acme', category: 'ads'}]},
    /services\[0\]\.category is "ads", but must be one of necessary, functional/,
    ['chromium', 'firefox', 'webkit'],
  ],
  [{regime: 'optin'}, /regime is "optin", but must be one of opt-in, opt-out, notice-only/],
  [{controler: {}}, /a name in options is "controler", but must be one of controller, policy,/],
  [{policy: {url: 'javascript:alert(1)'}}, /policy\.url is "javascript:alert\(1\)", but must be an https:/],
  [{lifetime: 4000}, /lifetime is 4000, but must be a whole number of days from 1 to 400/],
];

for (const [mistake, message, engines = ['chromium']] of MISTAKES) {
  journey(
    `a wrong option is named and denies everything: ${JSON.stringify(mistake)}`,
    {engines},
    async (traveller) => {
      const {page, demo, expect} = traveller;
      await page.goto(plain({config: {...config, ...mistake}, body: acmeTag(), before: KEEP_ERRORS}));
      await page.waitFor(() => window.said.length > 0);
      await settle(page);
      await page.waitForHidden('consent-banner');
      await page.evaluate(() => window.consentGate.grantAll());
      await settle(page);
      const [said, ...more] = await page.evaluate(() => window.said);
      expect.match(said, message);
      expect.deepEqual(more, []);
      expect.equal(await isGranted(page, 'advertising'), false);
      expect.deepEqual(thirdParties(demo), []);
      expect.deepEqual(await page.cookies(), []);
    },
  );
}

journey('options that are no JSON deny everything', async ({page, demo, expect}) => {
  await page.goto(plain({raw: '{"controller": {"name": "Lykt"},}', body: acmeTag(), before: KEEP_ERRORS}));
  await page.waitFor(() => window.said.length > 0);
  await settle(page);
  const [said, ...more] = await page.evaluate(() => window.said);
  expect.match(said, /\[consent-gate\] everything optional is denied: SyntaxError/);
  expect.deepEqual(more, []);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.deepEqual(thirdParties(demo), []);
});

const POLLUTED = `{
  "controller": {"name": "Lykt"},
  "policy": {"url": "/privacy.html"},
  "__proto__": {"regime": "opt-out", "polluted": true}
}`;

journey('__proto__ in the options has no effect', {engines: ['chromium']}, async ({page, demo, expect}) => {
  const head = '<script>window.regime = consentGate.consent.regime</script>';
  await page.goto(plain({raw: POLLUTED, head, body: acmeTag()}));
  await settle(page);
  expect.equal(await page.evaluate(() => window.regime), 'opt-in');
  expect.equal(await page.evaluate(() => ({}).polluted), undefined);
  expect.equal(await isGranted(page, 'advertising'), false);
  expect.deepEqual(thirdParties(demo), []);
});

const BROKEN_SERVICE = `
  const service = (id, hooks) => ({id, category: 'analytical', ...hooks});
  window.ran = [];
  window.consentGate = startConsent({
    controller: {name: 'Lykt'},
    policy: {url: '/privacy.html'},
    services: [
      service('first', {load: () => void ran.push('first')}),
      service('broken', {beforeLoad() { throw new Error('oops'); }}),
      service('last', {load: () => void ran.push('last')}),
    ],
  });`;

journey(
  'a service that throws is named once, and the others run',
  {engines: TALKATIVE},
  async ({page, expect}) => {
    await page.goto(plain({gate: 'off', head: fromNpm(BROKEN_SERVICE)}));
    await page.click('[data-action=accept]');
    await page.waitFor(() => window.ran.length === 2);
    await settle(page);
    expect.deepEqual(await page.evaluate(() => window.ran), ['first', 'last']);
    const named = page.messages().filter((message) => message.includes('[consent-gate]'));
    expect.equal(named.length, 1);
    expect.match(named[0], /\[consent-gate\] broken: beforeLoad\(\) failed:/);
  },
);

const THOUSAND = `
  const block = document.getElementById('consent-gate');
  const options = JSON.parse(block.textContent);
  options.services = Array.from({length: 1000}, (_, index) => ({id: 'service-' + index, category: 'advertising'}));
  block.textContent = JSON.stringify(options);`;

journey('a choice over 1,000 services is remembered', async ({page, expect}) => {
  await page.goto(plain({before: THOUSAND}));
  await page.waitForVisible('consent-banner');
  await page.evaluate(() =>
    window.consentGate.choose({advertising: false, 'service-7': true, 'service-999': true}),
  );
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  const {services} = await consent(page);
  expect.deepEqual(services, {'service-7': 'granted', 'service-999': 'granted'});
});

journey('what was added is asked about alone, and earlier choices stand', async ({page, demo, expect}) => {
  const other = {id: 'other', category: 'advertising', name: 'Other Ads'};
  const tag = acmeTag().replace('data-service="acme"', 'data-service="other"');
  await page.goto(plain({config}));
  await page.click('[data-action=accept]');
  await page.waitForHidden('consent-banner');

  await page.goto(plain({config: {services: [ACME, other]}, body: tag}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  const text = await page.evaluateOn('consent-banner', ({textContent}) => textContent);
  expect.match(text, /has added: Other Ads\./);
  expect.deepEqual([await isGranted(page, 'acme'), await isGranted(page, 'other')], [true, false]);
  expect.deepEqual(thirdParties(demo), []);

  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.deepEqual([await isGranted(page, 'acme'), await isGranted(page, 'other')], [true, false]);
});
