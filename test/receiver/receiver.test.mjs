import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createReceiver} from '../../dist/receiver/index.js';
import {
  NOON,
  given,
  openReceiver,
  post,
  postAll,
  refused,
  signalled,
  withdrawn,
} from './fixtures/receipts.mjs';

const HOUR = 3_600_000;
const at = (milliseconds) => new Date(milliseconds).toISOString();

/** A store that answers only when it is told to. */
function slowStore() {
  const waiting = [];
  const append = ({receivedAt, flags}) =>
    new Promise((resolve) => waiting.push(() => resolve({outcome: 'stored', receivedAt, flags})));
  return {store: {append}, finish: () => waiting.splice(0).forEach((answer) => answer())};
}

test('a yes, a no, a withdrawal and a browser signal are each stored and answered with 201', async () => {
  const {ledger, receiver} = openReceiver();
  const yes = given();
  const receipts = [yes, refused(), withdrawn(yes), signalled()];

  assert.deepEqual(await postAll(receiver, receipts), [201, 201, 201, 201]);
  assert.deepEqual((await ledger.list()).map(({receipt}) => receipt).reverse(), receipts);
});

test('a receipt sent three times is stored once and gets the first answer each time', async () => {
  let now = NOON;
  const {ledger, receiver} = openReceiver({now: () => now});
  const receipt = given({prev: given().id});

  const first = await post(receiver, receipt);
  now += 40 * 24 * HOUR;
  const second = await post(receiver, receipt);
  const third = await post(receiver, receipt);

  const answer = {id: receipt.id, receivedAt: '2026-11-22T12:00:00.000Z', flags: ['prev-missing']};
  assert.deepEqual([first.status, second.status, third.status], [201, 200, 200]);
  assert.deepEqual([await first.json(), await second.json(), await third.json()], [answer, answer, answer]);
  assert.equal(await ledger.count(), 1);
});

test('a receipt whose fields come in another order is the same receipt', async () => {
  const {ledger, receiver} = openReceiver();
  const receipt = given();
  const backwards = Object.fromEntries(Object.entries(receipt).reverse());

  assert.deepEqual(await postAll(receiver, [receipt, backwards]), [201, 200]);
  assert.equal(await ledger.count(), 1);
});

test('nobody can replace a stored receipt by another one with its id', async () => {
  const {ledger, receiver} = openReceiver();
  const receipt = given();
  const forged = {...receipt, choices: {...receipt.choices, advertising: true}};

  assert.deepEqual(await postAll(receiver, [receipt, forged]), [201, 422]);
  assert.deepEqual((await ledger.list())[0].receipt, receipt);
});

test('a receipt that comes again while it is being stored is told to wait, others are not', async () => {
  const {store, finish} = slowStore();
  const receiver = createReceiver({store, origins: []});
  const receipt = given();

  const first = post(receiver, receipt);
  const other = post(receiver, given());
  const again = await post(receiver, receipt);
  finish();

  assert.equal(again.status, 409);
  assert.deepEqual([(await first).status, (await other).status], [201, 201]);
});

test('a receipt that could not be stored can be sent again', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const failures = [new Error('disk full')];
  const {ledger} = openReceiver();
  const append = async (arrival) => {
    for (const failure of failures.splice(0)) throw failure;
    return ledger.append(arrival);
  };
  const receiver = createReceiver({store: {append}, origins: []});
  const receipt = given();

  assert.deepEqual(await postAll(receiver, [receipt, receipt]), [503, 201]);
  assert.deepEqual(log.mock.calls[0].arguments, ['[consent-gate] a receipt was not stored: disk full']);
});

test('a withdrawal that arrives before its grant is stored and flagged', async () => {
  const {ledger, receiver} = openReceiver();
  const yes = given();

  assert.deepEqual(await postAll(receiver, [withdrawn(yes), yes, withdrawn(yes)]), [201, 201, 201]);
  assert.deepEqual((await ledger.list()).map(({flags}) => flags).reverse(), [['prev-missing'], [], []]);
});

test('a visitor with a wrong clock loses no receipt: it gets the server time and a flag', async () => {
  const {ledger, receiver} = openReceiver({maxAgeOfQueue: 2});
  const times = [NOON + 24 * HOUR, NOON + 24 * HOUR + 1, NOON - 48 * HOUR, NOON - 48 * HOUR - 1];

  await postAll(
    receiver,
    times.map((time) => given({time: at(time)})),
  );

  const stored = (await ledger.list()).reverse();
  assert.deepEqual(
    stored.map(({flags}) => flags),
    [[], ['time-ahead'], [], ['time-late']],
  );
  assert.ok(stored.every(({receivedAt}) => receivedAt === at(NOON)));
});

test('a receipt may wait thirty days in the browser before it counts as late', async () => {
  const {ledger, receiver} = openReceiver();
  const days = 24 * HOUR;

  await postAll(receiver, [given({time: at(NOON - 30 * days)}), given({time: at(NOON - 30 * days - 1)})]);

  assert.deepEqual((await ledger.list()).map(({flags}) => flags).reverse(), [[], ['time-late']]);
});

test('a wrong option is refused with its name, its value and the remedy', () => {
  const {ledger: store} = openReceiver();
  const example = 'but must be an origin such as https://www.example.com';

  assert.throws(
    () => createReceiver({store, origins: ['*']}),
    new TypeError(`origins[0] is "*", ${example}`),
  );
  assert.throws(
    () => createReceiver({store, origins: ['https://a.example', 'https://b.example/']}),
    new TypeError(`origins[1] is "https://b.example/", ${example}`),
  );
  assert.throws(
    () => createReceiver({store, origins: [], maxAgeOfQueue: 0}),
    new TypeError('maxAgeOfQueue is 0, but must be a number of days above 0'),
  );
});
