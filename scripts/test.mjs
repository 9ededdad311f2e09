/**
 * `npm test`: everything that can fail, in one command. See `npm test -- --help`.
 */
import process from 'node:process';
import {ENGINES, findBrowser, installMissing} from './browsers.mjs';
import {runSuite} from './run-suite.mjs';
import {SUITES} from './suites.mjs';

const HELP = `npm test -- [suite …] [engine …] [file …] [--verbose]

  suites   ${Object.keys(SUITES).join(' ')}
  engines  ${ENGINES.join(' ')} (for unit and journeys)
  files    test files; they choose their suite

  npm test -- unit chromium
  npm test -- journeys firefox
  npm test -- test/journeys/silence.test.mjs webkit
  npm test -- build test/unit/core/consent.test.ts

  --verbose  prints what a suite says while it says it
  CI=true    makes a missing engine a failure, and lets one failed journey of a file begin anew

House rules, unit tests and journeys test the built files: a run of single suites tests what the last
\`npm run build\` made.`;

const chosen = readArguments(process.argv.slice(2));
process.exitCode = await main(chosen);

/** @param {ReturnType<typeof readArguments>} chosen */
async function main({help, problem, suites, engines, files, verbose}) {
  if (help || problem) {
    console.log(problem ? `${problem}\n\n${HELP}` : HELP);
    return problem ? 2 : 0;
  }
  if (suites.some((suite) => SUITES[suite].engines)) installMissing(engines);
  const results = [];
  for (const run of suites.flatMap((suite) => runsOf(suite, engines, files))) {
    results.push(run.missing ? leftOut(run) : await runSuite(run, verbose));
  }
  return report(results);
}

/** The words of the command line: each is a suite, an engine, a file or an option. @param {string[]} words */
function readArguments(words) {
  const files = words.filter((word) => word.includes('/')).map((file) => file.replace(/^\.\//, ''));
  const named = Object.keys(SUITES).filter(
    (suite) => words.includes(suite) || files.some((file) => SUITES[suite].files?.test(file)),
  );
  const engines = ENGINES.filter((engine) => words.includes(engine));
  const known = [...Object.keys(SUITES), ...ENGINES, '--verbose', '--help', '-h'];
  const unknown = words.find((word) => !known.includes(word) && !word.includes('/'));
  const browserSuites = Object.keys(SUITES).filter((suite) => SUITES[suite].engines);
  const implied = engines.length > 0 ? browserSuites : Object.keys(SUITES);
  return {
    help: words.includes('--help') || words.includes('-h'),
    problem: unknown ? `There is no suite, engine or option "${unknown}".` : '',
    suites: named.length > 0 ? named : implied,
    engines: engines.length > 0 ? engines : ENGINES,
    files,
    verbose: words.includes('--verbose'),
  };
}

/** One run per command of a suite, and per engine where there are several. */
function runsOf(suite, engines, files) {
  const {commands, files: ours, engines: perEngine} = SUITES[suite];
  const toRun = commands(files.filter((file) => ours?.test(file)));
  if (toRun.length === 0) return [{name: suite, missing: 'tests', remedy: 'write some', required: true}];
  if (!perEngine) return toRun.map((command) => ({name: suite, ...command}));
  return engines.flatMap((engine) => {
    const {missing, remedy} = findBrowser(engine);
    const setting = {name: `${suite} ${engine}`, environment: {ENGINES: engine}, remedy};
    return toRun.map((command) => ({...setting, ...command, missing: missing.join(', ')}));
  });
}

/** What cannot be run here: a developer may do without an engine, CI and the product may not. */
function leftOut({name, missing, remedy, required = process.env.CI === 'true'}) {
  const remarks = [`skipped: ${name}: ${missing} not found: ${remedy}`];
  return {name, passed: 0, failed: required ? 1 : 0, seconds: 0, remarks};
}

/** The table, what was skipped or needed a second try, and the one line that says it all. */
function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const row = (...cells) =>
    console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(28))).join(''));
  console.log();
  row('suite', 'passed', 'failed', 'seconds');
  for (const {name, passed, failed, seconds} of results) row(name, passed, failed, seconds.toFixed(1));
  row('', '', '', sum('seconds').toFixed(1));
  for (const line of new Set(results.flatMap(({remarks}) => remarks))) console.log(line);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}
