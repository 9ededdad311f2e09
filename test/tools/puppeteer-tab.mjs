/** @typedef {import('./tab.d.ts').Tab} Tab */

/**
 * A tab of Chromium or Firefox.
 *
 * @implements {Tab}
 */
export class PuppeteerTab {
  #page;
  #openTab;
  /** @type {string[]} */
  #messages = [];

  /** @param {import('puppeteer-core').Page} page @param {() => Promise<PuppeteerTab>} openTab */
  constructor(page, openTab) {
    this.#page = page;
    this.#openTab = openTab;
    page.on('console', (message) => this.#messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#messages.push(`uncaught: ${error.message}`));
  }

  evaluate(expression) {
    return this.#page.evaluate(expression);
  }

  // The engine's own waiting is left behind: it never ends for a page from the back-forward cache.
  async navigate(url) {
    this.#page.goto(url, {timeout: 0}).catch(() => {});
  }

  async reload() {
    this.#page.reload({timeout: 0}).catch(() => {});
  }

  async back() {
    this.#page.goBack({timeout: 0}).catch(() => {});
  }

  click(x, y) {
    return this.#page.mouse.click(x, y);
  }

  move(x, y) {
    return this.#page.mouse.move(x, y);
  }

  async press(names) {
    const keys = names.map((name) => (name === 'Space' ? ' ' : name));
    for (const key of keys) await this.#page.keyboard.down(key);
    for (const key of keys.toReversed()) await this.#page.keyboard.up(key);
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  async cookies() {
    // Not `page.cookies()`: in Firefox it misses those whose domain is exactly the page's host.
    const host = `.${await this.evaluate('location.hostname')}`;
    const cookies = await this.#page.browserContext().cookies();
    const ours = cookies.filter(({domain}) =>
      domain.startsWith('.') ? host.endsWith(domain) : host === `.${domain}`,
    );
    return ours.map(({name, value, domain, path, secure, httpOnly, expires}) => {
      return {name, value, domain, path, secure, httpOnly, expires: expires === -1 ? null : expires};
    });
  }

  async screenshot() {
    return Buffer.from(await this.#page.screenshot());
  }

  accessibilityTree() {
    return this.#page.accessibility.snapshot();
  }

  focus() {
    return this.#page.bringToFront();
  }

  messages() {
    return [...this.#messages];
  }

  newTab() {
    return this.#openTab();
  }

  close() {
    return this.#page.close();
  }
}
