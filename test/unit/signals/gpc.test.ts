import {expect} from '@open-wc/testing';
import {readGpc} from '../../../dist/esm/signals/gpc.js';

describe('readGpc', () => {
  const values: readonly (readonly [unknown, boolean | null])[] = [
    [true, true],
    [false, false],
    ['1', false],
    [1, false],
    ['true', false],
    [null, false],
    [undefined, null],
  ];
  for (const [globalPrivacyControl, expected] of values) {
    it(`takes ${JSON.stringify(globalPrivacyControl)} for ${expected}`, () => {
      expect(readGpc({globalPrivacyControl})).to.equal(expected);
    });
  }

  it('takes a browser without the property for one that says nothing', () => {
    expect(readGpc({} as never)).to.equal(null);
  });

  it('reads this browser when nobody says another', () => {
    expect(readGpc()).to.equal(readGpc(navigator));
  });
});
