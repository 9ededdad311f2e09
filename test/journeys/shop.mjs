/** What the journeys share: the addresses of the shop's pages, and the few things that visitors do on all of them. */
import expect from 'node:assert/strict';
import {setTimeout as pause} from 'node:timers/promises';

export const SHOP = 'https://www.shop.test';

export const LAYOUTS = ['box', 'box-end', 'box-top', 'box-top-end', 'bar', 'bar-top', 'cloud', 'wall'];
export const THEMES = ['paper', 'night', 'forest', 'contrast'];

const PATIENCE = 10_000;

/**
 * The address of the plain page. `config`, `head`, `body`, `raw`, `lang`, `gate` and `strict` as the demo reads
 * them; `before` is a script that runs above the library's own, `script` the tag that loads that.
 *
 * @param {Record<string, unknown>} [page]
 */
export function plain({host = SHOP, config = {}, before, script = GATE, head = '', ...rest} = {}) {
  const above = before ? {gate: 'off', head: `<script>${before}</script>${script}${head}`} : {head};
  const query = new URLSearchParams({config: JSON.stringify(config), ...above, ...rest});
  return `${host}/plain.html?${query}`;
}

const GATE = '<script src="/consent/gate.js"></script>';

/** The plain page under the strictest policy. What that finds is in the page's `violations`. */
export const strictly = (page) =>
  plain({strict: 1, gate: 'off', head: KEEP_VIOLATIONS + GATE_WITH_NONCE, ...page});

const GATE_WITH_NONCE = '<script nonce="{{nonce}}" src="/consent/gate.js"></script>';
/** Before anything else on the page, so that none is missed. */
const KEEP_VIOLATIONS = `<script nonce="{{nonce}}">
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
    violations.push([violatedDirective, blockedURI, sample].join(' ')));
</script>`;

/** The head of a page that gets the library from npm; `code` may use `startConsent`. @param {string} code */
export function fromNpm(code) {
  const imports = {
    'consent-gate': '/esm/index.js',
    'consent-gate/': '/esm/',
    'js-cookie': '/node_modules/js-cookie/dist/js.cookie.mjs',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
  };
  return `<script type="importmap">${JSON.stringify({imports})}</script>
    <script type="module">import {startConsent} from 'consent-gate'; ${code}</script>`;
}

/** A third party without functions of its own, and the inert markup of its script. */
export const ACME = {
  id: 'acme',
  category: 'advertising',
  name: 'Acme Ads',
  hosts: ['acme.test'],
  storage: [
    {name: '_acme*', purpose: 'ads', lifetime: 'P1Y'},
    {name: '_acme*', in: 'localStorage', purpose: 'ads', lifetime: 'persistent'},
    {name: '_acme*', in: 'sessionStorage', purpose: 'ads', lifetime: 'session'},
    {name: '_acme*', in: 'indexedDB', purpose: 'ads', lifetime: 'persistent'},
  ],
};

/** @param {string} query - What the stand-in is asked to do: see demo/vendors/acme-tag.js. */
export const acmeTag = (query = 'mark=acme') =>
  `<script type="text/plain" data-category="advertising" data-service="acme" src="https://acme.test/tag.js?${query}"></script>`;

/** What third parties were asked for: host and path, in order. */
export const thirdParties = ({requests}) =>
  requests.filter(({vendor}) => vendor).map(({host, path}) => host + path);

/** What was asked for: the paths, in order. */
export const paths = ({requests}) => requests.map(({path}) => path);

/** Forgets the requests so far, so that what follows can be judged alone. */
export const forgetRequests = ({requests}) => void requests.splice(0);

/** Opens the choices from the banner, with every list in them. @param {import('../tools/page.mjs').Page} page */
export async function openPreferences(page) {
  await page.click('[data-action=settings]');
  await page.waitForVisible('consent-preferences >>> dialog');
  await page.evaluateOn('consent-preferences', async ({shadowRoot}) => {
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
    // The panel slides in.
    await Promise.allSettled(shadowRoot.getAnimations().map(({finished}) => finished));
  });
  await settle(page);
}

/** Opens the choices from the page's own link and says no to everything. @param {import('../tools/page.mjs').Page} page */
export async function withdraw(page) {
  await page.click('[data-consent-open]');
  await page.click('consent-preferences >>> [data-action=reject]');
}

/** Says yes to everything after a withdrawal. What that could not remove may be told above the page's own link. */
export async function acceptAgain(page) {
  await page.evaluate(() => document.querySelector('[data-consent-open]').click());
  await page.click('consent-preferences >>> [data-action=accept]');
}

/** Whether a category or service is allowed, as the page's own scripts see it. */
export const isGranted = (page, target) =>
  page.evaluate((target) => window.consentGate.isGranted(target), target);

/**
 * Lets everything happen that the page has begun: it draws twice and hears from the server twice. What would
 * have been sent or stored by then has been.
 */
export async function settle(page) {
  await page.evaluate(async () => {
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
      // WebKit draws nothing while a page is all but empty.
      setTimeout(drawn, 200);
    });
    await fetch('/__demo/csp', {cache: 'no-store'});
    await fetch('/__demo/csp', {cache: 'no-store'});
  });
}

/** Waits until no third party is asked for anything: a frame in a process of its own ends later than the page. */
export const quiet = ({requests}) =>
  eventually(() => Date.now() - (requests.findLast(({vendor}) => vendor)?.time ?? 0) > 500);

/** Waits until the page keeps room for the banner, which comes with a file of its own. */
export async function roomIsKept(page) {
  await page.evaluate(() => import('/consent/stay.js'));
  await settle(page);
}

/** Waits until this page has swept what the one before left behind. */
export async function swept(page) {
  await page.waitFor(() => localStorage.getItem('consent-gate-sweep') === null);
  await settle(page);
}

/** Waits in the page until what was held back at this address has arrived, and all that came of it. */
export async function arrival(page, url) {
  await page.evaluate((url) => fetch(url, {mode: 'no-cors', cache: 'no-store'}).then(() => {}), url);
  await settle(page);
}

/** Waits until something outside of the page holds. @template T @param {() => T | Promise<T>} look @returns {Promise<T>} */
export async function eventually(look) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    expect.ok(Date.now() < deadline, `waited ${PATIENCE / 1000} s for ${look}`);
    await pause(30);
  }
}

/** Keeps the reports of all changes of consent from now on, for `reportOf`. */
export const keepReports = (page) =>
  page.evaluate(() => {
    window.reports = [];
    document.addEventListener('consent-change', ({change}) => window.reports.push(change));
  });

/** The report of the change that ended this service or category, once it is there. */
export const reportOf = (page, ended) =>
  page.waitFor((ended) => window.reports.find(({denied}) => denied.includes(ended)), ended);

/** Presses Tab until the focus is on what the selector names, also inside of our elements. */
export async function tabTo(page, selector) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.press('Tab');
    if (await page.evaluate(isFocused, selector)) return;
  }
  throw new Error(`Forty presses of Tab do not reach ${selector}`);
}

function isFocused(selector) {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.matches(selector) ?? false;
}
