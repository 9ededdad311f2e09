/** Sites whose router or framework builds the page anew without loading it. */
import {buildSync} from 'esbuild';
import {readFileSync} from 'node:fs';
import {journey} from '../tools/journey.mjs';
import {ACME, SHOP, acmeTag, isGranted, paths, plain, roomIsKept, settle, thirdParties} from './shop.mjs';

const TURBO = readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js', 'utf8');

/** Takes over a page that it finds written otherwise, so that it draws all of it. */
const REACT = bundle(`
  import {createElement} from 'react';
  import {hydrateRoot} from 'react-dom/client';
  const paragraph = createElement('p', {id: 'page-2'}, 'Page 2');
  const page = createElement('html', null, createElement('head'), createElement('body', null, paragraph));
  hydrateRoot(document, page, {onRecoverableError() {}});`);

function bundle(contents) {
  const stdin = {contents, resolveDir: '.'};
  const define = {'process.env.NODE_ENV': '"production"'};
  return buildSync({stdin, define, bundle: true, write: false}).outputFiles[0].text;
}

const config = {services: [ACME], reload: 'never'};
const numbered = (number, more) =>
  plain({
    config: {...config, ...more},
    body: `<p id="page-${number}">Page ${number}</p>${acmeTag()}${acmeTag(`mark=page${number}`)}`,
  });

/** How many questions there are in the page, and how many of them are seen. */
const questions = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('consent-banner')];
    return [all.length, all.filter((banner) => banner.checkVisibility()).length];
  });

const noWall = (page) =>
  page.evaluate(() => [...document.querySelectorAll('dialog')].every((dialog) => !dialog.checkVisibility()));

/** Follows a link as Turbo does. */
async function visit(page, url, arrived) {
  await page.evaluate((url) => window.Turbo.visit(url), url);
  await page.waitForVisible(arrived);
  await settle(page);
}

for (const layout of ['box', 'bar-top', 'wall']) {
  journey(`where Turbo exchanges the page, the question comes along (${layout})`, async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(numbered(1, {layout}));
    await page.inject(TURBO);
    await page.waitForVisible('consent-banner');
    await roomIsKept(page);
    await visit(page, numbered(2, {layout}), '#page-2');
    expect.deepEqual(await questions(page), [1, 1]);
    await page.click('[data-action=accept]');
    await page.waitForHidden('consent-banner');
    expect.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'visible');
    const ran = () => page.evaluate(() => window.ran?.join());
    await page.waitFor(() => window.ran?.length === 2);
    expect.equal(await ran(), 'acme,page2');
    // What both pages have has run.
    await visit(page, numbered(3, {layout}), '#page-3');
    await page.waitFor(() => window.ran.length === 3);
    expect.equal(await ran(), 'acme,page2,page3');
    // Turbo has kept a picture of the first page, with the question in it.
    await page.evaluate(() => history.go(-2));
    await page.waitForVisible('#page-1');
    await settle(page);
    expect.deepEqual(await questions(page), [1, 0]);
    expect.equal(await noWall(page), true);
    expect.equal(await isGranted(page, 'acme'), true);
  });
}

journey(
  'where Turbo exchanges the page, the policy is not walled, and what comes after it is',
  {engines: ['chromium']},
  async ({page, expect}) => {
    const walled = numbered(1, {layout: 'wall', policy: {url: '/privacy.html'}});
    await page.goto(walled);
    await page.inject(TURBO);
    await page.waitForVisible('consent-banner');
    await roomIsKept(page);
    await visit(page, `${SHOP}/privacy.html?panel=off`, '.brand');
    expect.deepEqual(await questions(page), [1, 0]);
    expect.equal(await noWall(page), true);
    await visit(page, walled, '#page-1');
    expect.deepEqual(await questions(page), [1, 1]);
    expect.equal(await noWall(page), false);
  },
);

const WAYS = {
  'writes its body anew': () => {
    document.body.innerHTML = '<p id="page-2">Page 2</p>';
  },
  'has another body': () => {
    const body = document.createElement('body');
    body.innerHTML = '<p id="page-2">Page 2</p>';
    document.body = body;
  },
  'copies its body': () => {
    document.body.innerHTML += '<p id="page-2">Page 2</p>';
  },
};

for (const [kind, way] of Object.entries(WAYS)) {
  journey(`the question comes along where a page ${kind}`, async ({page, expect}) => {
    for (const layout of ['box', 'wall']) {
      await page.goto(numbered(1, {layout}));
      await page.waitForVisible('consent-banner');
      await roomIsKept(page);
      await page.evaluate(way);
      await settle(page);
      expect.deepEqual(await questions(page), [1, 1]);
      expect.equal(
        await page.evaluate(() => !!document.querySelector('consent-banner').closest('dialog:modal')),
        layout === 'wall',
      );
      await page.click('[data-action=reject]');
      await page.waitForHidden('consent-banner');
      expect.equal(await isGranted(page, 'acme'), false);
      expect.equal(await noWall(page), true);
      await page.evaluate(() => window.consentGate.reset());
    }
  });
}

journey('where React draws the page anew, the question comes along', async ({page, demo, expect}) => {
  for (const early of [[], ['/consent/stay.js']]) {
    early.forEach(demo.hold);
    await page.goto(numbered(1), {until: 'parsed'});
    await page.waitForVisible('consent-banner');
    await page.inject(REACT);
    await page.waitForVisible('#page-2');
    early.forEach(demo.release);
    await page.waitForVisible('consent-banner');
    await settle(page);
    expect.deepEqual(await questions(page), [1, 1]);
    await page.click('[data-action=reject]');
    await page.waitForHidden('consent-banner');
    await page.evaluate(() => window.consentGate.reset());
  }
});

journey(
  'who takes out the question alone is not asked again, and everything stays denied',
  async ({page, demo, expect}) => {
    for (const layout of ['box', 'wall']) {
      await page.goto(numbered(1, {layout}));
      await page.waitForVisible('consent-banner');
      await roomIsKept(page);
      await page.evaluate(() => {
        const banner = document.querySelector('consent-banner');
        (banner.closest('dialog') ?? banner).remove();
      });
      await settle(page);
      expect.deepEqual(await questions(page), [0, 0]);
      expect.deepEqual(thirdParties(demo), []);
    }
  },
);

journey(
  'without what keeps it in the page, the question is asked all the same',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    await demo.fail('/consent/stay.js', 404);
    await page.goto(numbered(1));
    await page.click('[data-action=reject]');
    await page.waitForHidden('consent-banner');
    expect.ok(paths(demo).includes('/consent/stay.js'));
    expect.equal(await isGranted(page, 'acme'), false);
  },
);
