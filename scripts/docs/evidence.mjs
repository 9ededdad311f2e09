import {readFileSync} from 'node:fs';

/**
 * What the grade of a service's stop was tried against, by the service's file. Whoever writes a journey that withdraws
 * from a service adds it here; `test/house/evidence.test.mjs` says when it was forgotten, and when a line has no
 * journey behind it.
 *
 * - `journeys`: the file in `test/journeys/` that names the service and withdraws from it
 * - `package`: the package with the vendor's own code that it ran against; without one, it was a stand-in
 *
 * @type {Record<string, {journeys: string, package?: string}>}
 */
export const EVIDENCE = {
  adroll: {journeys: 'withdrawal.test.mjs'},
  'google-analytics': {journeys: 'withdrawal.test.mjs'},
  matomo: {journeys: 'withdrawal.test.mjs'},
};

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
