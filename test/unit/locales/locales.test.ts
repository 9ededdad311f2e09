import {expect} from '@open-wc/testing';
import {TAGS} from '../../../dist/esm/locales/all.js';
import {en} from '../../../dist/esm/locales/en.js';
import {enBanner} from '../../../dist/esm/locales/en-banner.js';
import {loadLanguage} from '../../../dist/esm/locales/load.js';
import type {Texts} from '../../../dist/esm/types.js';

/** Files that are no language of their own. */
const OTHERS = ['en', 'en-banner', 'load', 'all'];

/** Words that are the same in two languages, seen by somebody. */
const SHARED: Readonly<Record<string, readonly string[]>> = {de: ['name']};

const folder = (await (await fetch('/__names?folder=src/locales')).json()) as string[];
const languages = folder.filter((name) => !OTHERS.includes(name));

type Words = Readonly<Record<string, string>>;

/** Every text by its place: `purposes.ads`. */
const flat = ({purposes, ...texts}: Texts): Words => ({
  ...texts,
  ...Object.fromEntries(Object.entries(purposes).map(([key, text]) => [`purposes.${key}`, text])),
});
const placeholders = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
const english = flat(en);
const keys = Object.keys(english);

/** A sign of these scripts says as much as two letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const width = (text: string) => text.replace(DENSE, 'xx').length;

/** The beginning of a word, which its other forms share. */
const stem = (text: string) => /^([\p{Script=Han}\p{Script=Hangul}]{2}|.{1,4})/u.exec(text.toLowerCase())![0];

/** As some languages that are close to others say it. */
const BASKET = /panier|handlekurv|handlekorg|indkøbskurv|varukorg|ostoskor|Warenkorb|carrello|carrito|cesta/i;

/** Marks that turn the direction of what follows, and those of markup. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069<>&]/;

describe('every language', () => {
  it('is known by its tag, in the form that BCP 47 recommends', () => {
    expect(TAGS.map((tag) => tag.toLowerCase()).sort()).to.eql(['en', ...languages].sort());
    expect(TAGS.map((tag) => new Intl.Locale(tag).toString())).to.eql(TAGS);
  });

  for (const lang of languages) {
    describe(lang, () => {
      let words: Words;
      before(async () => {
        const language = await loadLanguage(lang);
        expect(language.lang.toLowerCase()).to.equal(lang);
        words = flat(await language.all());
      });

      it('says everything that English says, and nothing else', () => {
        expect(Object.keys(words).sort()).to.eql([...keys].sort());
        expect(keys.filter((key) => !/\S/.test(words[key]!))).to.eql([]);
      });

      it('has the same placeholders as English', () => {
        const wrong = keys.filter((key) => `${placeholders(words[key])}` !== `${placeholders(english[key])}`);
        expect(wrong).to.eql([]);
      });

      it('leaves nothing in English by accident', () => {
        const same = keys.filter((key) => words[key] === english[key]);
        expect(same).to.eql(SHARED[lang] ?? []);
      });

      it('has a title and one sentence or two for every category', () => {
        for (const id of ['necessary', 'functional', 'analytical', 'advertising']) {
          const [title = '', sentence = '', ...more] = words[id]!.split('\n');
          expect(width(title), title).to.be.within(3, 30);
          expect(width(sentence), sentence).to.be.within(20, 200);
          expect(sentence).to.match(/^\S.*[.。।]$/);
          expect(more, id).to.eql([]);
        }
      });

      it('promises no basket: not every site is a shop', () => {
        expect(words['necessary']).not.to.match(BASKET);
      });

      it('leaves direction and markup to the page', () => {
        expect(keys.filter((key) => CONTROLS.test(words[key]!))).to.eql([]);
      });

      it('gives a no as many letters as a yes, or nearly so', () => {
        for (const [yes, no] of [
          ['accept', 'reject'],
          ['acceptAdded', 'rejectAdded'],
        ] as const) {
          const ratio = width(words[no]!) / width(words[yes]!);
          expect(ratio, `${words[yes]} / ${words[no]}`).to.be.within(0.6, 1.5);
        }
      });

      it('says no as bluntly as yes, and never with a word that only closes', () => {
        const answers = ['accept', 'reject', 'acceptAdded', 'rejectAdded'].map((key) => words[key]!);
        expect(answers.filter((text) => /\b(ok|got it|d'accord)\b/i.test(text))).to.eql([]);
        expect(answers).not.to.include.oneOf([words['done'], words['cancel']]);
        expect(new Set(answers).size).to.equal(4);
      });

      it('says on the × that closing rejects, with the word of the button', () => {
        expect(words['close']!.toLowerCase()).to.include(stem(words['rejectAdded']!));
      });
    });
  }
});

describe('English', () => {
  it('has its banner built in, the same words as in its file', () => {
    expect(en).to.include(enBanner);
  });
});

describe('loadLanguage', () => {
  const tags: readonly (readonly [string, string])[] = [
    ['en', 'en'],
    ['EN-us', 'en'],
    ['fr-CA', 'fr'],
    ['no', 'nb'],
    ['nb-NO', 'nb'],
    ['no-NO', 'nb'],
    ['nn-NO', 'nn'],
    ['sv-FI', 'sv'],
    ['iw', 'he'],
    ['pt', 'pt'],
    ['pt-PT', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['sr', 'sr-Cyrl'],
    ['sr-RS', 'sr-Cyrl'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sr-ME', 'sr-Latn'],
    ['tlh', 'en'],
    ['', 'en'],
    ['x', 'en'],
    ['de_DE', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['../fr', 'en'],
  ];
  for (const [tag, lang] of tags) {
    it(`speaks ${lang} on a page whose language is "${tag}"`, async () => {
      const language = await loadLanguage(tag);
      expect(language.lang).to.equal(lang);
      expect((await language.all()).accept).to.equal(language.banner.accept);
    });
  }

  it('needs no file for the banner in English', async () => {
    expect((await loadLanguage('en')).banner).to.equal(enBanner);
  });
});
