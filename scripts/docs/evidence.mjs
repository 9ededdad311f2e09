import {existsSync, readFileSync, readdirSync} from 'node:fs';

const JOURNEYS = 'test/journeys';
const OF_SERVICES = 'services';

/**
 * What the grade of a service's stop was tried against, by the service's file: `journeys` is the file in
 * `test/journeys/` that names the service and withdraws from it; `package` is the package with the vendor's own code
 * that it ran there, and without one it was a stand-in. Whatever `test/journeys/services/` names is found by itself;
 * the others stand here, and `test/house/evidence.test.mjs` says which have no journey behind them.
 *
 * @type {Record<string, {journeys: string, package?: string}>}
 */
export const EVIDENCE = {
  adroll: {journeys: 'withdrawal.test.mjs'},
  'google-analytics': {journeys: 'withdrawal.test.mjs'},
  matomo: {journeys: 'withdrawal.test.mjs'},
  ...Object.fromEntries(
    testsOfServices().flatMap((journeys) => usesIn(journeys).map((use) => [use, {journeys}])),
  ),
  amplitude: {journeys: 'vendors.test.mjs', package: '@amplitude/analytics-browser'},
  'microsoft-clarity': {journeys: 'vendors.test.mjs', package: 'clarity-js'},
  mixpanel: {journeys: 'vendors.test.mjs', package: 'mixpanel-browser'},
  plausible: {journeys: 'vendors.test.mjs', package: '@plausible-analytics/tracker'},
  posthog: {journeys: 'vendors.test.mjs', package: 'posthog-js'},
  segment: {journeys: 'vendors.test.mjs', package: '@segment/analytics-next'},
  snowplow: {journeys: 'vendors.test.mjs', package: '@snowplow/browser-tracker'},
};

function testsOfServices() {
  const folder = `${JOURNEYS}/${OF_SERVICES}`;
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.filter((file) => file.endsWith('.test.mjs')).map((file) => `${OF_SERVICES}/${file}`);
}

/** The services that a file of journeys names: as the script tag does, or by their own files. @param {string} path */
export function usesIn(path) {
  const text = readFileSync(`${JOURNEYS}/${path}`, 'utf8');
  const named = text.matchAll(/\buse: '([\w-]+)'|\/services\/([\w-]+)\.js'/g);
  return [...named].map(([, use, file]) => use ?? file);
}

/** In a word, for a table. @param {string} use */
export function kindOfEvidence(use) {
  if (!Object.hasOwn(EVIDENCE, use)) return 'documentation';
  return EVIDENCE[use].package ? 'real script' : 'stand-in';
}

/** What the grade of a stop rests on. @param {{use: string, comment: string}} shelved */
export function describeEvidence({use, comment}) {
  const {journeys, package: name} = EVIDENCE[use] ?? {};
  // A dot within a version or a file's name ends no sentence.
  const [, facts] = /Facts: (.+?)\.(\s|$)/.exec(comment) ?? [];
  const source = facts ? `the vendor’s source (${facts})` : 'the vendor’s documentation';
  if (!journeys) return `${source}; no test runs it (unverified)`;
  const link = `[journeys](../test/journeys/${journeys})`;
  if (name) return `${link} with the vendor’s real script, ${name} ${versionOf(name)}`;
  return `${link} with a stand-in that behaves like the vendor’s script; that it does: ${source}`;
}

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
