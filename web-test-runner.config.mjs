import process from 'node:process';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {availableEngines, findBrowser} from './scripts/browsers.mjs';
import {countReporter} from './test/tools/count-reporter.mjs';
import {webkitLauncher} from './test/tools/webkit-launcher.mjs';
import {tellFailures} from './test/unit/fixtures/failures.mjs';
import {standIns} from './test/unit/fixtures/stand-ins.mjs';

/**
 * Unit tests in real browsers: every engine that is here, or those that ENGINES names
 * (`ENGINES=firefox,webkit npx wtr`). They test the built files, so build first.
 */
const engines = process.env.ENGINES?.split(',') ?? availableEngines();

const launchers = {
  chromium: () => puppeteerLauncher({args: process.getuid?.() === 0 ? ['--no-sandbox'] : []}),
  firefox: () => puppeteerLauncher({browser: 'firefox'}),
  webkit: webkitLauncher,
};

function puppeteerLauncher(options) {
  const executablePath = findBrowser(options.browser ?? 'chromium').paths.browser;
  return chromeLauncher({puppeteer: puppeteerCore, launchOptions: {executablePath, ...options}});
}

export default {
  files: 'test/unit/**/*.test.ts',
  rootDir: '.',
  browsers: engines.map((engine) => launchers[engine]()),
  // All files share one profile, so they take turns.
  concurrency: 1,
  concurrentBrowsers: 1,
  nodeResolve: {exportConditions: ['production', 'browser']},
  middleware: [standIns()],
  plugins: [tellFailures(), esbuildPlugin({ts: true, tsconfig: 'tsconfig.test.json', target: 'es2022'})],
  testFramework: {config: {timeout: '20000'}},
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({reportTestProgress: process.stdout.isTTY === true}), countReporter()],
};
