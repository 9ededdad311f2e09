/** Pages that do not mean well by what is on them, or do not know of it. */
import expect from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {journey} from '../tools/journey.mjs';
import {largestDifference} from '../tools/pictures.mjs';
import {isGranted, plain, roomIsKept, settle} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const STEADY = {engines: ['chromium', 'firefox']};

/** Of 255: browsers do not blend what is half transparent in the same way twice. */
const INVISIBLE = 4;

/** Style sheets that many pages have, as they come from npm. */
const FRAMEWORKS = {
  'Tailwind’s preflight': 'tailwindcss/preflight.css',
  Bootstrap: 'bootstrap/dist/css/bootstrap.css',
};

const STYLES = {
  'rules for every kind of element': `
    h1, h2, h3 {margin: 0 0 2rem; font-weight: 500; line-height: 1; font-size: 3rem; color: maroon}
    b, strong, dt {font-weight: 900}
    label {display: inline-block}
    button {border-radius: 9em; text-transform: uppercase; letter-spacing: 0.2em}
    button, input {margin: 1rem; font: inherit}
    [type='button']:not(:disabled) {cursor: wait}
    .answers, .head, .body, .switch {display: none}`,
  'everything unset': '* {all: unset !important}',
  'no buttons': 'button, dialog, [role=region], [aria-label] {display: none !important}',
  'small root letters': 'html {font-size: 62.5%} body {font-size: 1.4rem}',
  'signs before and after everything': `
    *::before, *::after {content: 'sign' !important; display: block !important}`,
  'spaced, shouted, faded and hidden words': `
    * {letter-spacing: 0.3em !important; word-spacing: 1em !important; text-transform: uppercase !important;
      line-height: 3 !important; text-shadow: 1px 1px red !important; opacity: 0.5 !important;
      transform: rotate(1deg) !important; filter: invert(1) !important; transition: all 9s !important;
      float: right !important; column-count: 2 !important; white-space: nowrap !important;
      visibility: hidden !important; pointer-events: none !important; writing-mode: vertical-rl !important}
    html, body {all: unset !important}`,
  'a neighbour above everything': `
    h1 {position: fixed; inset: 0; z-index: 999999999; background: red; visibility: visible !important}
    #stage {z-index: 1000000000 !important}`,
};

/** The page's own words are left out of the comparison; the embed has its place and room from the page. */
const STAGE = `
  html, body {background: #fff !important}
  head, script {display: none !important}
  body > :is(h1, p) {visibility: hidden !important}
  #stage, #stage consent-embed {display: grid !important; opacity: 1 !important; transform: none !important;
    filter: none !important; float: none !important; columns: auto !important; writing-mode: initial !important}
  #stage::before, #stage::after {display: none !important}
  #stage {position: absolute !important; inset: 40px auto auto 480px !important}
  #stage consent-embed {block-size: 280px !important; inline-size: 500px !important}`;

const EMBED = `<div id="stage">
  <consent-embed service="player" src="https://acme.test/frame.html" title="A film"></consent-embed>
</div>`;
const CONFIG = {
  services: [{id: 'player', category: 'functional', name: 'Player', provider: 'Player Inc.'}],
};

const pageWith = (styles, head = '') =>
  plain({config: CONFIG, body: EMBED, head: `<style>${STAGE}</style><style>${styles}</style>${head}`});

const SEEN = {
  banner: 'consent-banner',
  embed: 'consent-embed >>> [part=placeholder]',
  'preference center': 'consent-preferences >>> dialog',
};

/** The boxes of elements, and what the window shows of them. */
async function see(page, ...names) {
  for (const name of names) await page.waitForVisible(SEEN[name]);
  await settle(page);
  const picture = await page.picture();
  const boxes = names.map((name) =>
    page.evaluateOn(SEEN[name], (element) => {
      const {x, y, width, height} = element.getBoundingClientRect();
      return {x, y, width, height};
    }),
  );
  const seen = (await Promise.all(boxes)).map((box) => ({box, picture}));
  return Object.fromEntries(names.map((name, index) => [name, seen[index]]));
}

async function look(page) {
  const onThePage = await see(page, 'banner', 'embed');
  await page.evaluate(() => window.consentGate.openPreferences());
  return {...onThePage, ...(await see(page, 'preference center'))};
}

/** What they look like on a page that has no styles: the same for every journey. */
let clean;

async function compare(page, url, sheet = '') {
  clean ??= await page.goto(pageWith('')).then(() => look(page));
  await page.goto(url);
  await page.evaluate(wear, sheet);
  for (const [name, {box, picture}] of Object.entries(await look(page))) {
    expect.deepEqual(box, clean[name].box, name);
    const difference = await largestDifference(page, picture, clean[name].picture, box);
    expect.ok(difference <= INVISIBLE, `${name} differs by ${difference} of 255`);
  }
}

