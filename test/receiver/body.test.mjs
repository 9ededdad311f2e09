import assert from 'node:assert/strict';
import {test} from 'node:test';
import {given, openReceiver, post, refused, signalled} from './fixtures/receipts.mjs';

const KIB = 1024;

/** What `status` says about every body, and that nothing of it was stored. */
async function statuses(bodies, headers) {
  const {ledger, receiver} = openReceiver();
  const responses = await Promise.all(bodies.map((body) => post(receiver, body, headers)));
  assert.equal(await ledger.count(), responses.filter(({status}) => status === 201).length);
  return responses.map(({status}) => status);
}

const all = (bodies, status) => bodies.map(() => status);

/** A request without a Content-Length, as from a client that does not say how much will come. */
const stream = (bytes) =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: new Blob([bytes]).stream(),
    duplex: 'half',
  });

test('a receipt is taken as application/json and as text/plain, which needs no preflight', async () => {
  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'text/plain;charset=UTF-8',
  ];

  for (const type of types) assert.deepEqual(await statuses([given()], {'content-type': type}), [201], type);
});

test('every other type and every other charset is refused', async () => {
  const types = [
    '',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/html',
    'application/json; charset=utf-16',
    'text/plain; charset=latin1',
  ];

  for (const type of types) assert.deepEqual(await statuses([given()], {'content-type': type}), [415], type);
});

test('a body of more than 16 KiB is refused, whether or not it says its size', async () => {
  const {ledger, receiver} = openReceiver();
  const receipt = JSON.stringify(given());
  const fits = receipt.padEnd(16 * KIB);
  const tooLong = receipt.padEnd(16 * KIB + 1);

  assert.deepEqual(await statuses([fits], {'content-length': String(fits.length)}), [201]);
  assert.deepEqual(await statuses([tooLong], {'content-length': String(tooLong.length)}), [413]);
  assert.equal((await receiver.request(stream(tooLong))).status, 413);
  assert.equal((await receiver.request(stream('x'.repeat(64 * KIB)))).status, 413);
  assert.equal(await ledger.count(), 0);
  assert.equal((await receiver.request(stream(fits))).status, 201);
});

test('a body that is not JSON in UTF-8 is refused', async () => {
  const bodies = ['', 'null', '[]', '"', '{', '{"id":1,}', 'a=b', JSON.stringify([given()])];
  const umlaut = JSON.stringify(given({notice: {...given().notice, version: 'Januar für alle'}}));
  const bytes = [new Uint8Array([0xff]), Buffer.from(umlaut, 'utf16le'), Buffer.from(umlaut, 'latin1')];

  assert.deepEqual(await statuses([...bodies, ...bytes]), all([...bodies, ...bytes], 400));
});

test('deep nesting is refused and takes nothing down', async () => {
  const arrays = '['.repeat(7500) + ']'.repeat(7500);
  const objects = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
  const bodies = [arrays, objects, JSON.stringify(given()).replace('null', arrays)];

  assert.deepEqual(await statuses(bodies), [400, 400, 400]);
});

test('__proto__ and its kin in a body change nothing and are refused', async () => {
  const into = (json) => JSON.stringify(given()).replace('{', `{${json},`);
  const bodies = [
    into('"__proto__":{"polluted":true}'),
    into('"constructor":{"prototype":{"polluted":true}}'),
    JSON.stringify(given()).replace('"choices":{', '"choices":{"__proto__":true,'),
    JSON.stringify({...given(), schema: undefined}).replace(
      '{',
      '{"__proto__":{"schema":"consent-receipt/1"},',
    ),
  ];

  assert.deepEqual(await statuses(bodies), all(bodies, 400));
  assert.equal({}.polluted, undefined);
});

test('a receipt that says more than a receipt says is refused, an address above all', async () => {
  const extras = [
    {ip: '203.0.113.7'},
    {userAgent: 'x'},
    {email: 'a@example.com'},
    {url: '/secret'},
    {referrer: 'x'},
  ];
  const bodies = [
    ...extras.map((extra) => given(extra)),
    given({signals: {gpc: null, dnt: null, ip: '203.0.113.7'}}),
    given({site: 'www.example.com/secret'}),
    given({site: 'user@www.example.com'}),
  ];

  assert.deepEqual(await statuses(bodies), all(bodies, 400));
});

test('a receipt that lacks a field is refused, whichever it is', async () => {
  const bodies = Object.keys(given()).map((name) => ({...given(), [name]: undefined}));

  assert.deepEqual(await statuses(bodies), all(bodies, 400));
});

test('a receipt that contradicts itself is refused', async () => {
  const bodies = [
    given({by: 'site'}),
    given({event: 'renewed', by: 'user-agent'}),
    signalled({by: 'user'}),
    signalled({event: 'given'}),
    refused({choices: {analytical: true}}),
    given({event: 'withdrawn'}),
    given({event: 'expired', by: 'site', method: 'expiry'}),
    given({method: 'reject-all'}),
    given({method: 'dismiss'}),
    given({choices: {necessary: true}}),
    given({choices: {}}),
    given({choices: {analytical: 'true'}}),
  ];

  assert.deepEqual(await statuses(bodies), all(bodies, 400));
});

test('an id that is not random, a time that is not UTC and a day that is not are refused', async () => {
  const bodies = [
    given({id: 'user-4711'}),
    given({consentId: '00000000-0000-1000-8000-000000000000'}),
    given({prev: 'none'}),
    given({time: '2026-11-22T10:00:00+01:00'}),
    given({time: '2026-13-01T10:00:00Z'}),
    given({validUntil: '2027-05-39T00:00:00Z'}),
    given({notice: {...given().notice, hash: 'sha256-short'}}),
  ];

  assert.deepEqual(await statuses(bodies), all(bodies, 400));
});

test('a receipt keeps every character of its notice, also the odd ones', async () => {
  const {ledger, receiver} = openReceiver();
  const version = 'v1 "ü" 🍪 \u0000 \ud800 \u2028';
  const receipt = given({notice: {...given().notice, version}});

  assert.equal((await post(receiver, receipt)).status, 201);
  assert.equal((await ledger.list())[0].receipt.notice.version, version);
  assert.equal((await ledger.verify()).ok, true);
});

test('a refusal is problem+json, names the broken rule and repeats nothing of what was sent', async () => {
  const {receiver} = openReceiver();
  const secret = 'secret-4711';
  const bodies = [
    given({[secret]: true}),
    given({site: `${secret}/`}),
    given({choices: {[`X${secret}`]: true}}),
    secret,
  ];
  const responses = await Promise.all(
    bodies.map((body) => post(receiver, body, {'idempotency-key': secret})),
  );
  const answers = await Promise.all(responses.map((response) => response.json()));

  assert.ok(responses.every(({headers}) => headers.get('content-type') === 'application/problem+json'));
  assert.ok(
    answers.every(
      ({type, title, status}) => type === 'about:blank' && title === 'Bad Request' && status === 400,
    ),
  );
  assert.ok(!JSON.stringify(answers).includes(secret));
  assert.deepEqual(
    answers.map(({rule}) => rule),
    [
      '#/additionalProperties',
      '#/properties/site/pattern',
      '#/properties/choices/propertyNames/pattern',
      undefined,
    ],
  );
});
