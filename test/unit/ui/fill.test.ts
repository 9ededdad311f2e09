import {expect} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import {categoryTexts, fill} from '../../../dist/esm/ui/fill.js';
import {configOf} from '../fixtures/configs.js';

describe('fill', () => {
  it('puts values where the text wants them, as often as it does', () => {
    expect(fill('{a} and {b} and {a}', {a: 'x', b: 'y'})).to.equal('x and y and x');
  });

  it('leaves a placeholder that nobody fills', () => {
    expect(fill('{a} {toString} {}', {a: 'x'})).to.equal('x {toString} {}');
  });

  it('fills nothing in what it has filled in', () => {
    expect(fill('{a}', {a: '{b} $& $1', b: 'never'})).to.equal('{b} $& $1');
  });

  it('keeps a name apart from a sentence that runs the other way, and from no other', () => {
    expect(fill('יש: {a}.', {a: 'Acme (EU)'})).to.equal('יש: \u2068Acme (EU)\u2069.');
    expect(fill('Added: {a}.', {a: 'متجر'})).to.equal('Added: \u2068متجر\u2069.');
    expect(fill('已添加:{a}。', {a: 'Acme (EU)'})).to.equal('已添加:Acme (EU)。');
  });
});

describe('categoryTexts', () => {
  it('splits the title from the sentence', () => {
    expect(categoryTexts(configOf(), en)[2]).to.eql({
      id: 'analytical',
      title: 'Analytical',
      text: 'Counts visits and shows which pages are useful, so that the site can be improved.',
    });
  });

  it("takes the site's own words where it has some", () => {
    const categories = [
      {id: 'analytical', title: 'Statistics'},
      {id: 'social', title: 'Social', description: 'Shows posts.'},
    ];
    expect(categoryTexts(configOf({categories}), en).slice(1)).to.eql([
      {
        id: 'analytical',
        title: 'Statistics',
        text: 'Counts visits and shows which pages are useful, so that the site can be improved.',
      },
      {id: 'social', title: 'Social', text: 'Shows posts.'},
    ]);
  });

  it("takes the site's own words for the visitor's language before those for every language", () => {
    const categories = [
      {id: 'analytical', title: 'Statistics'},
      {id: 'social', title: 'Social', description: 'Shows posts.'},
    ];
    const own = {analytical: 'Statistikk', social: 'Sosialt\nViser innlegg.'};
    expect(categoryTexts(configOf({categories}), en, own).slice(1)).to.eql([
      {
        id: 'analytical',
        title: 'Statistikk',
        text: 'Counts visits and shows which pages are useful, so that the site can be improved.',
      },
      {id: 'social', title: 'Sosialt', text: 'Viser innlegg.'},
    ]);
  });
});
