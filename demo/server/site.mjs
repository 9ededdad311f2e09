import {Hono} from 'hono';
import {resolve} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {answerVendor, isVendorHost, realVendorHost} from '../vendors/vendors.mjs';
import {clientOf} from './client.mjs';
import {createConsole} from './console.mjs';
import {readFolder} from './files.mjs';
import {answerPage} from './pages.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMO = resolve(ROOT, 'demo');
const MODULES = resolve(ROOT, 'node_modules');

/** Only what a page that uses the npm package imports from node_modules, and nothing else that lies there. */
const PACKAGES = ['lit', 'lit-html', 'js-cookie'];

/** Everything the demo answers: pages, the built library, stand-ins for vendors, receipts. */
export function createSite({dist, traffic, receipts, panel, fixtures}) {
  const app = new Hono();
  app.use('*', record(traffic));
  app.all('*', answerVendors);
  app.route('/__demo', createConsole({folder: DEMO, traffic, receipts}));
  app.mount('/consent-receipts', (request) => receipts.receive(request));
  app.get('/consent/*', (c) => readFolder(c, dist, '/consent/', isPublicBuild));
  app.get('/esm/*', (c) => readFolder(c, resolve(dist, 'esm'), '/esm/'));
  for (const name of PACKAGES) {
    app.get(`/node_modules/${name}/*`, (c) =>
      readFolder(c, resolve(MODULES, name), `/node_modules/${name}/`),
    );
  }
  app.get('/site.css', (c) => readFolder(c, DEMO, '/'));
  app.get('/.well-known/gpc.json', (c) => c.json(receipts.gpcStatement()));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('*', (c) => answerPage(c, {folder: DEMO, dist, panel, fixtures}));
  app.onError((error, c) => {
    console.error(error);
    return c.text('The demo failed to answer; see its console.', 500);
  });
  return app;
}

/** The receiver runs on the server and has no business in a browser. */
function isPublicBuild(path) {
  return !path.startsWith('receiver');
}

/** Writes the request down, then lets a test hold it back or make it fail. */
function record(traffic) {
  return async (c, next) => {
    const target = locate(c);
    c.set('target', target);
    if (target.path.startsWith('/__demo/') || target.path === '/favicon.ico') return next();
    traffic.requests.push(await describe(c, target));
    const status = await traffic.pass(target);
    if (status === undefined) return next();
    if (status === 0) c.env.outgoing.destroy();
    return c.body(null, status === 0 ? 500 : status, {'access-control-allow-origin': '*'});
  };
}

function answerVendors(c, next) {
  const target = c.get('target');
  return target.vendor ? answerVendor(c, target) : next();
}

/** Which host the page wanted: `/vendor/<host>/<path>`, a vendor's own host name, or this site. */
function locate(c) {
  const url = new URL(c.req.url);
  const real = realVendorHost(url.pathname);
  if (real) return {host: real, path: url.pathname, vendor: true};
  const [, host, path] = /^\/vendor\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  if (host) return {host, path: path ?? '/', vendor: true};
  return {host: url.hostname, path: url.pathname, vendor: isVendorHost(url.hostname)};
}

/** As text; Clarity packs what it sends. */
async function readBody(request) {
  const bytes = Buffer.from(await request.arrayBuffer());
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString();
}

async function describe(c, {host, path, vendor}) {
  const {method} = c.req;
  const body = method === 'GET' || method === 'HEAD' ? '' : await readBody(c.req.raw.clone());
  return {
    time: Date.now(),
    method,
    host,
    path,
    query: new URL(c.req.url).search.slice(1),
    referer: c.req.header('referer') ?? '',
    cookie: c.req.header('cookie') ?? '',
    body,
    vendor,
    client: clientOf(c),
  };
}
