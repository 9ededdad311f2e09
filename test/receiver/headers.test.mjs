import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Hono} from 'hono';
import {gpcStatement} from '../../dist/receiver/index.js';
import {ORIGIN, given, openReceiver, post} from './fixtures/receipts.mjs';

const STRANGER = 'https://stranger.example';

const corsHeaders = (response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control-')));

const preflight = (receiver, origin) =>
  receiver.request('/', {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });

test('a page of a listed origin may post, and its browser remembers that for two hours', async () => {
  const response = await preflight(openReceiver().receiver, ORIGIN);

  assert.equal(response.status, 204);
  assert.deepEqual(corsHeaders(response), {
    'access-control-allow-origin': ORIGIN,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type,idempotency-key',
    'access-control-max-age': '7200',
  });
});

test('a page of any other origin is not let in, also one that looks like a listed one', async () => {
  const {receiver} = openReceiver();
  const strangers = [
    STRANGER,
    'null',
    `${ORIGIN}.stranger.example`,
    `${ORIGIN}:8443`,
    'http://www.example.com',
  ];

  for (const origin of strangers) {
    assert.equal(
      (await preflight(receiver, origin)).headers.get('access-control-allow-origin'),
      null,
      origin,
    );
    assert.equal(
      (await post(receiver, given(), {origin})).headers.get('access-control-allow-origin'),
      null,
      origin,
    );
  }
});

test('each origin gets its own answer, so no cache may hand one to another', async () => {
  const {receiver} = openReceiver({origins: [ORIGIN, 'https://shop.example']});
  const answers = await Promise.all([
    post(receiver, given(), {origin: ORIGIN}),
    post(receiver, given(), {origin: 'https://shop.example'}),
    post(receiver, given(), {origin: STRANGER}),
    post(receiver, given()),
    preflight(receiver, STRANGER),
  ]);

  assert.deepEqual(
    answers.map(({headers}) => headers.get('access-control-allow-origin')),
    [ORIGIN, 'https://shop.example', null, null, null],
  );
  assert.ok(answers.every(({headers}) => headers.get('vary').split(/, */).includes('Origin')));
});

test('no answer is cached or asks for credentials, and a page can also read a refusal', async () => {
  const {receiver} = openReceiver();
  const receipt = given();
  const origin = ORIGIN;
  const answers = [
    await post(receiver, receipt, {origin}),
    await post(receiver, receipt, {origin}),
    await post(receiver, {...receipt, jurisdiction: 'FR'}, {origin}),
    await post(receiver, 'x', {origin}),
    await post(receiver, 'x'.repeat(65_536), {origin, 'content-length': '65536'}),
    await post(receiver, receipt, {origin, 'content-type': 'text/html'}),
    await receiver.request('/', {headers: {origin}}),
    await preflight(receiver, origin),
  ];

  assert.deepEqual(
    answers.map(({status}) => status),
    [201, 200, 422, 400, 413, 415, 405, 204],
  );
  for (const {status, headers} of answers) {
    assert.equal(headers.get('cache-control'), 'no-store', String(status));
    assert.equal(headers.get('access-control-allow-origin'), ORIGIN, String(status));
    assert.equal(headers.get('access-control-allow-credentials'), null, String(status));
    assert.equal(headers.get('set-cookie'), null, String(status));
  }
});

test('the Idempotency-Key is the id of the receipt in quotes, or is left out', async () => {
  const {ledger, receiver} = openReceiver();
  const receipt = given();
  const keys = [receipt.id, `"${given().id}"`, `"${receipt.id}`, `"${receipt.id}", "${receipt.id}"`, ''];

  for (const key of keys)
    assert.equal((await post(receiver, receipt, {'idempotency-key': key})).status, 400, key);
  assert.equal(await ledger.count(), 0);
  assert.equal((await post(receiver, receipt, {'idempotency-key': `"${receipt.id}"`})).status, 201);
  assert.equal((await post(receiver, receipt)).status, 200);
});

test('nothing can be read from the endpoint', async () => {
  const {receiver} = openReceiver();
  await post(receiver, given());

  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const response = await receiver.request('/', {method});
    assert.equal(response.status, 405, method);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS', method);
  }
});

test('a site mounts the receiver where it likes, and keeps its own error page out of it', async () => {
  const {ledger, receiver} = openReceiver();
  const site = new Hono().onError((error, c) => c.html(error.message, 500));
  site.route('/consent-receipts', receiver);
  const to = (body) => site.request('/consent-receipts', {method: 'POST', body: JSON.stringify(body)});

  const stored = await to(given());
  const refused = await to({});

  assert.deepEqual([stored.status, refused.status], [201, 400]);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  assert.equal(await ledger.count(), 1);
});

test('a site says that it honours Global Privacy Control, since a day that exists', () => {
  assert.deepEqual(gpcStatement('2026-11-22'), {gpc: true, lastUpdate: '2026-11-22'});
  assert.throws(
    () => gpcStatement('22.11.2026'),
    new TypeError('lastUpdate is "22.11.2026", but must be a day such as 2026-11-22'),
  );
  assert.throws(() => gpcStatement('2026-13-01'), TypeError);
});
