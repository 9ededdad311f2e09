/**
 * The demo site. `node demo/serve.mjs` serves it on http://127.0.0.1:8080 (PORT overrides);
 * the journeys start it with `startDemo()` on a free port.
 *
 * Nothing leaves this machine: the stand-ins in demo/vendors answer for every third party that a page names.
 */
import {createAdaptorServer} from '@hono/node-server';
import {createServer as createSecureServer} from 'node:https';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {LANGUAGES} from './server/languages.mjs';
import {openReceipts} from './server/receipts.mjs';
import {createSite} from './server/site.mjs';
import {createTraffic} from './server/traffic.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Starts the site and every stand-in on one port, for any Host.
 *
 * - `tls`: `{key, cert}` opens a second, https listener on a free port.
 * - `panel`: `false` leaves the panel out of every page; `?panel=off` does it for one.
 * - `fixtures`: lets `plain.html` take its config and body from the address. Never on a public server.
 */
export async function startDemo(options = {}) {
  const {port = 0, host = '127.0.0.1', tls, panel = true, fixtures = true, dist = DIST} = options;
  const receipts = await openReceipts(dist);
  const traffic = createTraffic();
  const site = createSite({dist, traffic, receipts, panel, fixtures});
  const servers = [await listen(site, {port, host})];
  if (tls) servers.push(await listen(site, {port: 0, host, tls}));
  const [plainPort, tlsPort] = servers.map((server) => server.address().port);

  return {
    url: `http://${host}:${plainPort}`,
    port: plainPort,
    tlsPort,
    requests: traffic.requests,
    /** The receipts that arrived, oldest first. */
    receipts: async () => (await receipts.list({limit: 1000})).map(({receipt}) => receipt).reverse(),
    hold: traffic.hold,
    release: traffic.release,
    fail: traffic.fail,
    async reset() {
      traffic.reset();
      await receipts.reset();
    },
    async close() {
      traffic.reset();
      await Promise.all(servers.map(closeServer));
      receipts.close();
    },
  };
}

function listen(site, {port, host, tls}) {
  const secure = tls && {createServer: createSecureServer, serverOptions: tls};
  const server = createAdaptorServer({fetch: site.fetch, ...secure});
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

const PAGES = [
  ['', 'start here'],
  ['script-tag.html', 'the whole thing in ten lines'],
  ['module.html', 'from npm, with a service of your own'],
  ['embeds.html', 'videos, images, style sheets and scripts in the markup'],
  ['strict.html', 'under a strict content security policy'],
  ['languages.html?lang=nb', `${LANGUAGES.length} languages`],
  ['layouts.html?layout=cloud&theme=paper', 'where the banner sits, and how it looks'],
  ['regimes.html?regime=opt-out', 'what silence means'],
  ['real.html?vendor=posthog', "seven vendors' own code from npm"],
  ['services.html', 'every service, with a stand-in'],
  ['order.html', 'scripts that rely on each other'],
  ['blocked.html', 'a browser that allows no storage'],
  ['privacy.html', 'the cookie policy'],
];

async function serveForPeople() {
  const port = Number(process.env.PORT ?? 8080);
  const demo = await startDemo({port, fixtures: false});
  const width = Math.max(...PAGES.map(([path]) => path.length));
  console.log(`consent-gate demo\n`);
  for (const [path, about] of PAGES) console.log(`  ${demo.url}/${path.padEnd(width)}  ${about}`);
  console.log('\nStop with Ctrl+C.');
}

function explainFailure(error) {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken ? `Port ${error.port} is taken. Choose another one: PORT=8081 node demo/serve.mjs` : error.message,
  );
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) serveForPeople().catch(explainFailure);
