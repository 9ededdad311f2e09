import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {readConfig} from '../../dist/esm/core/config.js';
import {decide, restore} from '../../dist/esm/core/consent.js';
import {newId} from '../../dist/esm/core/id.js';
import {LIB} from '../../dist/esm/core/version.js';
import {buildReceipt} from '../../dist/esm/receipts/receipt.js';

const schema = JSON.parse(readFileSync('src/receipts/consent-receipt.v1.schema.json', 'utf8'));
const validate = new Ajv2020({allErrors: true, strict: false}).compile(schema);

const now = Date.UTC(2026, 10, 22, 21, 45);
const services = [
  {id: 'acme', category: 'analytical'},
  {id: 'pixel', category: 'advertising'},
];
const configOf = (regime) =>
  readConfig({controller: {name: 'Rackslab SAS'}, policy: {url: '/privacy'}, services, regime});
const notice = {version: '1', lang: 'en', hash: `sha256-${'a'.repeat(43)}`};

const REGIMES = ['opt-in', 'opt-out', 'notice-only'];
const SIGNALS = [
  {gpc: null, dnt: null},
  {gpc: true, dnt: null},
  {gpc: false, dnt: '1'},
  {gpc: true, dnt: '0'},
];
const LAYERS = ['banner', 'preferences', 'embed', 'none'];
const ACTIONS = [
  {type: 'grant-all'},
  {type: 'grant-all', only: 'undecided'},
  {type: 'deny-all'},
  {type: 'deny-all', only: 'undecided'},
  {type: 'dismiss'},
  {type: 'choose', choices: {}},
  {type: 'choose', choices: {analytical: true}},
  {type: 'choose', choices: {analytical: true, acme: false, pixel: true}},
  {type: 'grant-service', service: 'acme'},
  {type: 'withdraw'},
];
const BEFORE = [[], [{type: 'grant-all'}], [{type: 'deny-all'}], [{type: 'grant-service', service: 'pixel'}]];

/** Every way to decide, from every state. */
const cases = REGIMES.flatMap((regime) =>
  SIGNALS.flatMap((signals) =>
    BEFORE.flatMap((before) =>
      [null, ...ACTIONS].flatMap((action) =>
        LAYERS.flatMap((layer) =>
          [true, false].map((isVisitor) => ({regime, signals, before, action, layer, isVisitor})),
        ),
      ),
    ),
  ),
).filter(({action, signals, layer}) => action || ((signals.gpc || signals.dnt === '1') && layer === 'none'));

function receiptOf({regime, signals, before, action, layer, isVisitor}) {
  const config = configOf(regime);
  const follow = (consent, next) => decide(config, consent, next, {now, newId});
  const was = before.reduce(follow, restore(config, null, signals));
  const is = action ? follow(was, action) : was;
  const how = {action, layer, isVisitor, now, newId, site: 'example.com:8080', prev: null, notice, lib: LIB};
  return buildReceipt(config, is, was, how);
}

test('every way to decide gives a receipt that the schema takes', () => {
  const faults = cases
    .map((one) => ({one, receipt: receiptOf(one)}))
    .filter(({receipt}) => !validate(JSON.parse(JSON.stringify(receipt))))
    .map(({one, receipt}) => ({
      ...one,
      event: receipt.event,
      method: receipt.method,
      choices: receipt.choices,
    }));
  assert.ok(cases.length > 3000);
  assert.deepEqual(faults.slice(0, 5), []);
});

test('together they show every event and method that a page can cause', () => {
  const seen = (name) => [...new Set(cases.map((one) => receiptOf(one)[name]))].sort();
  assert.deepEqual(seen('event'), ['changed', 'given', 'refused', 'renewed', 'signalled', 'withdrawn']);
  assert.deepEqual(seen('method'), [
    'accept-all',
    'api',
    'dismiss',
    'dnt',
    'embed-click',
    'gpc',
    'reject-all',
    'save-choices',
    'withdraw-all',
  ]);
  assert.deepEqual(seen('by'), ['site', 'user', 'user-agent']);
});

test('a grant by code alone is never receipted as one by a visitor', () => {
  const alone = cases.filter(({layer, isVisitor}) => layer === 'none' && !isVisitor).map(receiptOf);
  assert.deepEqual(
    alone.filter(({by}) => by === 'user'),
    [],
  );
});

test('the schema refuses a receipt with anything more in it', () => {
  const receipt = receiptOf(cases[0]);
  assert.equal(validate(receipt), true);
  for (const name of ['ip', 'userAgent', 'path', 'referrer', 'account']) {
    assert.equal(validate({...receipt, [name]: 'x'}), false, name);
  }
});
