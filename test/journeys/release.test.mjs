import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  forgetRequests,
  isGranted,
  paths,
  plain,
  settle,
  thirdParties,
} from './shop.mjs';

journey('accepting runs each script once, in the order of the page', async ({page, demo, expect}) => {
  await page.goto(`${SHOP}/order.html?panel=off`);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran?.length === 5);
  await page.evaluate(() => window.consentGate.grantAll());
  await settle(page);
  const ran = await page.evaluate(() => window.ran);
  expect.deepEqual(ran.toSorted(), ['1-slow-file', '2-inline', '3-file', 'async', 'module']);
  expect.deepEqual(
    ran.filter((mark) => /^\d/.test(mark)),
    ['1-slow-file', '2-inline', '3-file'],
  );
  const scripts = demo.requests.filter(({path}) => path === '/tag.js').map(({query}) => query);
  expect.deepEqual(scripts.toSorted(), ['mark=1-slow-file&delay=800', 'mark=3-file', 'mark=async']);
});

journey('scripts download side by side', {engines: ['chromium']}, async ({page, demo, expect}) => {
  const body = acmeTag('mark=first&delay=300') + acmeTag('mark=second');
  demo.hold(/acme\.test\/tag\.js/);
  await page.goto(plain({config: {services: [ACME]}, body}));
  await page.click('[data-action=accept]');
  await eventually(() => paths(demo).filter((path) => path === '/tag.js').length === 2);
  demo.release(/acme\.test\/tag\.js/);
  await page.waitFor(() => window.ran?.length === 2);
  expect.deepEqual(await page.evaluate(() => window.ran), ['first', 'second']);
});

/** Clicks in the first frame in which there is something to click on. */
const CLICK_AT_ONCE = `<script>
  requestAnimationFrame(function look() {
    const button = document.querySelector('consent-banner [data-action=reject]');
    if (!button?.checkVisibility() || !button.getBoundingClientRect().width) return requestAnimationFrame(look);
    button.click();
    window.answer = {decided: consentGate.consent.decidedAt !== null};
  });
</script>`;

journey(
  "the banner's buttons work in the first frame in which it is visible",
  async ({page, demo, expect}) => {
    demo.hold('/consent/enforce.js');
    await page.goto(plain({head: CLICK_AT_ONCE}), {until: 'parsed'});
    expect.deepEqual(await page.waitFor(() => window.answer), {decided: true});
    await page.waitForHidden('consent-banner');
    demo.release('/consent/enforce.js');
  },
);

journey('a yes is remembered although the rest of the library is still on its way', async (traveller) => {
  const {page, demo, expect} = traveller;
  demo.hold('/consent/enforce.js');
  await page.goto(plain({config: {services: [ACME]}, body: acmeTag()}), {until: 'parsed'});
  await page.click('[data-action=accept]');
  await page.waitForHidden('consent-banner');
  expect.equal(await isGranted(page, 'acme'), true);
  expect.equal(await page.evaluate(() => window.ran), undefined);
  demo.release('/consent/enforce.js');
  await page.waitFor(() => window.ran?.length === 1);
});

journey('what a framework adds after the yes runs too, and what it adds before waits', async (traveller) => {
  const {page, demo, expect} = traveller;
  const add = (mark) =>
    page.evaluate((mark) => {
      const part = document.createElement('section');
      part.innerHTML = `<script type="text/plain" data-category="advertising" src="https://acme.test/tag.js?mark=${mark}"></script>
        <img alt="" data-category="advertising" data-src="https://acme.test/badge.svg?${mark}">`;
      document.body.append(part);
    }, mark);
  await page.goto(plain());
  await page.waitForVisible('consent-banner');
  await add('before');
  await settle(page);
  expect.deepEqual(
    demo.requests.filter(({host}) => host === 'acme.test'),
    [],
  );
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran?.length === 1);
  await add('after');
  await page.waitFor(() => window.ran?.length === 2);
  expect.deepEqual(await page.evaluate(() => window.ran), ['before', 'after']);
  await eventually(() => paths(demo).filter((path) => path === '/badge.svg').length === 2);
});

journey('one service can be granted while its neighbours stay silent', async ({page, demo, expect}) => {
  await page.goto(`${SHOP}/?panel=off`);
  await page.click('[data-action=settings]');
  await page.click('consent-preferences >>> section:nth-of-type(3) summary');
  await page.click('consent-preferences >>> input[data-service=matomo]');
  await page.click('consent-preferences >>> [data-action=save]');
  await page.waitFor(() => window.Matomo);
  await eventually(() => demo.requests.some(({path}) => path === '/matomo.php'));
  await settle(page);
  const hosts = new Set(demo.requests.filter(({vendor}) => vendor).map(({host}) => host));
  expect.deepEqual([...hosts], ['stats.lykt.example']);
  forgetRequests(demo);
  await page.reload();
  await page.waitFor(() => window.Matomo);
  expect.equal(await isGranted(page, 'matomo'), true);
  expect.equal(await isGranted(page, 'google-analytics'), false);
  expect.equal(await isGranted(page, 'analytical'), false);
});

const COLLECT = 'player.acme.example/embed/collect';
const SOURCES = [
  'reviews.acme.example/badge.svg',
  'reviews.acme.example/widget.css',
  'player.acme.example/embed/workshop',
];

const sources = (page) =>
  page.evaluate(() =>
    ['iframe', 'img', 'link[data-category]'].map((selector) => {
      const element = document.querySelector(selector);
      return element.hasAttribute('src') || element.hasAttribute('href');
    }),
  );

async function setFunctional(page) {
  await page.click('[data-consent-open]');
  await page.click('consent-preferences >>> input[data-category=functional]');
  await page.click('consent-preferences >>> [data-action=save]');
}

journey('frames, images and style sheets come with the yes and go with it', async ({page, demo, expect}) => {
  await page.goto(`${SHOP}/embeds.html?panel=off`);
  await page.waitForVisible('consent-banner');
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(await sources(page), [false, false, false]);

  await page.click('[data-action=settings]');
  await page.click('consent-preferences >>> input[data-category=functional]');
  await page.click('consent-preferences >>> [data-action=save]');
  await eventually(() => SOURCES.every((source) => thirdParties(demo).includes(source)));
  await page.waitFor(() => window[0].document.querySelector('button') && /acme_player/.test(document.cookie));
  await eventually(() => thirdParties(demo).filter((path) => path === COLLECT).length === 2);
  expect.deepEqual(await sources(page), [true, true, true]);
  expect.ok(!thirdParties(demo).includes('acme.example/tag.js'));
  await page.evaluate(() => (window.isTheSamePage = true));

  await setFunctional(page);
  await page.waitFor(() => !window[0].document.querySelector('button'));
  expect.deepEqual(await sources(page), [false, false, false]);
  const {cookie, localStorage} = await page.storage();
  expect.doesNotMatch(cookie, /acme_player/);
  expect.ok(!('acme_player_volume' in localStorage));
  expect.equal(await page.evaluate(() => window.isTheSamePage), true);

  forgetRequests(demo);
  await page.reload();
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
});
