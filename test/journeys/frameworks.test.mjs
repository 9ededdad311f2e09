/** Sites whose router or framework builds the page anew without loading it. */
import {buildSync} from 'esbuild';
import {readFileSync} from 'node:fs';
import {journey} from '../tools/journey.mjs';
import {ACME, acmeTag, isGranted, paths, plain, roomIsKept, settle, thirdParties} from './shop.mjs';

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
const page = (number, more) =>
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
    const {page: tab, expect} = traveller;
    await tab.goto(page(1, {layout}));
    await tab.inject(TURBO);
    await tab.waitForVisible('consent-banner');
    await roomIsKept(tab);
    await visit(tab, page(2, {layout}), '#page-2');
    expect.deepEqual(await questions(tab), [1, 1]);
    await tab.click('[data-action=accept]');
    await tab.waitForHidden('consent-banner');
    expect.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'visible');
    const ran = () => tab.evaluate(() => window.ran?.join());
    await tab.waitFor(() => window.ran?.length === 2);
    expect.equal(await ran(), 'acme,page2');
    // What both pages have has run.
    await visit(tab, page(3, {layout}), '#page-3');
    await tab.waitFor(() => window.ran.length === 3);
    expect.equal(await ran(), 'acme,page2,page3');
    // Turbo has kept a picture of the first page, with the question in it.
    await tab.evaluate(() => history.go(-2));
    await tab.waitForVisible('#page-1');
    await settle(tab);
    expect.deepEqual(await questions(tab), [1, 0]);
    expect.equal(await noWall(tab), true);
    expect.equal(await isGranted(tab, 'acme'), true);
  });
}

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
  journey(`the question comes along where a page ${kind}`, async ({page: tab, expect}) => {
    for (const layout of ['box', 'wall']) {
      await tab.goto(page(1, {layout}));
      await tab.waitForVisible('consent-banner');
      await roomIsKept(tab);
      await tab.evaluate(way);
      await settle(tab);
      expect.deepEqual(await questions(tab), [1, 1]);
      expect.equal(
        await tab.evaluate(() => !!document.querySelector('consent-banner').closest('dialog:modal')),
        layout === 'wall',
      );
      await tab.click('[data-action=reject]');
      await tab.waitForHidden('consent-banner');
      expect.equal(await isGranted(tab, 'acme'), false);
      expect.equal(await noWall(tab), true);
      await tab.evaluate(() => window.consentGate.reset());
    }
  });
}

journey('where React draws the page anew, the question comes along', async ({page: tab, demo, expect}) => {
  for (const early of [[], ['/consent/stay.js']]) {
    early.forEach(demo.hold);
    await tab.goto(page(1), {until: 'parsed'});
    await tab.waitForVisible('consent-banner');
    await tab.inject(REACT);
    await tab.waitForVisible('#page-2');
    early.forEach(demo.release);
    await tab.waitForVisible('consent-banner');
    await settle(tab);
    expect.deepEqual(await questions(tab), [1, 1]);
    await tab.click('[data-action=reject]');
    await tab.waitForHidden('consent-banner');
    await tab.evaluate(() => window.consentGate.reset());
  }
});

journey(
  'who takes out the question alone is not asked again, and everything stays denied',
  async ({page: tab, demo, expect}) => {
    for (const layout of ['box', 'wall']) {
      await tab.goto(page(1, {layout}));
      await tab.waitForVisible('consent-banner');
      await roomIsKept(tab);
      await tab.evaluate(() => {
        const banner = document.querySelector('consent-banner');
        (banner.closest('dialog') ?? banner).remove();
      });
      await settle(tab);
      expect.deepEqual(await questions(tab), [0, 0]);
      expect.deepEqual(thirdParties(demo), []);
    }
  },
);

journey(
  'without what keeps it in the page, the question is asked all the same',
  {engines: ['chromium']},
  async ({page: tab, demo, expect}) => {
    await demo.fail('/consent/stay.js', 404);
    await tab.goto(page(1));
    await tab.click('[data-action=reject]');
    await tab.waitForHidden('consent-banner');
    expect.ok(paths(demo).includes('/consent/stay.js'));
    expect.equal(await isGranted(tab, 'acme'), false);
  },
);
