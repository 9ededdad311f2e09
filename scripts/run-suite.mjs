import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {stripVTControlCharacters} from 'node:util';

const HEARTBEAT = 15_000;
const PATIENCE = 20 * 60_000;

/**
 * Runs one command and counts. What it says is shown if it fails; meanwhile a line now and then shows that
 * it lives.
 *
 * @param {{name: string, program: string, args: string[], counts?: boolean, environment?: Record<string, string>}} run
 * @param {boolean} verbose
 */
export async function runSuite({name, program, args, counts, environment}, verbose) {
  console.log(`${name} …`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const child = start(program, args, environment);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (verbose) process.stdout.write(text);
    });
  }
  const heartbeat = setInterval(
    () => console.log(`  ${progress(output)}${seconds().toFixed(0)} s`),
    HEARTBEAT,
  );
  const limit = setTimeout(() => child.kill(), PATIENCE);
  const [code] = await once(child, 'close').catch((error) => [String(error)]);
  clearInterval(heartbeat);
  clearTimeout(limit);

  const result = {name, ...count(output, code, counts), seconds: seconds(), remarks: remarks(output, name)};
  if (result.failed > 0 && !verbose) console.log(stripVTControlCharacters(output));
  if (result.failed > 0) console.log(`  ${program} ${args.join(' ')} ended with ${code}`);
  console.log(`  ${result.passed} passed, ${result.failed} failed, ${result.seconds.toFixed(1)} s`);
  return result;
}

function start(program, args, environment) {
  const PATH = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = {...process.env, PATH, NO_COLOR: '1', ...environment};
  // Windows has command files where others have programs, and only a shell runs those.
  return spawn(program, args, {env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32'});
}

/** @param {string} output @param {number | string} code @param {boolean} [counts] */
function count(output, code, counts) {
  const succeeded = code === 0;
  if (!counts) return {passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1};
  const number = (what) => Number(output.match(new RegExp(`^[#ℹ] ${what} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = number('fail') + number('cancelled');
  return {passed: number('pass'), failed: failed || (succeeded ? 0 : 1)};
}

/** How far a suite of node's runner has come. @param {string} output */
function progress(output) {
  const passed = output.match(/^\s*✔/gm)?.length ?? 0;
  const failed = output.match(/^\s*✖/gm)?.length ?? 0;
  return passed + failed > 0 ? `${passed} passed, ${failed} failed so far, ` : '';
}

/** Tests that could not run, by reason, and those that passed at the second try. */
function remarks(output, name) {
  const reasons = [...output.matchAll(/^\s*﹣ .+ # (.+)$/gm)].map(([, reason]) => reason);
  const skipped = [...new Set(reasons)].map((reason) => {
    const times = reasons.filter((other) => other === reason).length;
    return `skipped: ${name}: ${times} ${times === 1 ? 'test' : 'tests'}: ${reason}`;
  });
  const unsteady = [...output.matchAll(/^\s*ℹ failed at first: (.+)$/gm)].map(
    ([, what]) => `unsteady: ${what}`,
  );
  return [...skipped, ...unsteady];
}
