import {expect} from '@open-wc/testing';
import {readDnt} from '../../../dist/esm/signals/dnt.js';

describe('readDnt', () => {
  const values: readonly (readonly [unknown, '1' | '0' | null])[] = [
    ['1', '1'],
    ['1abc', '1'],
    ['yes', '1'],
    [1, '1'],
    ['0', '0'],
    ['0abc', '0'],
    ['no', null],
    ['yesterday', null],
    ['unspecified', null],
    ['', null],
    [null, null],
    [undefined, null],
  ];
  for (const [doNotTrack, expected] of values) {
    it(`takes ${JSON.stringify(doNotTrack)} for ${expected}`, () => {
      expect(readDnt({doNotTrack})).to.equal(expected);
    });
  }

  it('takes a browser without the property for one that says nothing', () => {
    expect(readDnt({})).to.equal(null);
  });

  it('reads this browser when nobody says another', () => {
    expect(readDnt()).to.equal(readDnt(navigator as never));
  });
});
