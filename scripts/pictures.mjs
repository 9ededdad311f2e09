/**
 * Takes the picture of the README: the banner on a light and on a dark page of the demo, side by side.
 *
 *     node scripts/pictures.mjs
 *
 * Needs a build and Chromium.
 */
import {writeFile} from 'node:fs/promises';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import {startDemo} from '../demo/serve.mjs';
import {findBrowser} from './browsers.mjs';

const PAGE = {width: 470, height: 720};
const GAP = 16;

const demo = await startDemo();
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium').paths.browser,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const light = await takeBanner('light');
  const dark = await takeBanner('dark');
  await writeFile('docs/banner.png', await placeSideBySide([light, dark]));
} finally {
  await browser.close();
  await demo.close();
}

/** @param {'light' | 'dark'} scheme @returns {Promise<string>} an image as base64 */
async function takeBanner(scheme) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(PAGE);
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.goto(`${demo.url}/languages.html?lang=en&panel=off`, {waitUntil: 'networkidle0'});
  await page.waitForSelector('consent-banner', {visible: true});
  const image = await page.screenshot({encoding: 'base64'});
  await context.close();
  return image;
}

/** @param {string[]} images */
async function placeSideBySide(images) {
  const page = await browser.newPage();
  await page.setViewport({width: images.length * (PAGE.width + GAP) - GAP, height: PAGE.height});
  const shown = images.map((image) => `<img src="data:image/png;base64,${image}">`).join('');
  await page.setContent(
    `<style>body {display: flex; gap: ${GAP}px; margin: 0} img {border-radius: 8px}</style>${shown}`,
  );
  return page.screenshot({omitBackground: true});
}