/** Gives the page one more style sheet. */
function wear(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}

for (const [name, path] of Object.entries(FRAMEWORKS)) {
  const sheet = readFileSync(`node_modules/${path}`, 'utf8');
  journey(`a page with ${name} shows the elements as they are`, CHROMIUM, ({page}) =>
    compare(page, pageWith(''), sheet),
  );
}

for (const [kind, styles] of Object.entries(STYLES)) {
  journey(`a page with ${kind} shows the elements as they are`, CHROMIUM, ({page}) =>
    compare(page, pageWith(styles)),
  );
}

journey('a page that is written from right to left shows the elements as they are', CHROMIUM, ({page}) =>
  compare(page, pageWith('', "<script>document.documentElement.dir = 'rtl'</script>")),
);

// WebKit draws the same letters a little differently the second time.
journey('what a framework takes out and puts back is as it was', STEADY, async ({page}) => {
  await page.goto(pageWith(''));
  await page.waitForVisible('consent-banner');
  await settle(page);
  const box = () => page.evaluateOn('consent-banner', (banner) => banner.getBoundingClientRect().toJSON());
  const [expected, before] = [await box(), await page.picture()];
  await page.evaluate(async () => {
    const [banner, ...rest] = document.body.children;
    document.body.replaceChildren();
    await new Promise((drawn) => requestAnimationFrame(drawn));
    document.body.replaceChildren(banner, ...rest);
  });
  await settle(page);
  expect.deepEqual(await box(), expected);
  const difference = await largestDifference(page, await page.picture(), before, expected);
  expect.ok(difference <= INVISIBLE, `the banner differs by ${difference} of 255`);
  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
  expect.equal(await isGranted(page, 'functional'), false);
});

journey(
  'a preference center that a framework takes out of the page opens again as a dialog',
  async (traveller) => {
    const {page} = traveller;
    await page.goto(pageWith(''));
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    await page.evaluate(() => {
      const preferences = document.querySelector('consent-preferences');
      preferences.remove();
      document.body.append(preferences);
    });
    await page.waitForHidden('consent-preferences >>> dialog');
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    const isModal = await page.evaluateOn('consent-preferences >>> dialog', (dialog) =>
      dialog.matches(':modal'),
    );
    expect.equal(isModal, true);
  },
);

const LONG = `${'<p>A paragraph</p>'.repeat(40)}<a id="last" href="#">The last link</a>`;

// A page that magnifies itself magnifies us too: whoever wanted larger letters wants them in the question as well.
// WebKit says how large things were before.
journey(
  'a page that magnifies itself has a larger banner, all of it on the screen',
  STEADY,
  async ({page}) => {
    await page.goto(plain({config: CONFIG, body: LONG, head: '<style>body {zoom: 1.5}</style>'}));
    await page.waitForVisible('consent-banner');
    await roomIsKept(page);
    const banner = await page.evaluateOn('consent-banner', (banner) => {
      const {top, bottom, left, right, width} = banner.getBoundingClientRect();
      return {isInside: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth, width};
    });
    expect.equal(banner.isInside, true);
    expect.ok(banner.width > 600);
    for (const action of ['close', 'reject', 'accept', 'settings'])
      await page.hover(`[data-action=${action}]`);
    await page.evaluate(() => document.getElementById('last').focus());
    await settle(page);
    const gap = await page.evaluate(() => {
      const [last, banner] = ['#last', 'consent-banner'].map((selector) => document.querySelector(selector));
      return banner.getBoundingClientRect().top - last.getBoundingClientRect().bottom;
    });
    expect.ok(gap >= 0, `the banner covers ${-gap} px of the focus`);
  },
);

journey('an embed fills the room that the page gives it, and no more', async ({page}) => {
  const sizes = [
    'inline-size: 400px',
    'inline-size: 300px; block-size: 80px',
    'all: unset',
    'position: absolute; inset: 0; aspect-ratio: auto',
  ];
  const body = sizes.map(
    (size) => `<div style="position: relative; inline-size: 400px; block-size: 300px">
    <consent-embed service="player" src="https://acme.test/frame.html" title="A film" style="${size}"></consent-embed>
  </div>`,
  );
  await page.goto(plain({config: CONFIG, body: body.join('')}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => {
    const embeds = [...document.querySelectorAll('consent-embed')];
    return embeds.every(({shadowRoot}) => shadowRoot?.querySelector('iframe'));
  });
  const frames = await page.evaluate(() =>
    [...document.querySelectorAll('consent-embed')].map(({shadowRoot}) => {
      const {width, height} = shadowRoot.querySelector('iframe').getBoundingClientRect();
      return [width, height].map(Math.round).join(' × ');
    }),
  );
  expect.deepEqual(frames, ['400 × 225', '300 × 80', '400 × 300', '400 × 300']);
});
