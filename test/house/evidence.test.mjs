import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {doubtsOf} from '../../scripts/docs/doubts.mjs';
import {EVIDENCE, usesIn} from '../../scripts/docs/evidence.mjs';

const JOURNEYS = 'test/journeys';
const {devDependencies} = JSON.parse(readFileSync('package.json', 'utf8'));

/** The files that a file of journeys imports from beside it, and itself. @param {string} path */
function withThoseBeside(path) {
  const folder = path.replace(/[^/]+$/, '');
  const text = readFileSync(`${JOURNEYS}/${path}`, 'utf8');
  return [path, ...[...text.matchAll(/from '\.\/([\w-]+\.mjs)'/g)].map(([, name]) => folder + name)];
}

for (const [use, {journeys, package: name}] of Object.entries(EVIDENCE)) {
  test(`what is said to prove ${use} is a journey that names it and withdraws`, () => {
    assert.ok(existsSync(`${JOURNEYS}/${journeys}`), `there is no ${JOURNEYS}/${journeys}`);
    const files = withThoseBeside(journeys);
    assert.ok(files.flatMap(usesIn).includes(use), `${journeys} does not name ${use}`);
    assert.match(files.map((file) => readFileSync(`${JOURNEYS}/${file}`, 'utf8')).join(), /withdraw\(/);
    assert.ok(!name || Object.hasOwn(devDependencies, name), `${name} is no devDependency`);
  });
}

test('every service that runs with the real script of its vendor is said to', () => {
  const real = readdirSync(JOURNEYS).filter((file) => file === 'real-vendors.mjs');
  assert.deepEqual(
    real.flatMap(usesIn).filter((use) => !EVIDENCE[use]?.package),
    [],
    'list them in scripts/docs/evidence.mjs, with the package',
  );
});

const ITEMS = [
  {name: 'a', lifetime: 'P1Y'},
  {name: 'b_*', lifetime: 'P1D'},
  {name: 'c', in: 'localStorage', lifetime: 'persistent'},
  {name: 'd', party: 'third', lifetime: 'P1Y'},
];

/** What is doubted: names, then lifetimes. */
const DOUBTS = {
  'Names and lifetimes: a public list.': ['', ''],
  'Names and lifetimes: unverified.': ['a b_* c d', 'a b_* c d'],
  'Names and lifetimes: a script, a.js 1.2.3; the third-party ones: unverified.': ['d', 'd'],
  'Names and lifetimes of the first two: a list; the others: unverified.': ['c d', 'c d'],
  'Names: a list; the lifetimes of the last two: unverified.': ['', 'c d'],
  'Names: a list; the lifetimes of all but the first, and `b_*`: unverified.': ['b_*', 'b_* c d'],
  'Lifetimes: a page. `b_*`: unverified.': ['b_*', 'b_*'],
  'Names and lifetimes: a list; the key in localStorage: unverified.': ['c', 'c'],
  'The first name: a list; the others, and all lifetimes: unverified.': ['b_* c d', 'a b_* c d'],
  'Names and lifetimes: a list; the second of its hosts: unverified.': ['', ''],
  'Names: a list.': ['', 'a b_* d'],
  'Names and lifetimes: a list. Which of them, nobody knows: unverified.': ['a b_* c d', 'a b_* c d'],
  '': ['a b_* c d', 'a b_* d'],
};

for (const [comment, expected] of Object.entries(DOUBTS)) {
  test(`what is unverified is told: "${comment}"`, () => {
    const {name, lifetime} = doubtsOf(comment, ITEMS);
    const marked = (doubted) => ITEMS.filter((item) => doubted.has(item)).map((item) => item.name);
    assert.deepEqual([marked(name).join(' '), marked(lifetime).join(' ')], expected);
  });
}
