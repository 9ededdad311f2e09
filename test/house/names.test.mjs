import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scripts} from './built.mjs';

/**
 * Parts of file names that lists against cookie notices block. Written down here from what such lists look
 * like (https://github.com/easylist/easylist, "easylist_cookie"), so that none of their text is copied.
 */
const BLOCKED = [
  /consent/,
  /cookie[-_.]?(banner|bar|law|notice|policy|popup|manager|script|control)/,
  /gdpr|ccpa|eprivacy/,
  /\bcmp\b/,
  /\btcf\b|iabtcf/,
  /privacy[-_.]?(banner|bar|manager|notice|popup|center)/,
  /(onetrust|didomi|quantcast|cookiebot|usercentrics|klaro|osano|trustarc)/,
];

/** Their names are honest, so that whoever wants no banner can block it: everything stays denied then. */
const HONEST = ['consent-ui.js'];

test('the patterns know the names that they are about', () => {
  const known = [
    'cookie-consent.js',
    'x-consent-banner.js',
    'cookieconsent.js',
    'consent-manager.js',
    'cookie-manager.js',
    'gdpr-consent.js',
    'privacy-manager.js',
    'cmp.js',
  ];
  assert.deepEqual(
    known.filter((name) => !BLOCKED.some((pattern) => pattern.test(name))),
    [],
  );
});

test('no list blocks the gate or what it fetches by the name of the file', () => {
  assert.ok(scripts.includes('gate.js'), 'dist/gate.js is missing: npm run build');
  const neutral = scripts.filter((name) => !HONEST.includes(name));
  assert.deepEqual(
    neutral.filter((name) => BLOCKED.some((pattern) => pattern.test(name))),
    [],
  );
});
