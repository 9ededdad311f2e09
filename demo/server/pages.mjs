import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {LANGUAGES, fillLanguage} from './languages.mjs';
import {fillLayout} from './layouts.mjs';
import {oneOf} from './one-of.mjs';
import {fillReal} from './real.mjs';
import {toScriptJson} from './script-json.mjs';
import {fillServices} from './services.mjs';

const REGIMES = ['opt-in', 'opt-out', 'notice-only'];

/**
 * Every page, with what the server fills in. A page that is not named here is not served. `answered`: its third
 * parties have stand-ins, and it must reach nobody else.
 */
const PAGES = {
  'index.html': {},
  'script-tag.html': {},
  'module.html': {},
  'embeds.html': {},
  'privacy.html': {},
  'order.html': {},
  'blocked.html': {},
  'blocked-frame.html': {panel: false},
  'strict.html': {strict: true},
  'languages.html': {fill: fillLanguage},
  'layouts.html': {fill: fillLayout},
  'regimes.html': {fill: (query) => ({regime: oneOf(REGIMES, query.regime)})},
  'real.html': {fill: fillReal},
  'services.html': {fill: fillServices, answered: true},
  'plain.html': {fill: fillPlain, fixture: true, panel: false},
};

/** Answers with a page of the demo, its `{{placeholders}}` filled in. */
export async function answerPage(c, {folder, dist, panel, fixtures}) {
  const name = c.req.path === '/' ? 'index.html' : c.req.path.slice(1);
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  if (!page) return c.notFound();

  const query = page.fixture && !fixtures ? {} : c.req.query();
  const nonce = randomBytes(16).toString('base64');
  const source = await readFile(resolve(folder, name), 'utf8');
  const values = {nonce, ...(await page.fill?.(query, {dist, nonce, fixtures}))};
  const wantsPanel = panel && page.panel !== false && c.req.query('panel') !== 'off';
  const filled = fill(source, values);
  const html = wantsPanel ? addPanel(filled, nonce) : filled;

  const policy = policyOf(page, {nonce, fixtures, strict: page.fixture && query.strict});
  return c.html(html, 200, {'cache-control': 'no-cache', ...policy});
}

function fill(source, values) {
  return source.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => values[name] ?? placeholder);
}

/** The panel is no part of a page's source, so that the source shows what a site needs and no more. */
function addPanel(html, nonce) {
  const panel =
    `  <link rel="stylesheet" href="/__demo/panel.css">\n` +
    `    <script type="module" src="/__demo/panel.js" nonce="${nonce}"></script>\n  `;
  return html.replace('</body>', () => `${panel}</body>`);
}

function policyOf(page, {nonce, fixtures, strict}) {
  if (page.strict || strict) return {'content-security-policy': strictPolicy(nonce)};
  if (page.answered && !fixtures) return {'content-security-policy': ANSWERED_HERE};
  return {};
}

/** Nothing leaves this machine. */
const ANSWERED_HERE = `default-src 'self' 'unsafe-inline'; img-src 'self' data:`;

function strictPolicy(nonce) {
  return [
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `report-uri /__demo/csp`,
  ].join('; ');
}

const PLAIN_CONFIG = {controller: {name: 'Lykt'}, policy: {url: '/privacy.html'}};

/**
 * `plain.html` for the journeys: `config` (JSON, merged over the default), `raw` (the config block
 * as it stands, well formed or not), `head`, `body` (HTML; `{{nonce}}` is filled in), `lang`,
 * `gate=inline|off`, `strict=1`.
 */
async function fillPlain(query, {dist, nonce}) {
  return {
    lang: oneOf(LANGUAGES, query.lang),
    config: query.raw ?? toScriptJson({...PLAIN_CONFIG, ...JSON.parse(query.config ?? '{}')}),
    gate: await gateTag(query.gate, dist, query.strict ? ` nonce="${nonce}"` : ''),
    head: fill(query.head ?? '', {nonce}),
    body: fill(query.body ?? '', {nonce}),
  };
}

async function gateTag(kind, dist, nonce) {
  if (kind === 'off') return '';
  if (kind !== 'inline') return `<script src="/consent/gate.js"${nonce}></script>`;
  return `<script data-home="/consent/"${nonce}>${await readFile(resolve(dist, 'gate.js'), 'utf8')}</script>`;
}
