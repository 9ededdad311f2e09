import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {
  SHOP,
  eventually,
  forgetRequests,
  isGranted,
  paths,
  plain,
  settle,
  tabTo,
  thirdParties,
  withdraw,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};

const PLAYER = {
  id: 'player',
  category: 'functional',
  name: 'Player',
  provider: 'Acme Inc.',
  storage: [{name: 'player_id', party: 'third', purpose: 'player', lifetime: 'P1Y'}],
};
const MAPS = {id: 'maps', category: 'functional', name: 'Maps'};
const CONFIG = {services: [PLAYER, MAPS], receipts: {endpoint: '/consent-receipts'}};

const EMBED = `<consent-embed service="player" src="https://player.acme.test/embed/film" title="A film"></consent-embed>`;
const FRAME = `<iframe title="A film" data-category="functional" data-service="player" data-src="https://player.acme.test/embed/film"></iframe>`;
const MAP = `<consent-embed service="maps" src="https://maps.acme.test/embed/town" title="A map"></consent-embed>`;

const FILM = 'player.acme.test/embed/film';
const ONCE = 'consent-embed >>> [data-action=once]';
const ALWAYS = 'consent-embed >>> [data-action=always]';

/** A visitor who has refused everything, on a page of theirs. */
async function refuse(page, body) {
  await page.goto(plain({config: CONFIG, body}));
  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
}

for (const [kind, body] of Object.entries({'an embed': EMBED, 'a gated frame': FRAME})) {
  journey(`${kind} asks nobody for anything until it is allowed`, async ({page, demo, expect}) => {
    await page.goto(plain({config: CONFIG, body}));
    await page.waitForVisible(ONCE);
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    const text = await page.evaluateOn('consent-embed', ({shadowRoot}) => shadowRoot.textContent);
    expect.match(text, /A film/);
    expect.match(text, /Shown by Acme Inc\. Once loaded/);
  });

  journey(`${kind} that is loaded once is receipted, and decides nothing`, async ({page, demo, expect}) => {
    await refuse(page, body + MAP);
    await eventually(async () => (await demo.receipts()).length === 1);
    const before = await page.cookies();
    await page.click(ONCE);
    await eventually(() => thirdParties(demo).includes(FILM));
    await eventually(async () => (await demo.receipts()).length === 2);
    const [, receipt] = await demo.receipts();
    expect.equal(receipt.method, 'embed-click');
    expect.equal(receipt.layer, 'embed');
    expect.equal(receipt.event, 'given');
    expect.deepEqual(receipt.services, {player: true});
    expect.deepEqual(receipt.choices, {functional: false, analytical: false, advertising: false});
    expect.equal(receipt.validUntil, receipt.time);
    expect.equal(await isGranted(page, 'player'), false);
    expect.deepEqual(await page.cookies(), before);

    await eventually(() => thirdParties(demo).includes('player.acme.test/embed/collect'));
    forgetRequests(demo);
    await page.reload();
    await page.waitForVisible(ONCE);
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
  });

  journey(
    `${kind} that is always allowed is so alone, on every page, until it no longer is`,
    async (traveller) => {
      const {page, demo, expect} = traveller;
      await refuse(page, body + MAP);
      await eventually(async () => (await demo.receipts()).length === 1);
      await page.click(ALWAYS);
      await eventually(() => thirdParties(demo).includes(FILM));
      await eventually(async () => (await demo.receipts()).length === 2);
      const [, receipt] = await demo.receipts();
      expect.equal(receipt.method, 'embed-click');
      expect.deepEqual(receipt.services, {player: true});
      expect.equal(await isGranted(page, 'maps'), false);

      forgetRequests(demo);
      await page.reload();
      await eventually(() => thirdParties(demo).includes(FILM));
      await settle(page);
      expect.deepEqual(
        [...new Set(thirdParties(demo).map((address) => address.split('/')[0]))],
        ['player.acme.test'],
      );

      await withdraw(page);
      await page.waitForVisible(ALWAYS);
      await settle(page);
      forgetRequests(demo);
      await settle(page);
      expect.deepEqual(thirdParties(demo), []);
      expect.equal(await isGranted(page, 'player'), false);
    },
  );
}

