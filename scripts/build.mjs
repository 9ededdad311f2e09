/**
 * Builds dist/: the npm modules, the script tag's files, the receiver. Files are replaced in place and
 * what an earlier build left is removed at the end, so that a running demo or test never finds nothing.
 */
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync, rmSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);
const run = (script, ...options) => execFileSync(process.execPath, [script, ...options], {stdio: 'inherit'});
/** A package's program, without the shell script that differs between systems. */
const program = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

const started = Date.now();
run(program('rollup', 'dist/bin/rollup'), '-c', '--silent');
run(program('typescript', 'bin/tsc'), '-p', 'tsconfig.receiver.json');
copyThemes();
removeOlder('dist');

/** As they stand: a theme is a style sheet and needs no build. */
function copyThemes() {
  mkdirSync('dist/themes', {recursive: true});
  for (const file of readdirSync('src/themes')) copyFileSync(`src/themes/${file}`, `dist/themes/${file}`);
}

function removeOlder(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) removeOlder(file);
    // File systems round times: a second's grace costs nothing.
    else if (statSync(file).mtimeMs < started - 1000) rmSync(file);
  }
}
