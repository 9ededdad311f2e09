import {spawn} from 'node:child_process';
import {once} from 'node:events';
import net from 'node:net';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {findBrowser} from '../../scripts/browsers.mjs';

/** WebDriver's code points for keys without a character. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Space: ' ',
};

const PATIENCE = 15_000;

/**
 * WebKitWebDriver on a screen of its own, spoken to over its HTTP protocol.
 *
 * @param {Record<string, string>} [environment] - Further environment variables for the browser.
 */
export async function startWebDriver(environment = {}) {
  const {driver, browser, xvfb} = findBrowser('webkit').paths;
  const screen = await startScreen(xvfb);
  const port = await freePort();
  const process_ = start(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: screen.display,
    ...environment,
  });
  const base = `http://127.0.0.1:${port}`;
  await answering(`${base}/status`);
  return {
    /** @param {Record<string, unknown>} capabilities @param {string[]} args - Of the browser. */
    async openSession(capabilities = {}, args = []) {
      const options = {'webkitgtk:browserOptions': {binary: browser, args: ['--automation', ...args]}};
      const body = {capabilities: {alwaysMatch: {...options, ...capabilities}}};
      const {sessionId} = await send(base, 'POST', '/session', body);
      return new Session(`${base}/session/${sessionId}`);
    },
    stop() {
      stop(process_);
      stop(screen.process);
    },
  };
}

/** One browser with a profile of its own. */
export class Session {
  #base;

  /** @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  call(method, path, body) {
    return send(this.#base, method, path, body);
  }

  /** The value of an expression, which may be a promise. @param {string} expression */
  async evaluate(expression) {
    const script = `const done = arguments[0];
      (async () => (${expression}))().then((value) => done({value}), (error) => done({error: String(error)}));`;
    const result = await this.call('POST', '/execute/async', {script, args: []});
    if (result?.error) throw new Error(result.error);
    return result?.value;
  }

  /** @param {number} x @param {number} y */
  click(x, y) {
    return this.#act('pointer', [
      {type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y)},
      {type: 'pointerDown', button: 0},
      {type: 'pointerUp', button: 0},
    ]);
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    return this.#act('pointer', [{type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y)}]);
  }

  /** Presses the keys together and lets go in reverse: `['Shift', 'Tab']`. @param {string[]} keys */
  press(keys) {
    const down = keys.map((key) => ['keyDown', key]);
    return this.keys([...down, ...keys.toReversed().map((key) => ['keyUp', key])]);
  }

  /** @param {string} text */
  async type(text) {
    for (const character of text) await this.press([character]);
  }

  /** @param {string[][]} steps - Pairs of `keyDown` or `keyUp` and a key. */
  keys(steps) {
    return this.#act(
      'key',
      steps.map(([type, key]) => ({type, value: KEYS[key] ?? key})),
    );
  }

  close() {
    return this.call('DELETE', '');
  }

  /** @param {'pointer' | 'key'} type @param {object[]} actions */
  #act(type, actions) {
    return this.call('POST', '/actions', {actions: [{type, id: type, actions}]});
  }
}

/** @param {string} base @param {string} method @param {string} path @param {unknown} [body] */
async function send(base, method, path, body) {
  // Without a limit, a click on a page that WebKit has not drawn yet (while it loads, it draws from about 200
  // characters of text on) would hang the journey.
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(base + path, {method, signal, body: body ? JSON.stringify(body) : undefined});
  const {value} = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${method} ${path}: ${value?.error} ${value?.message}`);
  return value;
}

/** @param {string} xvfb */
async function startScreen(xvfb) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const child = start(xvfb, args, {}, ['ignore', 'ignore', 'ignore', 'pipe']);
  const [number] = await once(/** @type {import('node:stream').Readable} */ (child.stdio[3]), 'data');
  return {process: child, display: `:${String(number).trim()}`};
}

/** In a process group of its own, so that the browsers a driver started end with it. */
function start(program, args, environment, stdio = 'ignore') {
  const child = spawn(program, args, {env: {...process.env, ...environment}, stdio, detached: true});
  started.add(child);
  return child;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const started = new Set();

process.once('exit', () => started.forEach(stop));
// A signal ends a process without its "exit"; browsers must not outlive their test.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** @param {import('node:child_process').ChildProcess} child */
function stop({pid}) {
  try {
    if (pid) process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {string} url */
async function answering(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error(`WebKitWebDriver did not answer on ${url} within 10 s.`);
}
