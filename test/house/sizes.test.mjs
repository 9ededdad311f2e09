import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';
import {BUDGETS} from './budgets.mjs';
import {scripts} from './built.mjs';

/** What is on the page whenever something else is fetched. */
const THERE_ALREADY = ['gate.js', 'consent-ui.js'];

for (const [name, {files, limit, together = false}] of Object.entries(BUDGETS)) {
  test(`${name} stays within ${limit} bytes`, () => {
    const groups = files.map((pattern) => scripts.filter((file) => pattern.test(file)));
    assert.ok(
      groups.every((group) => group.length > 0),
      `dist lacks ${files.join(' or ')}: npm run build`,
    );
    const downloads = together ? [groups.flat()] : groups.flat().map((file) => [file]);
    const sizes = downloads.map((download) => ({
      download: withImports(download),
      bytes: weigh(withImports(download)),
    }));
    const over = sizes.filter(({bytes}) => bytes > limit);
    assert.deepEqual(over.map(explain(limit)), []);
  });
}

test('README states the budgets and no other size', () => {
  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
  const stated = [
    ...readme.matchAll(/(?:<!-- size:(\w+) -->\s*\W*)?(\d+(?:[.,]\d+)?)\s*(k[Bb]|KB|KiB|bytes)\b/g),
  ];
  const wrong = stated.filter(([, name, figure, unit]) => {
    const bytes = Number(figure.replace(',', '.')) * (unit === 'bytes' ? 1 : 1000);
    return BUDGETS[name]?.limit !== bytes;
  });
  assert.ok(stated.length > 0, 'README.md says how small the gate is: <!-- size:gate -->4.5 kB');
  assert.deepEqual(
    wrong.map(
      ([text]) =>
        `README.md says "${text}": write <!-- size:NAME --> and the budget of test/house/budgets.mjs`,
    ),
    [],
  );
});

/** What a browser fetches for these files: themselves and what they import at once. @param {string[]} files */
function withImports(files) {
  const all = new Set(files);
  for (const file of all) {
    const code = readFileSync(`dist/${file}`, 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)];
    const paths = imports.map(([, path]) => posix.join(posix.dirname(file), path));
    for (const path of paths.filter((path) => !THERE_ALREADY.includes(path))) all.add(path);
  }
  return [...all];
}

/** @param {string[]} files */
function weigh(files) {
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
  const size = (file) => brotliCompressSync(readFileSync(`dist/${file}`), {params}).length;
  return files.map(size).reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {number} limit */
function explain(limit) {
  return ({download, bytes}) =>
    `${download.join(' + ')}: ${bytes} bytes, ${bytes - limit} over ${limit}. ` +
    'Fetch later what is not needed at once, take something out, or question the budget in a decision record.';
}
