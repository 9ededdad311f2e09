import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import {createReceiver, openLedger} from '../../dist/receiver/index.js';
import {given} from './fixtures/receipts.mjs';

// Milliseconds, for other processes and sockets.
const PATIENT = {timeout: 20_000};
const ACKNOWLEDGE = fileURLToPath(new URL('fixtures/acknowledge.mjs', import.meta.url));
const OPEN_TOGETHER = fileURLToPath(new URL('fixtures/open-together.mjs', import.meta.url));

function newFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  t.after(() => rmSync(folder, {recursive: true}));
  return folder;
}

/** Another process, which does not outlive the test. */
function run(t, program, ...values) {
  const child = spawn(process.execPath, [program, ...values.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill());
  return child;
}

/** Stores receipts and prints the id of each that was acknowledged. */
const acknowledge = (t, path, ids, count) => run(t, ACKNOWLEDGE, path, JSON.stringify(ids), count);

const lines = (output) => output.split('\n').filter(Boolean);

async function storedIds(ledger) {
  const stored = await ledger.list({limit: 1_000_000});
  return stored.map(({receipt}) => receipt.id);
}

/** The site behind a real socket, on a port of its own. */
async function listen(t, ledger) {
  const site = new Hono();
  site.route('/consent-receipts', createReceiver({store: ledger, origins: []}));
  const server = serve({fetch: site.fetch, hostname: '127.0.0.1', port: 0});
  await once(server, 'listening');
  t.after(() => server.close());
  return server.address().port;
}

test('every acknowledged receipt is there after the server was killed at work', PATIENT, async (t) => {
  const path = join(newFolder(t), 'receipts.db');
  const server = acknowledge(t, path, [], 1_000_000);
  const exited = once(server, 'exit');
  const ids = createInterface(server.stdout)[Symbol.asyncIterator]();
  const acknowledged = [];

  while (acknowledged.length < 300) acknowledged.push((await ids.next()).value);
  server.kill('SIGKILL');
  for await (const id of ids) acknowledged.push(id);
  const [, signal] = await exited;

  const ledger = openLedger({path});
  t.after(() => ledger.close());

  const stored = new Set(await storedIds(ledger));
  assert.equal(signal, 'SIGKILL');
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
  assert.equal((await ledger.verify()).ok, true);
});

test('two servers share one file: nothing is lost, nothing is there twice, one chain', PATIENT, async (t) => {
  const path = join(newFolder(t), 'receipts.db');
  const both = Array.from({length: 50}, () => given().id);

  const outputs = await Promise.all([
    text(acknowledge(t, path, both, 100).stdout),
    text(acknowledge(t, path, both, 100).stdout),
  ]);
  const ledger = openLedger({path});
  t.after(() => ledger.close());

  const acknowledged = outputs.flatMap(lines);
  assert.equal(acknowledged.length, 300);
  assert.deepEqual((await storedIds(ledger)).sort(), [...new Set(acknowledged)].sort());
  assert.equal((await ledger.verify()).entries, 250);
});

test('servers that start together on a file that does not exist yet all start', PATIENT, async (t) => {
  const folder = newFolder(t);
  const start = Date.now() + 1000;
  const open = () => text(run(t, OPEN_TOGETHER, folder, start).stdout);

  assert.deepEqual(await Promise.all([open(), open(), open()]), ['100', '100', '100']);
});

test('the file names no sender: no address, no browser, no cookie, no page', PATIENT, async (t) => {
  const folder = newFolder(t);
  const ledger = openLedger({path: join(folder, 'receipts.db')});
  t.after(() => ledger.close());
  const logs = ['log', 'info', 'warn', 'error'].map((level) => t.mock.method(console, level, () => {}));
  const port = await listen(t, ledger);
  const traces = {
    'x-forwarded-for': '203.0.113.7',
    'user-agent': 'Traceable/4711',
    cookie: 'account=alice',
    referer: 'https://www.example.com/secret-page',
  };
  const receipt = given();

  const response = await fetch(`http://127.0.0.1:${port}/consent-receipts`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'idempotency-key': `"${receipt.id}"`, ...traces},
    body: JSON.stringify(receipt),
  });

  const files = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  assert.equal(response.status, 201);
  assert.ok(files.includes(receipt.id));
  for (const trace of [...Object.values(traces), '127.0.0.1']) assert.ok(!files.includes(trace), trace);
  assert.deepEqual(
    logs.map(({mock}) => mock.callCount()),
    [0, 0, 0, 0],
  );
});

test('who hides how much it sends is stopped at 16 KiB, and the next is served', PATIENT, async (t) => {
  const ledger = openLedger({path: ':memory:'});
  const port = await listen(t, ledger);
  const socket = connect(port, '127.0.0.1');
  t.after(() => socket.destroy());
  const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
  socket.on('error', () => {}); // The server may hang up while the last chunk is on its way.

  socket.write('POST /consent-receipts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  socket.write(`Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(8)}`);
  const [answer] = await once(socket, 'data');
  const next = await fetch(`http://127.0.0.1:${port}/consent-receipts`, {
    method: 'POST',
    body: JSON.stringify(given()),
  });

  assert.match(String(answer), /^HTTP\/1\.1 413 /);
  assert.equal(next.status, 201);
  assert.equal(await ledger.count(), 1);
});
