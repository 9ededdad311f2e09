import {setTimeout as pause} from 'node:timers/promises';
import {startWebDriver} from './webdriver.mjs';

/**
 * Lets web-test-runner run its tests in WebKitGTK. The page it hands out has the shape of Puppeteer's, so
 * that sendKeys(), sendMouse() and setViewport() of @web/test-runner-commands work unchanged.
 *
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webkitLauncher() {
  /** @type {Promise<{driver: Awaited<ReturnType<typeof startWebDriver>>, session: import('./webdriver.mjs').Session}> | undefined} */
  let browser;
  const urls = new Map();
  const session = async () => (await (browser ??= launch())).session;

  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      urls.set(id, url);
      await (await session()).call('POST', '/url', {url});
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    async stopSession(id) {
      await (await session()).call('POST', '/url', {url: 'about:blank'});
      urls.delete(id);
      return {};
    },
    async stop() {
      const {driver, session} = (await browser) ?? {};
      await session?.close();
      driver?.stop();
    },
    getPage: () => puppeteerShape(session),
  };
}

async function launch() {
  const driver = await startWebDriver();
  return {driver, session: await driver.openSession()};
}

/** @param {() => Promise<import('./webdriver.mjs').Session>} session */
function puppeteerShape(session) {
  return {
    keyboard: {
      down: async (key) => (await session()).keys([['keyDown', key]]),
      up: async (key) => (await session()).keys([['keyUp', key]]),
      press: async (key) => (await session()).press([key]),
      type: async (text) => (await session()).type(text),
    },
    mouse: {
      move: async (x, y) => (await session()).move(x, y),
      click: async (x, y) => (await session()).click(x, y),
    },
    setViewport: async (viewport) => resize(await session(), viewport),
    screenshot: async () => Buffer.from(await (await session()).call('GET', '/screenshot'), 'base64'),
  };
}

/**
 * The window's size includes the toolbar, so correct by the difference; 447 px is the least.
 *
 * @param {import('./webdriver.mjs').Session} session
 * @param {{width: number, height: number}} viewport
 */
async function resize(session, {width, height}) {
  for (let tries = 0; tries < 20; tries += 1) {
    const [innerWidth, innerHeight] = await session.evaluate('[innerWidth, innerHeight]');
    if (innerWidth === width && innerHeight === height) return;
    const window = await session.call('GET', '/window/rect');
    const rect = {width: window.width + width - innerWidth, height: window.height + height - innerHeight};
    await session.call('POST', '/window/rect', rect);
    await pause(50);
  }
}
