import assert from 'node:assert/strict';
import {test} from 'node:test';
import {importsOf, sources} from './sources.mjs';

/** What a folder may import besides itself. What stands at the top of `src/` wires and may import all. */
const MAY_IMPORT = {
  types: [],
  core: ['types'],
  storage: ['types', 'core'],
  signals: ['types', 'core'],
  services: ['types', 'core'],
  locales: ['types', 'core'],
  gate: ['types', 'core'],
  receipts: ['types', 'core'],
  ui: ['types', 'core', 'locales'],
  receiver: ['types', 'receipts/receipt.ts', 'receipts/consent-receipt.v1.schema.json'],
};

/** Who may use which package. */
const PACKAGES = {
  lit: /^ui\//,
  'js-cookie': /^storage\/cookie\.ts$/,
  hono: /^receiver\//,
  libsql: /^receiver\//,
  ajv: /^receiver\//,
};

const imports = sources.flatMap(importsOf);
const own = imports.filter((one) => one.own);
const layerOf = (path) => (path.includes('/') ? path.split('/')[0] : path.replace(/\.\w+$/, ''));
const isWiring = (path) => !path.includes('/') && path !== 'types.ts';

test('every folder in src has its place among the layers', () => {
  const folders = new Set(sources.filter(({path}) => !isWiring(path)).map(({layer}) => layer));
  assert.deepEqual(
    [...folders].filter((folder) => !MAY_IMPORT[folder]),
    [],
  );
});

test('layers import in one direction', () => {
  const wrong = own.filter(({from, target}) => {
    const allowed = [from.layer, ...(MAY_IMPORT[from.layer] ?? [])];
    return !isWiring(from.path) && !allowed.includes(layerOf(target)) && !allowed.includes(target);
  });
  report(wrong, ({from, target}) => `${from.layer} may import ${MAY_IMPORT[from.layer]}, but not ${target}`);
});

test('the UI and the receipts are fetched only when they are needed', () => {
  const wrong = own.filter(
    ({from, target, kind}) => isWiring(from.path) && kind === 'value' && /^(ui|receipts)\//.test(target),
  );
  report(wrong, ({target}) => `${target} must be reached by import()`);
});

test('nothing in the browser imports the receiver', () => {
  const wrong = own.filter(({from, target}) => from.layer !== 'receiver' && layerOf(target) === 'receiver');
  report(wrong, ({target}) => `${target} runs on the server`);
});

test('every import between our files leads to a file', () => {
  const known = new Set(sources.map(({path}) => path));
  const wrong = own.filter(({target}) => target.endsWith('.ts') && !known.has(target));
  report(wrong, ({target}) => `there is no src/${target}`);
});

test('packages are used where they belong, and no others', () => {
  const homeOf = (target) => (target.startsWith('node:') ? /^receiver\// : PACKAGES[target]);
  const wrong = imports.filter(({from, target, own}) => !own && !homeOf(target)?.test(from.path));
  report(wrong, ({target}) => `"${target}" may be imported by ${homeOf(target) ?? 'no file at all'}`);
});

/** @param {import('./sources.mjs').Import[]} wrong @param {(one: import('./sources.mjs').Import) => string} explain */
function report(wrong, explain) {
  assert.deepEqual(
    wrong.map((one) => `${one.place}: ${explain(one)}`),
    [],
  );
}
