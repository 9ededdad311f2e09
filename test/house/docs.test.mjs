import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {compile} from './compile.mjs';
import {brokenLinks, categoriesIn, documents, examplesIn, optionsIn, readText} from './documents.mjs';

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
const fromDist = (path) => import(pathToFileURL(resolve('dist/esm', path)).href);
const {checkOptions, checkServiceOptions} = await fromDist('core/check.js');
const {BUILT_IN} = await fromDist('core/config.js');
const {generate} = await import('../../scripts/docs.mjs');

for (const [path, text] of await generate()) {
  test(`${path} says what the code says`, () => {
    assert.ok(readText(path) === text, `${path} is not up to date: npm run docs`);
  });
}

test('every relative link leads somewhere', () => {
  assert.deepEqual(brokenLinks(), []);
});

test('README has examples to copy', () => {
  const places = ['html', 'ts'].flatMap(examplesIn).map(({place}) => place);
  assert.ok(places.filter((place) => place.startsWith('README.md')).length > 10);
});

for (const {place, code} of examplesIn('html')) {
  test(`the example at ${place} is configured right`, async () => {
    const options = optionsIn(code);
    checkOptions(options);
    const used = (options.services ?? []).filter(({use}) => use);
    for (const {use, ...given} of used) {
      const {optionNames} = await fromDist(`services/${use}.js`);
      checkServiceOptions(place, given, optionNames);
    }
    const unknown = categoriesIn(code).filter((category) => !BUILT_IN.includes(category));
    assert.deepEqual(unknown, []);
  });
}

const typed = compile(Object.fromEntries(examplesIn('ts').map(({place, code}) => [place, code])));

for (const [place, errors] of typed) {
  test(`the example at ${place} compiles`, () => {
    assert.deepEqual(errors, []);
  });
}

test('the version is the same everywhere', async () => {
  const {LIB} = await fromDist('core/version.js');
  assert.equal(LIB, `${name}@${version}`);
  assert.match(documents.get('CHANGELOG.md'), new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'));
});

test('every service stands in the list of services, and on its page', () => {
  const files = namesIn('src/services').filter((file) =>
    readText(`src/services/${file}.ts`).includes('export const optionNames'),
  );
  const listed = [...readText('src/services/all.ts').matchAll(/from '\.\/([\w-]+)\.js'/g)].map(
    ([, file]) => file,
  );
  assert.deepEqual(listed.sort(), files);
  const described = [
    ...documents.get('docs/services.md').matchAll(/^\|.*'consent-gate\/services\/([\w-]+)'/gm),
  ].map(([, use]) => use);
  assert.deepEqual(described.sort(), files);
});

test('every language is loaded by its name', () => {
  const files = namesIn('src/locales').filter((file) => !['all', 'load', 'en-banner'].includes(file));
  const loaded = [...readText('src/locales/all.ts').matchAll(/import\('\.\/([\w-]+)\.js'\)/g)].map(
    ([, file]) => file,
  );
  assert.deepEqual(loaded.sort(), files);
});

test('every layout is an option', async () => {
  const {layouts} = await fromDist('ui/layouts.js');
  const about = {controller: {name: 'Example AS'}, policy: {url: '/privacy'}};
  for (const layout of Object.keys(layouts)) checkOptions({...about, layout});
});

/** @param {string} folder */
function namesIn(folder) {
  return readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .sort();
}
