/** Builds dist/: the npm modules, the script tag's files, the receiver. Nothing of an earlier build remains. */
import {rmSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const run = (script, ...options) => execFileSync(process.execPath, [script, ...options], {stdio: 'inherit'});
/** A package's program, without the shell script that differs between systems. */
const program = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

rmSync('dist', {recursive: true, force: true});
run(program('rollup', 'dist/bin/rollup'), '-c', '--silent');
run(program('typescript', 'bin/tsc'), '-p', 'tsconfig.receiver.json');
