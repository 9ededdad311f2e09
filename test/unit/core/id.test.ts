import {expect} from '@open-wc/testing';
import {newId} from '../../../dist/esm/core/id.js';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ids = () => Array.from({length: 1000}, newId);

describe('newId', () => {
  it('gives every visitor another one, in the form that receipts ask for', () => {
    expect(ids().filter((id) => !UUID4.test(id))).to.eql([]);
    expect(new Set(ids()).size).to.equal(1000);
  });

  describe('on plain http, where browsers offer no randomUUID', () => {
    beforeEach(() => Object.defineProperty(crypto, 'randomUUID', {value: undefined, configurable: true}));
    afterEach(() => Reflect.deleteProperty(crypto, 'randomUUID'));

    it('gives ids of the same form', () => {
      expect(crypto.randomUUID).to.equal(undefined);
      expect(ids().filter((id) => !UUID4.test(id))).to.eql([]);
      expect(new Set(ids()).size).to.equal(1000);
    });
  });
});
