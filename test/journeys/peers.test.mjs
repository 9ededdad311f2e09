/**
 * What went wrong in other consent libraries must not go wrong here: one journey for each defect that was found in one
 * of them. Where a journey elsewhere shows it already, it stays there:
 *
 * | defect                                              | shown by                                                                              |
 * | --------------------------------------------------- | ------------------------------------------------------------------------------------- |
 * | a third party is asked before a choice, or located  | silence: a first visit is silent                                                      |
 * | a cookie is written before a choice                 | silence: a first visit is silent                                                      |
 * | refused, and loaded after the next reload           | silence: rejecting all stays silent after a reload, and stores no identifier          |
 * | a fragment such as `#sale-50%` stops everything     | silence: `#sale-50%` in the address changes nothing                                   |
 * | withdrawn while a script loads, and it runs         | withdrawal: a script that is still downloading when consent ends never runs           |
 * | cookies of parent domains survive                   | withdrawal: withdrawing removes the cookies on all parent domains and says what it …  |
 * | storage other than cookies survives                 | withdrawal: what a service kept in all kinds of storage goes with the consent         |
 * | counted once more with every yes                    | withdrawal: who grants again on the same page is counted again                        |
 * | tags that are added later never run                 | insertion                                                                             |
 * | a tag runs twice after a second yes                 | release: accepting runs each script once, in the order of the page                    |
 * | tags run or frames load for want of an attribute    | lint: debug names …                                                                   |
 * | storage that throws takes the banner away           | robustness: where nothing can be stored the banner asks, …                            |
 * | a new service ends all consent                      | robustness: what was added is asked about alone, and earlier choices stand            |
 * | a file of the interface is missing, and all stops   | robustness: without consent-ui.js everything stays denied and the page works          |
 * | a translation is missing, and nobody is asked       | languages: a language that cannot be had is replaced by English                       |
 * | a receiver that hangs holds things up               | receipts: a receiver that does not answer holds nothing up                            |
 * | another tab goes on                                 | pages: another tab follows a yes and a withdrawal within one second                   |
 * | a page from the history goes on                     | pages: a page from the back-forward cache follows what was decided meanwhile          |
 * | Trusted Types or a strict policy take the banner    | pages: the strictest policy reports nothing, and everything works                     |
 * | a signal of the browser is not heard                | signals: Global Privacy Control: nobody is asked, and only an own click says otherwise |
 * | closing the banner counts as a yes                  | accessibility: the × refuses and says so                                              |
 */
