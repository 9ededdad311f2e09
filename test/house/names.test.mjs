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

/**
 * Patterns of addresses as such lists write them (EasyList Cookie, Fanboy's annoyances), from memory: `*` stands for
 * anything, `^` for a separator or the end. Nobody has compared them with the lists of today.
 */
const PATTERNS = [
  '/cookie-banner',
  '/cookie-consent.',
  '/cookie-consent/',
  '/cookie-law',
  '/cookie-notice',
  '/cookie_notice',
  '/cookie-policy.',
  '/cookieconsent.',
  '/cookieconsent/',
  '/cookiebar.',
  '-cookie-consent',
  '-consent-banner.',
  '/consent-banner',
  '/consent-manager.',
  '/consent-management',
  '/consent_manager',
  '/cookie-manager.',
  '/gdpr-',
  '/gdpr.',
  '/gdpr/',
  '/gdpr-consent.',
  '/privacy-manager.',
  '/cmp.js',
  '/cmp.min.js',
  '/cmp-',
  '/tcf',
  '^consent.js^',
  '/consent.js',
  '/cookies-consent',
  '.cookie-consent',
];

const escaped = (text) => text.replace(/[.+?${}()|[\]\\/]/g, '\\$&');
const matches = (pattern) =>
  new RegExp(escaped(pattern).replaceAll('*', '.*').replaceAll('^', '(?:[^\\w.%-]|$)'));

test('no list blocks the gate at the address that README gives it', () => {
  const neutral = scripts.filter((name) => !HONEST.includes(name));
  const addresses = neutral.map((name) => `https://www.example.com/consent/${name}`);
  const blocked = addresses.filter((address) => PATTERNS.some((pattern) => matches(pattern).test(address)));
  assert.deepEqual(blocked, []);
  assert.ok(matches('^consent.js^').test('https://www.example.com/consent.js?v=1'));
  assert.ok(matches('/cmp-').test('https://www.example.com/cmp-v2.js'));
});
