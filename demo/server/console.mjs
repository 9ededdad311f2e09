import {Hono} from 'hono';
import {resolve} from 'node:path';
import {clientOf} from './client.mjs';
import {sendFile} from './files.mjs';

const PANEL_FILES = ['panel.js', 'panel-view.js', 'panel.css', 'answered-here.js'];
const SHOWN = 200;

/** What the panel asks the server. None of it is recorded, and none of it is part of the library. */
export function createConsole({folder, traffic, receipts}) {
  const app = new Hono();
  const changes = new Map();
  const violations = [];

  for (const file of PANEL_FILES) app.get(`/${file}`, (c) => sendFile(c, folder, file));
  app.get('/state', async (c) => c.json(await describeState(c, {traffic, receipts, changes})));
  app.post('/change', async (c) => {
    // Kept here, not in the browser: a page that reloads after a withdrawal still shows the report.
    changes.set(clientOf(c), await c.req.json());
    return c.body(null, 204);
  });
  app.post('/forget', (c) => {
    const client = clientOf(c);
    traffic.forget((request) => request.client === client);
    changes.delete(client);
    for (const name of cookieNames(c.req.header('cookie'))) expireEverywhere(c, name);
    return c.body(null, 204);
  });
  app.post('/csp', async (c) => {
    violations.push(await c.req.json());
    return c.body(null, 204);
  });
  app.get('/csp', (c) => c.json(violations));
  app.get('/source/:page', (c) =>
    sendFile(c, resolve(folder), /^[a-z-]+\.html$/.exec(c.req.param('page'))?.[0] ?? '', {
      'content-type': 'text/plain; charset=utf-8',
    }),
  );
  return app;
}

async function describeState(c, {traffic, receipts, changes}) {
  const client = clientOf(c);
  return {
    now: Date.now(),
    left: traffic.requests
      .filter((request) => request.vendor && request.client === client)
      .slice(-SHOWN)
      .map(({time, method, host, path, query, cookie, body}) => ({
        time,
        method,
        host,
        path,
        cookies: countCookies(cookie),
        detail: (query || body).slice(0, 400),
      })),
    // Names only: shows the ones that scripts cannot see.
    cookies: cookieNames(c.req.header('cookie')),
    receipts: {count: await receipts.count(), latest: await receipts.list({limit: 5})},
    change: changes.get(client) ?? null,
  };
}

/** With and without every domain it may have been set for: the browser does not say which. */
function expireEverywhere(c, name) {
  const labels = new URL(c.req.url).hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)];
  for (const domain of domains)
    c.header('set-cookie', `${name}=; Path=/; Max-Age=0${domain}`, {append: true});
}

function cookieNames(header = '') {
  return header
    .split('; ')
    .filter(Boolean)
    .map((pair) => pair.split('=', 1)[0]);
}

function countCookies(header) {
  return cookieNames(header).length;
}