import {journey} from '../tools/journey.mjs';
import {
  ACME,
  acmeTag,
  arrival,
  eventually,
  fromNpm,
  isGranted,
  paths,
  plain,
  settle,
  thirdParties,
  withdraw,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const GOOGLE = {use: 'google-analytics', measurementId: 'G-SHOP'};
const config = {services: [ACME], reload: 'never'};

const cookieNames = async (page) => (await page.cookies()).map(({name}) => name);

/** Two services of which one's name is the end of the other's. */
const ONE = {id: 'acme', category: 'advertising', storage: [{name: 'acme_*'}]};
const MULTI = {id: 'multi-acme', category: 'advertising', storage: [{name: 'multi-acme_*'}]};
const tagOf = (id) =>
  `<script type="text/plain" data-category="advertising" data-service="${id}" src="https://acme.test/tag.js?mark=${id}&cookie=${id}_id"></script>`;

for (const [granted, other] of [
  ['acme', 'multi-acme'],
  ['multi-acme', 'acme'],
]) {
  journey(
    `a yes to ${granted} is none to ${other}, whose name holds it or is held by it`,
    CHROMIUM,
    async (traveller) => {
      const {page, expect} = traveller;
      const address = plain({
        config: {services: [ONE, MULTI], reload: 'never'},
        body: tagOf('acme') + tagOf('multi-acme'),
      });
      const states = () => Promise.all([granted, other].map((id) => isGranted(page, id)));
      await page.goto(address);
      await page.evaluate((id) => window.consentGate.choose({[id]: true}), granted);
      await page.reload();
      await page.waitFor(() => window.ran?.length === 1);
      await settle(page);
      expect.deepEqual(await states(), [true, false]);
      expect.deepEqual(await page.evaluate(() => window.ran), [granted]);

      await page.evaluate((id) => window.consentGate.choose({[id]: true}), other);
      await page.waitFor(() => window.ran?.length === 2);
      await page.evaluate((id) => window.consentGate.choose({[id]: false}), granted);
      await page.waitFor(
        (name) => !document.cookie.split('; ').some((one) => one.startsWith(name)),
        `${granted}_id`,
      );
      expect.deepEqual(await states(), [false, true]);
      expect.deepEqual(await cookieNames(page), ['__Host-consent-gate', `${other}_id`]);
    },
  );
}

/** What Google's tags have been told of the consent: `default denied`, … */
const toldGoogle = (page) =>
  page.evaluate(() =>
    [...(window.dataLayer ?? [])]
      .filter(([name]) => name === 'consent')
      .map(([, kind, {analytics_storage}]) => `${kind} ${analytics_storage}`),
  );

journey(
  'no, yes, no on one page ends with a no, for tags, cookies and Google alike',
  async ({page, demo, expect}) => {
    const host = 'https://a.b.example.co.uk';
    const services = [ACME, {...GOOGLE, mode: 'signal'}];
    await page.goto(
      plain({host, config: {services, reload: 'never'}, body: acmeTag('mark=acme&cookie=_acme_id')}),
    );
    await page.click('[data-action=reject]');
    await eventually(() => paths(demo).includes('/gtag/js'));
    await page.click('[data-consent-open]');
    await page.click('consent-preferences >>> [data-action=accept]');
    await page.waitFor(() => window.ran && /_ga=/.test(document.cookie));
    await page.evaluate(() => (document.cookie = '_ga_OTHERSTREAM=1;path=/;domain=example.co.uk'));
    await withdraw(page);
    await page.waitFor(() => !window.consentGate.isGranted('acme'));
    await settle(page);
    expect.deepEqual(await toldGoogle(page), ['default denied', 'update granted', 'update denied']);
    expect.deepEqual(await cookieNames(page), ['__Host-consent-gate']);
    await page.evaluate(() => window.consentGate.grantAll());
    await settle(page);
    expect.deepEqual(await page.evaluate(() => window.ran), ['acme']);
  },
);

for (const [name, head] of [
  ['on a page that says nothing itself', ''],
  ['on a page with events of its own', `<script>window.dataLayer = [{event: 'basket'}]</script>`],
]) {
  journey(`Google hears the consent before anything else ${name}`, CHROMIUM, async ({page, demo, expect}) => {
    await page.goto(plain({config: {services: [GOOGLE]}, head}));
    await page.click('[data-action=accept]');
    await eventually(() => paths(demo).includes('/g/collect'));
    const commands = await page.evaluate(() =>
      window.dataLayer
        .filter((entry) => `${entry}` === '[object Arguments]')
        .map(([name, kind]) => `${name} ${kind}`),
    );
    expect.equal(commands[0], 'consent default');
    expect.ok(commands.indexOf('config G-SHOP') > 0);
  });
}

journey('a withdrawal in a chain of scripts ends the chain', async ({page, demo, expect}) => {
  const chain = `window.consentGate = startConsent({
    controller: {name: 'Lykt'},
    policy: {url: '/privacy.html'},
    reload: 'never',
    services: [{id: 'chain', category: 'analytical', async load({script}) {
      await script({src: 'https://acme.test/tag.js?mark=first'});
      await script({src: 'https://second.acme.test/tag.js?mark=second'});
    }}],
  });`;
  demo.hold('acme.test/tag.js');
  await page.goto(plain({gate: 'off', head: fromNpm(chain)}));
  await page.click('[data-action=accept]');
  await eventually(() => thirdParties(demo).includes('acme.test/tag.js'));
  await withdraw(page);
  demo.release('acme.test/tag.js');
  await arrival(page, 'https://acme.test/tag.js');
  expect.equal(await page.evaluate(() => window.ran), undefined);
  expect.ok(!thirdParties(demo).includes('second.acme.test/tag.js'));
});

journey(
  'a third party that hangs holds back neither the page nor other services',
  async ({page, demo, expect}) => {
    const matomo = {use: 'matomo', url: 'https://stats.shop.test', siteId: 1};
    const free = `<script type="text/plain" async data-category="advertising" src="https://acme.test/tag.js?mark=async"></script>
    <script>window.own = true</script>`;
    demo.hold('hung.acme.test/tag.js');
    const hung = acmeTag('mark=hung').replace('acme.test', 'hung.acme.test');
    await page.goto(plain({config: {services: [ACME, matomo]}, body: hung + free}));
    await page.click('[data-action=accept]');
    await page.waitFor(() => window.Matomo && window.own && window.ran?.length === 1);
    await eventually(() => paths(demo).includes('/matomo.php'));
    expect.deepEqual(await page.evaluate(() => window.ran), ['async']);
    await page.waitForHidden('consent-banner');
    demo.release('hung.acme.test/tag.js');
    await page.waitFor(() => window.ran.includes('hung'));
  },
);

journey('a frame comes back with the second yes', CHROMIUM, async ({page, demo, expect}) => {
  const body =
    '<iframe title="A film" data-category="functional" data-src="https://acme.test/embed/1"></iframe>';
  const arrivals = () => paths(demo).filter((path) => path === '/embed/1').length;
  await page.goto(plain({config, body}));
  await page.click('[data-action=accept]');
  await eventually(() => arrivals() === 1);
  await withdraw(page);
  await page.waitFor(() => !document.querySelector('iframe').hasAttribute('src'));
  await page.evaluate(() => window.consentGate.grantAll());
  await eventually(() => arrivals() === 2);
  expect.equal(await page.evaluateOn('iframe', ({src}) => src), 'https://acme.test/embed/1');
});

journey(
  'a translation that hangs holds nothing back that was allowed',
  CHROMIUM,
  async ({page, demo, expect}) => {
    demo.hold('/consent/locales/nb.js');
    const inNorwegian = plain({config: {...config, lang: 'nb'}, body: acmeTag()});
    await page.goto(inNorwegian);
    await page.evaluate(() => window.consentGate.grantAll());
    await page.waitFor(() => window.ran?.length === 1);
    await page.goto(inNorwegian);
    await page.waitFor(() => window.ran?.length === 1);
    expect.equal(await isGranted(page, 'acme'), true);
    demo.release('/consent/locales/nb.js');
  },
);

journey(
  'a receiver that is not there holds nothing up, and nothing is kept for it',
  CHROMIUM,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    const receipts = {endpoint: '/consent-receipts'};
    demo.fail(receipts.endpoint, 404);
    await page.goto(plain({config: {...config, receipts}, body: acmeTag()}));
    await page.click('[data-action=accept]');
    await page.waitForHidden('consent-banner');
    await page.waitFor(() => window.ran?.length === 1);
    await eventually(() => paths(demo).includes(receipts.endpoint));
    await page.waitFor(() => localStorage.getItem('consent-gate-outbox') === null);
    await page.reload();
    await page.waitFor(() => window.ran?.length === 1);
    expect.equal(await isGranted(page, 'acme'), true);
  },
);

