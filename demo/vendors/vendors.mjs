import {readFile} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import {resolve} from 'node:path';
import {sendFile} from '../server/files.mjs';
import {REAL_VENDORS} from './real.mjs';
import {isStandInHost, standInFor} from './services.mjs';

const HERE = import.meta.dirname;
const MODULES = resolve(HERE, '../../node_modules');

/** Host names that never belong to the site itself, so that a page may name them as they really are. */
const HOSTS = [
  /^stats\./,
  /(^|\.)acme\.(example|test)$/,
  /(^|\.)(googletagmanager|google-analytics|analytics\.google|doubleclick|googleadservices)\.(com|net)$/,
  /(^|\.)(posthog\.com|mixpanel\.com|mxpnl\.com|amplitude\.com|segment\.(com|io)|clarity\.ms|plausible\.io)$/,
];

/** Where each of the others is served: by path, because most vendors move between hosts. */
const SCRIPTS = [
  [/\/(matomo|piwik)\.js$/, 'matomo.js'],
  [/\/tag\.js$/, 'acme-tag.js'],
  [/\/embed\.js$/, 'acme-embed.js'],
  [/\/embed(\/|\.html$)/, 'acme-embed.html'],
  [/\/badge\.svg$/, 'acme-badge.svg'],
  [/\/widget\.css$/, 'acme-widget.css'],
];

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Whether a Host header belongs to a third party of the demo. */
export function isVendorHost(host) {
  return isStandInHost(host) || HOSTS.some((pattern) => pattern.test(host));
}

/** The vendor whose script is asked for as `/vendor-real/<id>.js`, or `<id>.npm.js` for what its tag loads. */
export function realVendorHost(path) {
  const [, id] = /^\/vendor-real\/([a-z]+)(\.npm)?\.js$/.exec(path) ?? [];
  return id && Object.hasOwn(REAL_VENDORS, id) ? REAL_VENDORS[id].host : undefined;
}

/** Answers as the vendor would: with its script, its embed, or the reply its script waits for. */
export async function answerVendor(c, {host, path}) {
  const headers = {...corsHeaders(c), ...(await obeyQuery(c))};
  if (c.req.method === 'OPTIONS') return c.body(null, 204, headers);
  const standIn = standInFor(host + path);
  if (standIn) return answerStandIn(c, standIn, headers);
  const file = SCRIPTS.find(([pattern]) => pattern.test(path))?.[1];
  if (file) return sendFile(c, HERE, file, headers);
  if (path.startsWith('/consent/check/')) return checkAdRollConsent(c, headers);
  if (path.endsWith('.gif')) return c.body(GIF, 200, {...headers, 'content-type': 'image/gif'});
  if (path.endsWith('.js')) return answerRealScript(c, {host, path}, headers);
  return answerCollector(c, {host, path}, headers);
}

/** A stand-in, behind what all of them share; a block of its own keeps their names apart. */
async function answerStandIn(c, {file, writes}, headers) {
  if (file.endsWith('.html')) return sendFile(c, HERE, file, headers);
  const read = (name) => readFile(resolve(HERE, name), 'utf8');
  const about = `const STAND_IN = ${JSON.stringify({file, writes})};`;
  const source = `{\n${about}\n${await read('shared.js')}\n${await read(file)}\n}`;
  return c.body(source, 200, {...headers, 'content-type': 'text/javascript; charset=utf-8'});
}

/** Tests ask for a slow answer (`delay=800`, ms) or for a cookie that scripts cannot see (`httponly=name`). */
async function obeyQuery(c) {
  const {delay, httponly} = c.req.query();
  if (delay) await wait(Math.min(Number(delay) || 0, 30_000));
  return /^[\w-]+$/.test(httponly ?? '')
    ? {'set-cookie': `${httponly}=1; Path=/; Max-Age=86400; HttpOnly`}
    : {};
}

function corsHeaders(c) {
  return {
    'access-control-allow-origin': c.req.header('origin') ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '*',
    'cache-control': 'no-store',
  };
}

/** AdRoll's JSONP answer: a visitor whose consent the site has asked for itself. */
function checkAdRollConsent(c, headers) {
  const answer = '__adroll.set_consent(true, false, true, "FI", "US", {"banner": "custom_approved"});';
  return c.body(answer, 200, {...headers, 'content-type': 'text/javascript'});
}

/** A vendor's own script from npm, by the host name it really has, or what stands for the tag that loads it. */
async function answerRealScript(c, {host, path}, headers) {
  const vendor = Object.values(REAL_VENDORS).find((candidate) => candidate.host === host);
  if (!vendor) return c.text(`No stand-in for this script: ${host}`, 404, headers);
  const isTag = vendor.tag && !path.endsWith('.npm.js');
  const script = isTag ? `{${vendor.tag}\n}\n` : await readFile(resolve(MODULES, vendor.file));
  return c.body(script, 200, {...headers, 'content-type': 'text/javascript; charset=utf-8'});
}

function answerCollector(c, {host, path}, headers) {
  const {answers = {}} =
    Object.values(REAL_VENDORS).find((vendor) => [vendor.collector, vendor.host].includes(host)) ?? {};
  const answer = answers[path] ?? answers[''];
  return answer ? c.json(answer, 200, headers) : c.body(null, 204, headers);
}
