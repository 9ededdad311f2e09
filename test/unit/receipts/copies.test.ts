import {expect} from '@open-wc/testing';
import {COPIES_KEY} from '../../../dist/esm/core/keys.js';
import {copies, keepCopy} from '../../../dist/esm/receipts/copies.js';
import {receiptOf} from '../fixtures/receipts.js';

const forget = () => localStorage.removeItem(COPIES_KEY);

describe('the copies of receipts', () => {
  beforeEach(forget);
  afterEach(forget);

  it('are kept whole, the newest first', () => {
    const [first, second] = [receiptOf(1), receiptOf(2, 'withdrawn')];
    keepCopy(first);
    keepCopy(second);
    expect(copies()).to.eql([second, first]);
  });

  it('tell of a refusal nothing by which its receipt could be found, not even the hour', () => {
    const refusal = receiptOf(1, 'refused', new Date('2026-11-22T21:45:12.345Z'));
    keepCopy(refusal);
    const {choices, notice} = refusal;
    expect(copies()).to.eql([{time: '2026-11-22T00:00:00.000Z', choices, notice}]);
    const stored = localStorage.getItem(COPIES_KEY)!;
    expect(stored).not.to.include(refusal.id).and.not.to.include(refusal.consentId);
  });

  it('are twenty at most, and the oldest go', () => {
    const receipts = Array.from({length: 25}, (_, n) => receiptOf(n));
    receipts.forEach(keepCopy);
    expect(copies()).to.eql(receipts.slice(5).reverse());
  });

  for (const content of [
    '',
    'x',
    'null',
    '5',
    '{"id":1}',
    '[null]',
    '[{"time":"x"}]',
    '[{"time":"2026-11-22"}]',
  ]) {
    it(`are none where somebody else has written ${content || 'nothing'}`, () => {
      localStorage.setItem(COPIES_KEY, content);
      expect(copies()).to.eql([]);
    });
  }
});
