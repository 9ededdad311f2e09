import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';

const {exports: entries = {}, main, types, files = []} = JSON.parse(readFileSync('package.json', 'utf8'));

/** What only a browser has. Reading any of them while a module is imported breaks server rendering. */
const BROWSER_GLOBALS = [
  'document',
  'window',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'location',
  'history',
  'customElements',
  'HTMLElement',
  'matchMedia',
];

test('every path that package.json exports is a file', () => {
  const paths = [...pathsIn(entries), main, types].filter((path) => path !== undefined);
  assert.ok(paths.length > 0, 'package.json exports nothing');
  assert.deepEqual(
    paths.filter((path) => filesFor(path).length === 0),
    [],
  );
});

test('every export is published', () => {
  const published = (path) =>
    path === './package.json' || files.some((entry) => path.startsWith(`./${entry}`));
  assert.deepEqual(
    pathsIn(entries).filter((path) => !published(path)),
    [],
  );
});

for (const file of ['dist/esm/index.js', ...servicesIn('dist/esm/services')]) {
  test(`importing ${file} on a server touches nothing of a browser`, async () => {
    const touched = [];
    const restore = BROWSER_GLOBALS.map((name) => setTrap(name, touched));
    await import(pathToFileURL(resolve(file)).href).finally(() => restore.forEach((undo) => undo()));
    assert.deepEqual(touched, []);
  });
}

/** @param {string} name @param {string[]} touched */
function setTrap(name, touched) {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  const get = () => {
    touched.push(name);
    throw new Error(`${name} was read while a module was imported`);
  };
  Object.defineProperty(globalThis, name, {get, configurable: true});
  return () => {
    delete globalThis[name];
    Object.defineProperties(globalThis, before ? {[name]: before} : {});
  };
}

/** The paths in package.json's conditions, however deep. @returns {string[]} */
function pathsIn(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(pathsIn);
}

/** The files for a path with one `*` for any name, or without. @param {string} path */
function filesFor(path) {
  const [before, after] = path.split('*');
  const folder = path.slice(0, before.lastIndexOf('/') + 1);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => folder + name) : [];
  const fits = (file) => file.startsWith(before) && file.endsWith(after);
  return files.filter((file) => (after === undefined ? file === path : fits(file)));
}

/** @param {string} folder */
function servicesIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : ['(built services)'];
  return names.filter((name) => !/\.(d\.ts|map)$/.test(name)).map((name) => `${folder}/${name}`);
}
