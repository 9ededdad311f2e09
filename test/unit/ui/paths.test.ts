import {expect} from '@open-wc/testing';
import {matchesPath} from '../../../dist/esm/ui/paths.js';

const at = (path: string) => new URL(path, 'https://shop.example/');

/** A pattern, a page, and whether nobody is asked there. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ['/privacy', '/privacy', true],
  ['/privacy', '/privacy/', true],
  ['/privacy/', '/privacy?from=banner#cookies', true],
  ['/privacy', '/privacy-offers', false],
  ['/privacy', '/en/privacy', false],
  ['/legal/*', '/legal/imprint', true],
  ['/legal/*', '/legal/2026/terms', true],
  ['/legal/*', '/legalese', false],
  ['/*/privacy', '/en/privacy', true],
  ['/privacy.html', '/privacyxhtml', false],
  ['/om-oss/personværn', '/om-oss/personv%C3%A6rn', true],
  ['/', '/', true],
  ['/', '/shop', false],
  ['https://shop.example/privacy', '/privacy', true],
  ['https://lawyer.example/privacy', '/privacy', false],
];

describe('matchesPath', () => {
  for (const [pattern, path, expected] of CASES) {
    it(`${pattern} ${expected ? 'is' : 'is not'} ${path}`, () => {
      expect(matchesPath([pattern], at(path))).to.equal(expected);
    });
  }

  it('takes any of several, and nothing where none is listed', () => {
    expect(matchesPath(['/a', '/b'], at('/b'))).to.equal(true);
    expect(matchesPath([], at('/b'))).to.equal(false);
  });
});
