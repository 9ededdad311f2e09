import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import nodeResolve from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';

/** What a bundler makes of a page's own code, every chunk of it in one text. */
async function bundle(code) {
  const page = {
    name: 'page',
    resolveId: (id) => (id === 'page.js' ? path.resolve('page.js') : null),
    load: (id) => (id === path.resolve('page.js') ? code : null),
  };
  const built = await rollup({
    input: 'page.js',
    plugins: [page, nodeResolve({exportConditions: ['production', 'browser']})],
  });
  const {output} = await built.generate({format: 'es'});
  await built.close();
  return output.map((chunk) => ({
    code: chunk.code,
    isEntry: chunk.isEntry,
    all: output.map((one) => one.code).join(),
  }))[0];
}

test('a site that imports one service does not ship the others', async () => {
  const {all} = await bundle(`
    import {startConsent} from './dist/esm/index.js';
    import {matomo} from './dist/esm/services/matomo.js';
    startConsent({controller: {name: 'Shop'}, policy: {url: '/privacy'}, services: [matomo({url: '/m', siteId: 1})]});
  `);
  assert.match(all, /forgetConsentGiven/);
  // Not by their addresses, which `debug` knows too.
  assert.doesNotMatch(all, /__adroll_fpc|analytics_storage/);
});

test('a site that imports only the error class ships nothing else', async () => {
  const {code} = await bundle(`
    import {ConfigError} from './dist/esm/index.js';
    console.log(ConfigError.name);
  `);
  assert.doesNotMatch(code, /BroadcastChannel|MutationObserver|document/);
});

test('the interface comes in a chunk of its own, so that who has answered does not load it', async () => {
  const {code, all} = await bundle(`
    import {startConsent} from './dist/esm/index.js';
    globalThis.start = startConsent;
  `);
  assert.match(all, /consent-banner/);
  assert.doesNotMatch(code, /consent-background|lit-html/);
});

test('the build keeps the space that a visitor sees after the name of a table cell', () => {
  assert.match(readFileSync('dist/preferences.js', 'utf8'), /attr\(data-label\) ': '/);
});