journey('what is loaded once is a placeholder again after a no', CHROMIUM, async ({page, demo, expect}) => {
  await refuse(page, EMBED);
  await page.click(ONCE);
  await eventually(() => thirdParties(demo).includes(FILM));
  await withdraw(page);
  await page.waitForVisible(ONCE);
  expect.equal(
    await page.evaluateOn('consent-embed', ({shadowRoot}) => shadowRoot.querySelector('iframe')),
    null,
  );
});

journey(
  'an embed that a framework adds later works like one that was there',
  async ({page, demo, expect}) => {
    await refuse(page, '');
    await page.goto(plain({config: CONFIG}));
    await settle(page);
    expect.ok(!paths(demo).includes('/consent/embed.js'));
    await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), EMBED);
    await page.click(ALWAYS);
    await eventually(() => thirdParties(demo).includes(FILM));
    await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), EMBED);
    await page.waitFor(
      () =>
        [...document.querySelectorAll('consent-embed')].filter((one) =>
          one.shadowRoot?.querySelector('iframe'),
        ).length === 2,
    );
  },
);

journey(
  'an embed can be loaded with the keyboard alone, and the focus goes along',
  async ({page, expect}) => {
    await refuse(page, EMBED);
    await page.waitForVisible(ONCE);
    await tabTo(page, '[data-action=once]');
    await page.press('Enter');
    await page.waitFor(
      () => document.querySelector('consent-embed').shadowRoot.activeElement?.localName === 'iframe',
    );
    expect.equal(await page.evaluate(() => document.activeElement.localName), 'consent-embed');
  },
);

journey('placeholders are accessible', CHROMIUM, async ({page, expect}) => {
  await page.goto(`${SHOP}/embeds.html?panel=off`);
  await page.click('[data-action=reject]');
  await page.waitForVisible(ONCE);
  expect.deepEqual(await accessibilityViolations(page), []);
});

journey(
  'an embed in the script tag’s JSON is named by its service’s file',
  CHROMIUM,
  async ({page, demo, expect}) => {
    const body = `<consent-embed service="youtube" src="https://www.youtube-nocookie.com/embed/x" title="A film"></consent-embed>`;
    await page.goto(plain({config: {services: [{use: 'youtube'}]}, body}));
    await page.click('[data-action=reject]');
    await page.waitFor(() =>
      document.querySelector('consent-embed').shadowRoot?.textContent.includes('Shown by Google LLC. Once'),
    );
    expect.deepEqual(
      demo.requests.filter(({host}) => /youtube/.test(host)),
      [],
    );
  },
);

journey('an embed that names a script for its address loads nothing', CHROMIUM, async ({page, expect}) => {
  const body = `<consent-embed service="player" src="javascript:parent.hacked=1" title="A film"></consent-embed>`;
  await page.goto(plain({config: CONFIG, body}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => document.querySelector('consent-embed').shadowRoot !== null);
  await settle(page);
  expect.equal(await page.evaluate(() => window.hacked), undefined);
  expect.equal(
    await page.evaluateOn('consent-embed', ({shadowRoot}) => shadowRoot.querySelector('iframe')),
    null,
  );
});

journey('placeholders work under the strictest policy', CHROMIUM, async ({page, demo, expect}) => {
  await page.goto(plain({config: CONFIG, body: EMBED + FRAME, strict: '1'}));
  await page.click('[data-action=reject]');
  await page.click(ALWAYS);
  await eventually(() => thirdParties(demo).filter((address) => address === FILM).length === 2);
  const reports = await page.evaluate(() => fetch('/__demo/csp').then((answer) => answer.json()));
  expect.deepEqual(reports, []);
});

for (const [kind, body, loaded] of [
  ['an embed', EMBED, 'consent-embed'],
  ['a gated frame', FRAME, 'iframe'],
]) {
  journey(
    `who always loads ${kind} with the keyboard goes on in what was loaded`,
    CHROMIUM,
    async ({page, expect}) => {
      await refuse(page, body);
      await page.waitForVisible(ALWAYS);
      await tabTo(page, '[data-action=always]');
      await page.press('Enter');
      await page.waitForHidden(ALWAYS);
      await settle(page);
      expect.equal(await page.evaluate(() => document.activeElement.localName), loaded);
      const inside = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.localName);
      expect.equal(inside ?? loaded, 'iframe');
    },
  );
}
