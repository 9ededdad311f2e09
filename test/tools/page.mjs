import {writeFile} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {findNode, linesOf} from './accessibility-tree.mjs';
import {
  findAll,
  hasArrived,
  isVisible,
  leaveMark,
  pointAt,
  readStorage,
  watchClick,
  whereClicked,
} from './in-page.mjs';

const PATIENCE = 10_000;
const INTERVAL = 40;
/** Milliseconds until a click that the page has not seen is one that went elsewhere. */
const CLICK_ARRIVES = 2000;

/** A page as a visitor uses it: the same in every engine. */
export class Page {
  #tab;

  /** @param {import('./tab.d.ts').Tab} tab */
  constructor(tab) {
    this.#tab = tab;
  }

  /**
   * Opens an address as if typed. `until` says how far to wait: `load` (everything is here), `parsed` (the
   * markup is read), `commit` (the new document has begun; for pages whose requests are held).
   *
   * @param {string} url
   * @param {{until?: 'commit' | 'parsed' | 'load'}} [options]
   */
  goto(url, options) {
    return this.#travel(() => this.#tab.navigate(url), {target: new URL(url).href, ...options});
  }

  /** @param {{until?: 'commit' | 'parsed' | 'load'}} [options] */
  reload(options) {
    return this.#travel(() => this.#tab.reload(), options);
  }

  /** @param {{until?: 'commit' | 'parsed' | 'load'}} [options] */
  back(options) {
    return this.#travel(() => this.#tab.back(), options);
  }

  /**
   * The result of a function that runs in the page: its source and its arguments (JSON) are sent there. A
   * promise is waited for. Works under any content security policy.
   *
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R | Promise<R>} fn
   * @param {A} args
   * @returns {Promise<R>}
   */
  async evaluate(fn, ...args) {
    const call = `(${fn})(...${JSON.stringify(args)})`;
    return this.#json(call);
  }

  /** As `evaluate`, with the first element for a selector before the other arguments. @param {string} selector */
  async evaluateOn(selector, fn, ...args) {
    await this.#until(
      () => this.#json(`(${findAll})(${JSON.stringify(selector)}).length > 0`),
      `"${selector}"`,
    );
    return this.#json(`(${fn})((${findAll})(${JSON.stringify(selector)})[0], ...${JSON.stringify(args)})`);
  }

  /** Waits until a function in the page returns something truthy, and returns that. */
  async waitFor(fn, ...args) {
    return this.#until(() => this.evaluate(fn, ...args), `${fn} with ${JSON.stringify(args)}`);
  }

  /** @param {string} selector @returns {Promise<boolean>} */
  isVisible(selector) {
    return this.#find(isVisible, selector);
  }

  /** @param {string} selector */
  async waitForVisible(selector) {
    await this.#until(() => this.isVisible(selector), `"${selector}" to be visible`);
  }

  /** @param {string} selector */
  async waitForHidden(selector) {
    await this.#until(async () => !(await this.isVisible(selector)), `"${selector}" to be hidden`);
  }

  /**
   * A real click in the middle of an element, once it holds still and nothing covers it. Where the page has
   * changed by the time the click comes, or a frame in another process still takes it, that click does nothing
   * and the next one is tried, as a visitor would.
   *
   * @param {string} selector
   */
  async click(selector) {
    await this.#until(async () => {
      const {x, y} = await this.#pointAt(selector);
      await this.#find(watchClick, selector);
      await this.#tab.click(x, y);
      // A document that cannot answer is being left, by this click.
      const where = await this.evaluate(whereClicked, CLICK_ARRIVES).catch(() => 'there');
      return where === 'there';
    }, `a click on "${selector}" to arrive`);
  }

  /** Moves the pointer to the middle of an element. @param {string} selector */
  async hover(selector) {
    const {x, y} = await this.#pointAt(selector);
    await this.#tab.move(x, y);
  }

  /** A real key, alone or with others held: `Tab`, `Shift+Tab`, `Enter`, `Space`, `a`. @param {string} keys */
  async press(keys) {
    await this.#tab.focus();
    await this.#tab.press(keys.split('+'));
  }

  /** Real keys, one after the other. @param {string} text */
  async type(text) {
    await this.#tab.focus();
    await this.#tab.type(text);
  }

  /** Every cookie that a request for this page would carry, those hidden from scripts included. */
  async cookies() {
    const cookies = await this.#tab.cookies();
    return cookies.sort((one, other) => one.name.localeCompare(other.name));
  }

  /** `{cookie, localStorage, sessionStorage, indexedDB}` as this page sees them. */
  storage() {
    return this.evaluate(readStorage);
  }

  /** What the page said on its console, errors that nobody caught included. Not in WebKit: see `needs`. */
  messages() {
    return this.#tab.messages();
  }

  /** Runs a script's source in the page, under any content security policy. @param {string} source */
  async inject(source) {
    await this.#json(`(() => {${source}\n})()`);
  }

  /** @param {string} path */
  async screenshot(path) {
    await writeFile(path, await this.picture());
  }

  /** What the window shows, as a PNG. */
  picture() {
    return this.#tab.screenshot();
  }

  /**
   * What assistive technology is told, as lines of `role name, state …`, indented below what they are in. In
   * Chromium only. `from` is the name of the part to begin with.
   *
   * @param {string} from
   * @returns {Promise<string[]>}
   */
  async accessibilityTree(from) {
    return linesOf(findNode(await this.#tab.accessibilityTree(), from));
  }

  /** Another tab of the same visitor. */
  async newTab() {
    return new Page(await this.#tab.newTab());
  }

  /** Brings this tab to the front. */
  focus() {
    return this.#tab.focus();
  }

  close() {
    return this.#tab.close();
  }

  /** @param {string} selector */
  async #pointAt(selector) {
    await this.#tab.focus();
    let problem = '';
    const attempt = async () => {
      const point = await this.#find(pointAt, selector);
      problem = point.problem;
      return problem ? null : point;
    };
    return this.#until(attempt, () => `"${selector}" to be clickable, but it ${problem}`);
  }

  #find(fn, selector) {
    return this.#json(`(${fn})(${findAll}, ${JSON.stringify(selector)})`);
  }

  /** Values travel as JSON, so that they are the same from every engine. @param {string} expression */
  async #json(expression) {
    const text = await this.#tab.evaluate(`(async () => JSON.stringify(await ${expression}))()`);
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  }

  /**
   * Goes somewhere and waits for it in the page itself: the engines' own waiting differs, and none of them
   * knows a page that comes back from the back-forward cache.
   */
  async #travel(leave, {target = '', until = 'load'} = {}) {
    const mark = String(Math.random());
    const left = await this.evaluate(leaveMark, mark);
    await leave();
    const arrived = () => this.evaluate(hasArrived, {mark, left, target, until});
    await this.#until(arrived, `${target || 'another page'} after ${left}`);
  }

  async #until(attempt, what) {
    const deadline = Date.now() + PATIENCE;
    let last;
    while (Date.now() < deadline) {
      // A document that is being left cannot answer: the next one will.
      const {value, error} = await attempt().then(
        (value) => ({value}),
        (error) => ({error}),
      );
      if (value) return value;
      last = error;
      await pause(INTERVAL);
    }
    const reason = typeof what === 'function' ? what() : what;
    throw new Error(`Waited ${PATIENCE / 1000} s for ${reason}${last ? ` (${last.message})` : ''}`, {
      cause: last,
    });
  }
}
