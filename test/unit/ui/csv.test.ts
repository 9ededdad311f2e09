import {expect} from '@open-wc/testing';
import {toCsv} from '../../../dist/esm/ui/csv.js';

/** One field, as a spreadsheet reads it. */
const read = (text: string) =>
  toCsv([[text]])
    .slice(2, -3)
    .replaceAll('""', '"');

describe('toCsv', () => {
  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(toCsv([['Lösung']])).to.equal('\ufeff"Lösung"\r\n');
  });

  it('ends every line as RFC 4180 says', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).to.equal('\ufeff"a","b"\r\n"c","d"\r\n');
  });

  it('keeps quotes, commas and line breaks inside of a field', () => {
    expect(toCsv([['a "b", c\nd']])).to.equal('\ufeff"a ""b"", c\nd"\r\n');
  });

  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    it(`makes text of ${JSON.stringify(formula)}, which a spreadsheet would run`, () => {
      expect(read(formula)).to.equal(`'${formula}`);
    });
  }

  it('leaves alone what is no formula', () => {
    for (const text of ['', '_pk_id.*', 'a=1', "'quoted'"]) expect(read(text)).to.equal(text);
  });
});
