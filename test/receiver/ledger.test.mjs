import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import Database from 'libsql';
import {openLedger} from '../../dist/receiver/index.js';
import {given} from './fixtures/receipts.mjs';

const receivedAt = '2026-11-22T12:00:00.000Z';

/** A ledger on disk with three receipts, and a second connection for whoever wants to tamper with it. */
async function threeReceipts(t) {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const path = join(folder, 'receipts.db');
  const ledger = openLedger({path});
  const intruder = new Database(path);
  t.after(() => {
    intruder.close();
    ledger.close();
    rmSync(folder, {recursive: true});
  });

  const receipts = [given(), given(), given()];
  for (const receipt of receipts) await ledger.append({receipt, receivedAt, flags: []});
  return {path, ledger, intruder, receipts};
}

const unguard = (database) =>
  database.exec(
    'DROP TRIGGER entries_never_change; DROP TRIGGER entries_never_go; DROP TRIGGER receipts_never_change',
  );

test('an untouched ledger verifies, and so does an empty one', async (t) => {
  const {ledger} = await threeReceipts(t);
  const {head, ...rest} = await ledger.verify();
  const empty = await openLedger({path: ':memory:'}).verify();

  assert.deepEqual(rest, {ok: true, entries: 3, receipts: 3});
  assert.equal(head.n, 3);
  assert.match(head.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual([empty.ok, empty.entries], [true, 0]);
});

test('the list shows the newest receipts first, and all of them page by page', async (t) => {
  const {ledger, receipts} = await threeReceipts(t);

  const newest = await ledger.list({limit: 2});
  const rest = await ledger.list({limit: 2, before: newest.at(-1).n});

  assert.deepEqual(
    [...newest, ...rest].map(({receipt}) => receipt),
    receipts.toReversed(),
  );
  assert.deepEqual(
    [...newest, ...rest].map(({n}) => n),
    [3, 2, 1],
  );
  assert.equal(await ledger.count(), 3);
});

test('a ledger that is closed and opened again holds what it held, and goes on', async (t) => {
  const {path, ledger, receipts} = await threeReceipts(t);
  const before = await ledger.verify();

  const reopened = openLedger({path});
  assert.deepEqual(await reopened.verify(), before);
  assert.equal((await reopened.append({receipt: receipts[0], receivedAt, flags: []})).outcome, 'repeated');
  await reopened.append({receipt: given(), receivedAt, flags: []});
  assert.equal((await reopened.verify(before.head)).entries, 4);
  reopened.close();
});

test('no entry and no receipt can be changed, and no entry removed', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  const statements = [
    "UPDATE entries SET received_at = 'x' WHERE n = 1",
    'DELETE FROM entries WHERE n = 1',
    "UPDATE receipts SET body = '{}' WHERE n = 1",
  ];

  for (const statement of statements) assert.throws(() => intruder.exec(statement), /never/, statement);
  assert.equal((await ledger.verify()).ok, true);
});

test('who gets round that and changes a receipt is found out', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  unguard(intruder);

  intruder.exec(`UPDATE receipts SET body = replace(body, 'false', 'true') WHERE n = 2`);

  assert.deepEqual(await ledger.verify(), {ok: false, at: 2, reason: 'receipt altered'});
});

test('who hides a receipt under another id, or gives it to another visitor, is found out', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  unguard(intruder);

  intruder.exec("UPDATE receipts SET consent_id = 'x' WHERE n = 3");
  assert.deepEqual(await ledger.verify(), {ok: false, at: 3, reason: 'receipt altered'});

  intruder.exec("UPDATE receipts SET id = 'x' WHERE n = 1");
  assert.deepEqual(await ledger.verify(), {ok: false, at: 1, reason: 'receipt altered'});
});

test('who changes when a receipt came, or what was odd about it, is found out', async (t) => {
  for (const change of ["received_at = '2026-11-21T12:00:00.000Z'", "flags = 'time-late'"]) {
    const {ledger, intruder} = await threeReceipts(t);
    unguard(intruder);

    intruder.exec(`UPDATE entries SET ${change} WHERE n = 2`);

    assert.deepEqual(await ledger.verify(), {ok: false, at: 3, reason: 'entry altered'}, change);
  }
});

test('who changes that of the last receipt is found out by a head published before', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  const {head} = await ledger.verify();
  unguard(intruder);

  intruder.exec("UPDATE entries SET flags = 'time-late' WHERE n = 3");

  assert.deepEqual(await ledger.verify(head), {ok: false, at: 3, reason: 'entry altered'});
});

test('who takes an entry out of the middle is found out', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  unguard(intruder);

  intruder.exec('DELETE FROM receipts WHERE n = 2; DELETE FROM entries WHERE n = 2');

  assert.deepEqual(await ledger.verify(), {ok: false, at: 2, reason: 'entry missing'});
});

test('who cuts the end off, or writes it anew, is found out by a head published before', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  const {head} = await ledger.verify();
  unguard(intruder);

  intruder.exec('DELETE FROM receipts WHERE n = 3; DELETE FROM entries WHERE n = 3');
  assert.equal((await ledger.verify()).ok, true);
  assert.deepEqual(await ledger.verify(head), {ok: false, at: 3, reason: 'entry missing'});

  await ledger.append({receipt: given(), receivedAt, flags: []});
  assert.equal((await ledger.verify()).ok, true);
  assert.deepEqual(await ledger.verify(head), {ok: false, at: 3, reason: 'entry altered'});
});

test('an erased receipt leaves the chain whole and nothing of itself behind', async (t) => {
  const {ledger, intruder, receipts} = await threeReceipts(t);
  const {head} = await ledger.verify();

  intruder.exec('DELETE FROM receipts WHERE n = 2');

  assert.deepEqual(await ledger.verify(head), {ok: true, entries: 3, receipts: 2, head});
  assert.deepEqual(
    (await ledger.list()).map(({receipt}) => receipt),
    [receipts[2], receipts[0]],
  );
  assert.equal(await ledger.count(), 2);
});

test('the same receipt leaves another digest each time: an erased one cannot be guessed', async (t) => {
  const {ledger, intruder} = await threeReceipts(t);
  const receipt = given();
  const other = openLedger({path: ':memory:'});
  await ledger.append({receipt, receivedAt, flags: []});
  await other.append({receipt, receivedAt, flags: []});

  const rows = intruder.prepare('SELECT salt FROM receipts').all();
  assert.equal(new Set(rows.map(({salt}) => salt)).size, 4);
  assert.notEqual((await ledger.verify()).head.hash, (await other.verify()).head.hash);
});

test('a ledger of more than one page verifies to its end', async () => {
  const ledger = openLedger({path: ':memory:'});
  for (let n = 0; n < 1001; n += 1) await ledger.append({receipt: given(), receivedAt, flags: []});

  const {ok, entries, receipts} = await ledger.verify();
  assert.deepEqual({ok, entries, receipts}, {ok: true, entries: 1001, receipts: 1001});
});