const UNKNOWN_COUNTRY = {
  "() => 'nowhere'": 'regime() is "nowhere", but must be one of opt-in, opt-out, notice-only',
  "() => { throw new Error('offline') }":
    'regime() is missing, but must be one of opt-in, opt-out, notice-only',
};

for (const [regime, message] of Object.entries(UNKNOWN_COUNTRY)) {
  journey(
    `a regime that cannot be told denies everything: ${regime}`,
    CHROMIUM,
    async ({page, demo, expect}) => {
      const code = `
      const options = {controller: {name: 'Lykt'}, policy: {url: '/privacy.html'}, regime: ${regime}};
      try { startConsent(options); } catch ({name, message}) { window.said = name + ': ' + message; }`;
      await page.goto(plain({gate: 'off', head: fromNpm(code), body: acmeTag()}));
      expect.equal(await page.waitFor(() => window.said), `ConfigError: ${message}`);
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
    },
  );
}

journey('an unknown country is one in which silence is a no', CHROMIUM, async ({page, demo, expect}) => {
  await page.goto(plain({config: {...config, jurisdiction: 'ZZ'}, body: acmeTag()}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.equal(await page.evaluate(() => window.consentGate.consent.regime), 'opt-in');
  expect.deepEqual(thirdParties(demo), []);
});

journey('a test that drives a browser sees the banner too', async ({page, expect}) => {
  await page.goto(plain());
  expect.equal(await page.evaluate(() => navigator.webdriver), true);
  await page.waitForVisible('consent-banner');
});

journey('cookies that look like a yes are none', CHROMIUM, async ({page, demo, expect}) => {
  const today = Math.floor(Date.now() / 86_400_000);
  const record = `1.${today}.${today + 100}.functional~analytical~advertising...35e31d1a-9923-4604-ae83-bffd114d2a0a.`;
  const planted = [
    'acme=true',
    'advertising=granted',
    `consent-gate=${record};domain=shop.test`,
    `x__Host-consent-gate=${record}`,
  ];
  await page.goto(plain({gate: 'off'}));
  await page.evaluate((all) => all.forEach((cookie) => (document.cookie = `${cookie};path=/`)), planted);
  expect.equal((await page.cookies()).length, planted.length);
  await page.goto(plain({config, body: acmeTag()}));
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.equal(await isGranted(page, 'acme'), false);
  expect.deepEqual(thirdParties(demo), []);
});

const MARKUP = '<img src="x" onerror="window.hacked = true"><b>bold</b>';

journey('markup in the options is shown as text', CHROMIUM, async ({page, expect}) => {
  const acme = {
    ...ACME,
    name: MARKUP,
    provider: MARKUP,
    storage: [{name: MARKUP, purpose: MARKUP, lifetime: MARKUP}],
  };
  const texts = {en: {title: MARKUP, text: MARKUP, acceptAll: MARKUP}};
  const social = {id: 'social', title: MARKUP, description: MARKUP};
  const controller = {name: MARKUP};
  await page.goto(
    plain({config: {controller, services: [acme], texts, categories: ['advertising', social]}}),
  );
  await page.waitForVisible('consent-banner');
  await page.click('[data-action=settings]');
  await page.waitForVisible('consent-preferences >>> [data-action=save]');
  await settle(page);
  const shown = await page.evaluate(() => {
    const {shadowRoot} = document.querySelector('consent-preferences');
    const banner = document.querySelector('consent-banner');
    return {
      elements: [banner, banner.shadowRoot, shadowRoot].flatMap((root) => [
        ...root.querySelectorAll('img, b'),
      ]).length,
      isText: [banner, shadowRoot].map(({textContent}) => textContent.includes('<b>bold</b>')),
      hacked: window.hacked ?? false,
    };
  });
  expect.deepEqual(shown, {elements: 0, isText: [true, true], hacked: false});
});

const KEEP_ERRORS = "window.said = []; console.error = (...words) => said.push(words.join(' '));";

journey('code in the options is a mistake, and never runs', CHROMIUM, async ({page, demo, expect}) => {
  const services = [{...ACME, load: 'window.hacked = true', onRevoke: 'window.hacked = true'}];
  await page.goto(plain({config: {services}, body: acmeTag(), before: KEEP_ERRORS}));
  const [said] = await page.waitFor(() => window.said.length > 0 && window.said);
  await page.evaluate(() => window.consentGate.grantAll());
  await settle(page);
  expect.match(said, /services\[0\]\.load is "window\.hacked = true", but must be a function/);
  expect.equal(await page.evaluate(() => window.hacked), undefined);
  expect.deepEqual(thirdParties(demo), []);
});

journey("nothing of the browser's own is replaced, before a yes and after it", async ({page, expect}) => {
  const replaced = () =>
    page.evaluate(() => {
      const natives = {
        open: XMLHttpRequest.prototype.open,
        send: XMLHttpRequest.prototype.send,
        fetch: window.fetch,
        sendBeacon: navigator.sendBeacon,
        appendChild: Node.prototype.appendChild,
        insertBefore: Node.prototype.insertBefore,
        append: Element.prototype.append,
        createElement: Document.prototype.createElement,
        src: Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src').set,
        cookie: Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set,
        setItem: Storage.prototype.setItem,
      };
      const isNative = (fn) => /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(fn));
      return Object.keys(natives).filter((name) => !isNative(natives[name]));
    });
  await page.goto(plain({config, body: acmeTag()}));
  await page.waitForVisible('consent-banner');
  expect.deepEqual(await replaced(), []);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran);
  expect.deepEqual(await replaced(), []);
});
