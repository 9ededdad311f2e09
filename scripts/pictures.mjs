/**
 * Takes the pictures of README.md and docs/gallery.md on pages of the demo.
 *
 *     node scripts/pictures.mjs
 *
 * Needs a build and Chromium.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import {startDemo} from '../demo/serve.mjs';
import {findBrowser} from './browsers.mjs';

const TALL = {width: 470, height: 800};
const WIDE = {width: 1200, height: 720};
const PHONE = {width: 360, height: 720};
const GAP = 16;

const layouts = (query) => `layouts.html?${new URLSearchParams({panel: 'off', ...query})}`;
const inBoth = (shot) => [
  {...shot, scheme: 'light'},
  {...shot, scheme: 'dark'},
];

/**
 * What stands side by side in each file. `opened`: with the preference center.
 *
 * @type {Record<string, {path: string, viewport: object, scheme?: string, forced?: boolean, opened?: boolean}[]>}
 */
const PICTURES = {
  banner: inBoth({path: 'languages.html?lang=en&panel=off', viewport: TALL}),
  'gallery/box': [{path: layouts({layout: 'box'}), viewport: WIDE}],
  'gallery/bar': [{path: layouts({layout: 'bar'}), viewport: WIDE}],
  'gallery/cloud': [{path: layouts({layout: 'cloud'}), viewport: WIDE, scheme: 'dark'}],
  'gallery/wall': [{path: layouts({layout: 'wall'}), viewport: WIDE}],
  'gallery/dialog': [{path: layouts({}), viewport: WIDE, opened: true}],
  'gallery/panel': [{path: layouts({preferences: 'panel'}), viewport: WIDE, scheme: 'dark', opened: true}],
  'gallery/phone': [
    {path: layouts({}), viewport: PHONE},
    {path: layouts({layout: 'wall'}), viewport: PHONE, scheme: 'dark'},
    {path: layouts({}), viewport: PHONE, opened: true},
  ],
  'gallery/paper': inBoth({path: layouts({theme: 'paper'}), viewport: TALL}),
  'gallery/night': inBoth({path: layouts({theme: 'night'}), viewport: TALL}),
  'gallery/forest': inBoth({path: layouts({theme: 'forest'}), viewport: TALL}),
  'gallery/contrast': inBoth({path: layouts({theme: 'contrast'}), viewport: TALL}),
  'gallery/right-to-left': [
    {path: 'languages.html?lang=ar&panel=off', viewport: TALL},
    {path: 'languages.html?lang=ar&panel=off', viewport: TALL, scheme: 'dark', opened: true},
  ],
  'gallery/forced-colours': [
    {path: layouts({}), viewport: TALL, forced: true},
    {path: layouts({}), viewport: TALL, forced: true, opened: true},
  ],
};

const demo = await startDemo();
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium').paths.browser,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await mkdir('docs/gallery', {recursive: true});
  for (const [name, shots] of Object.entries(PICTURES)) {
    const images = [];
    for (const shot of shots) images.push(await take(shot));
    // A gallery is large; the picture of the README is also shown where WebP is not.
    const type = name.startsWith('gallery/') ? 'webp' : 'png';
    await writeFile(`docs/${name}.${type}`, await placeSideBySide(shots, images, type));
  }
} finally {
  await browser.close();
  await demo.close();
}

/** @returns {Promise<string>} an image as base64 */
async function take({path, viewport, scheme = 'light', forced = false, opened = false}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  // Puppeteer's own emulateMediaFeatures() knows no forced colours.
  const features = [
    {name: 'prefers-color-scheme', value: scheme},
    {name: 'prefers-reduced-motion', value: 'reduce'},
    {name: 'forced-colors', value: forced ? 'active' : 'none'},
  ];
  await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', {features});
  await page.goto(`${demo.url}/${path}`, {waitUntil: 'networkidle0'});
  await page.waitForSelector('consent-banner', {visible: true});
  if (opened) await openPreferences(page);
  const image = await page.screenshot({encoding: 'base64'});
  await context.close();
  return image;
}

async function openPreferences(page) {
  await page.evaluate(() => window.consentGate.openPreferences());
  await page.waitForSelector('consent-preferences >>> dialog', {visible: true});
}

/** Smaller than they were taken: the gallery is to be looked at, not read. */
async function placeSideBySide(shots, images, type) {
  const width = shots.reduce((sum, {viewport}) => sum + viewport.width + GAP, -GAP);
  const page = await browser.newPage();
  await page.setViewport({
    width,
    height: shots[0].viewport.height,
    deviceScaleFactor: type === 'webp' ? 0.75 : 1,
  });
  const shown = images.map((image) => `<img src="data:image/png;base64,${image}">`).join('');
  await page.setContent(
    `<style>body {display: flex; gap: ${GAP}px; margin: 0} img {border-radius: 8px}</style>${shown}`,
    {waitUntil: 'load'},
  );
  const picture = await page.screenshot({omitBackground: true, type, ...(type === 'webp' && {quality: 80})});
  await page.close();
  return picture;
}
