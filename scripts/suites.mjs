import {existsSync, readdirSync} from 'node:fs';

/**
 * What `npm test` runs, in this order. A suite has one or more commands; `files` are the test files that
 * belong to it, `engines` says that it runs once per browser engine. `counts` says that the command counts
 * its tests itself: any other command is one test.
 *
 * @typedef {{title?: string, program: string, args: string[], counts?: boolean}} Command
 * @type {Record<string, {commands: (files: string[]) => Command[], files?: RegExp, engines?: boolean}>}
 */
export const SUITES = {
  build: {commands: () => [{program: 'npm', args: ['run', '--silent', 'build']}]},
  types: {commands: () => readdirSync('.').filter(isTypeScriptProject).map(checkTypes)},
  lint: {commands: () => [{program: 'eslint', args: ['.', '--max-warnings', '0']}]},
  format: {commands: () => [{program: 'prettier', args: ['--check', '.', '--log-level', 'warn']}]},
  house: nodeTests('test/house'),
  server: nodeTests('test/receiver'),
  unit: {
    files: /^test\/unit\/.+\.test\.ts$/,
    engines: true,
    commands: (files) => {
      const chosen = files.length > 0 ? files : testFiles('test/unit', '.test.ts');
      return chosen.length > 0 ? [{program: 'wtr', args: ['--files', ...chosen], counts: true}] : [];
    },
  },
  journeys: {...nodeTests('test/journeys'), engines: true},
};

/** @param {string} file */
function isTypeScriptProject(file) {
  return /^tsconfig.*\.json$/.test(file);
}

/** @param {string} project */
function checkTypes(project) {
  return {
    name: `types ${project.replace(/^tsconfig\.?|\.?json$/g, '')}`.trim(),
    program: 'tsc',
    args: ['--noEmit', '-p', project],
  };
}

/** Tests that node's own runner runs, one file after the other: browsers and ports do not like company. */
function nodeTests(folder) {
  const args = ['--test', '--test-concurrency=1', '--test-reporter=spec'];
  return {
    files: new RegExp(`^${folder}/.+\\.test\\.mjs$`),
    commands: (files) => {
      const chosen = files.length > 0 ? files : testFiles(folder, '.test.mjs');
      return chosen.length > 0 ? [{program: 'node', args: [...args, ...chosen], counts: true}] : [];
    },
  };
}

/** @param {string} folder @param {string} ending */
function testFiles(folder, ending) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, {recursive: true}).map(String).sort();
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}
