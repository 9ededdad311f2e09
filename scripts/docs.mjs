/**
 * Writes what the documents take from the code, so that it is written once:
 *
 *     node scripts/docs.mjs
 *
 * README.md (languages, options, sizes), docs/services.md, docs/elements.md, docs/signals.md (the table of cases),
 * docs/theming.md (custom properties) and
 * custom-elements.json; and src/gate/known-services.ts. Needs a build, and is followed by one. When it was
 * forgotten, `test/house/docs.test.mjs` says so.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import prettier from 'prettier';
import {BUDGETS} from '../test/house/budgets.mjs';
import {describeElements, readManifest} from './docs/elements.mjs';
import {writeKnownServices} from './docs/known-services.mjs';
import {describeLanguages} from './docs/languages.mjs';
import {describeOptions} from './docs/options.mjs';
import {describeServices} from './docs/services.mjs';
import {describeSignals} from './docs/signals.mjs';
import {describeTokens} from './docs/tokens.mjs';

/**
 * Every generated text, by the file that it belongs in.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function generate() {
  const manifest = await readManifest();
  const pages = {
    'README.md': describeInReadme(),
    'docs/services.md': await describeServices(),
    'docs/elements.md': describeElements(manifest),
    'docs/theming.md': between(read('docs/theming.md'), 'tokens', describeTokens()),
    'docs/signals.md': between(read('docs/signals.md'), 'cases', await describeSignals()),
  };
  const files = new Map([
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['src/gate/known-services.ts', await writeKnownServices()],
  ]);
  for (const [path, text] of Object.entries(pages)) files.set(path, await format(text));
  return files;
}

function describeInReadme() {
  const page = between(read('README.md'), 'languages', describeLanguages());
  return fillSizes(between(page, 'options', describeOptions()));
}

const read = (path) => readFileSync(path, 'utf8');

/** Line ends are the checkout's own business. @param {string} text */
async function format(text) {
  const options = await prettier.resolveConfig('README.md');
  return prettier.format(text.replaceAll('\r\n', '\n'), {...options, parser: 'markdown'});
}

/** Puts text between `<!-- name:start -->` and `<!-- name:end -->`. */
function between(page, name, text) {
  const [before, rest] = page.split(`<!-- ${name}:start -->`);
  const [, after] = rest?.split(`<!-- ${name}:end -->`) ?? [];
  if (after === undefined) throw new Error(`there is no <!-- ${name}:start --> … <!-- ${name}:end -->`);
  return `${before}<!-- ${name}:start -->\n\n${text}\n\n<!-- ${name}:end -->${after}`;
}

/** Puts the budget behind every `<!-- size:name -->`. @param {string} page */
function fillSizes(page) {
  return page.replace(/<!-- size:(\w+) -->(?:[\d.]+ kB)?/g, (marker, name) => {
    if (!Object.hasOwn(BUDGETS, name)) throw new Error(`there is no budget for ${marker}`);
    return `<!-- size:${name} -->${BUDGETS[name].limit / 1000} kB`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generate()) writeFileSync(path, text);
}
