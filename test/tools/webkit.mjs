import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {startWebDriver} from './webdriver.mjs';

/** @typedef {import('./tab.d.ts').Tab} Tab */

/**
 * WebKitGTK. Its sessions are visitors: each has a browser process and a profile of its own.
 *
 * @param {{proxyPort: number}} network
 */
export function webkit({proxyPort}) {
  /** @type {{key: string, driver: Promise<Awaited<ReturnType<typeof startWebDriver>>>} | undefined} */
  let running;
  const stop = async () => (await running?.driver)?.stop();

  return {
    /** @param {import('./journey.mjs').Settings} settings */
    async open(settings) {
      const environment = environmentFor(settings);
      const key = JSON.stringify(environment);
      if (running?.key !== key) {
        await stop();
        running = {key, driver: startWebDriver(environment)};
      }
      const driver = await running.driver;
      // Its `proxy` capability speaks TLS to the proxy for https, which ours does not.
      const session = await driver.openSession(CAPABILITIES, [`--proxy=http://127.0.0.1:${proxyPort}`]);
      if (settings.viewport) await exchangeWindow(session, settings.viewport);
      const tab = new WebKitTab(session, await session.call('GET', '/window'));
      return {tab, close: () => session.close()};
    },
    close: stop,
  };
}

const CAPABILITIES = {
  acceptInsecureCerts: true,
  // Commands must answer while a page is still loading: some journeys hold its requests.
  pageLoadStrategy: 'none',
  timeouts: {script: 20_000},
};

/**
 * GTK's settings are the only way to tell WebKitGTK what the visitor prefers.
 *
 * @param {import('./journey.mjs').Settings} settings
 */
function environmentFor({colorScheme, reducedMotion}) {
  return {
    ...(colorScheme === 'dark' && {GTK_THEME: 'Adwaita:dark'}),
    ...(reducedMotion && {XDG_CONFIG_HOME: folderWithoutAnimations()}),
  };
}

/** @type {string | undefined} */
let withoutAnimations;

function folderWithoutAnimations() {
  if (withoutAnimations) return withoutAnimations;
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  process.once('exit', () => rmSync(folder, {recursive: true}));
  withoutAnimations = folder;
  return folder;
}

/**
 * Swaps the window for one of the given size. Windows with a toolbar stop at 447 px; pop-ups, which take a
 * click, do not have one.
 *
 * @param {import('./webdriver.mjs').Session} session
 * @param {{width: number, height: number}} viewport
 */
async function exchangeWindow(session, {width, height}) {
  const [first] = await session.call('GET', '/window/handles');
  const features = `noopener,popup,width=${width},height=${height}`;
  await session.evaluate(
    `void (document.documentElement.onclick = () => open('about:blank', '', '${features}'))`,
  );
  await session.click(10, 10);
  const popup = await until(async () => {
    const handles = await session.call('GET', '/window/handles');
    return handles.find((handle) => handle !== first);
  });
  await session.call('DELETE', '/window');
  await session.call('POST', '/window', {handle: popup});
}

async function until(attempt) {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await attempt();
    if (value) return value;
    await pause(50);
  }
  throw new Error('WebKitGTK opened no window within 5 s.');
}

/** @implements {Tab} */
class WebKitTab {
  #session;
  #handle;

  constructor(session, handle) {
    this.#session = session;
    this.#handle = handle;
  }

  async evaluate(expression) {
    return (await this.#here()).evaluate(expression);
  }

  async navigate(url) {
    await (await this.#here()).call('POST', '/url', {url});
  }

  async reload() {
    await (await this.#here()).call('POST', '/refresh', {});
  }

  async back() {
    await (await this.#here()).call('POST', '/back', {});
  }

  async click(x, y) {
    await (await this.#here()).click(x, y);
  }

  async move(x, y) {
    await (await this.#here()).move(x, y);
  }

  async press(keys) {
    await (await this.#here()).press(keys);
  }

  async type(text) {
    await (await this.#here()).type(text);
  }

  async cookies() {
    const cookies = await (await this.#here()).call('GET', '/cookie');
    return cookies.map(({name, value, domain, path, secure, httpOnly, expiry}) => {
      return {name, value, domain, path, secure, httpOnly, expires: expiry ?? null};
    });
  }

  async screenshot() {
    return Buffer.from(await (await this.#here()).call('GET', '/screenshot'), 'base64');
  }

  async focus() {
    await this.#here();
  }

  messages() {
    throw new Error(
      'WebKitWebDriver does not tell what a page says: add {needs: ["messages"]} to the journey.',
    );
  }

  // A window, not a tab: WebDriver cannot bring a tab to the front, and one behind another gets no frames.
  async newTab() {
    const {handle} = await (await this.#here()).call('POST', '/window/new', {type: 'window'});
    return new WebKitTab(this.#session, handle);
  }

  async close() {
    await (await this.#here()).call('DELETE', '/window');
  }

  /** The session, with this tab as the one that commands go to. */
  async #here() {
    await this.#session.call('POST', '/window', {handle: this.#handle});
    return this.#session;
  }
}
