import {expect} from '@open-wc/testing';
import {TAGS} from '../../../dist/esm/locales/all.js';
import {en} from '../../../dist/esm/locales/en.js';
import {fr} from '../../../dist/esm/locales/fr.js';
import {nb} from '../../../dist/esm/locales/nb.js';
import {formatDay, formatLifetime} from '../../../dist/esm/ui/format.js';

describe('formatLifetime', () => {
  const lifetimes: readonly (readonly [string | undefined, string])[] = [
    ['P13M', '13 months'],
    ['P1Y', '1 year'],
    ['P400D', '400 days'],
    ['P2W', '2 weeks'],
    ['PT24H', '24 hours'],
    ['PT30M', '30 minutes'],
    ['PT1S', '1 second'],
    ['session', 'until the browser closes'],
    ['persistent', 'until you or the site deletes it'],
    ['P1Y6M', 'P1Y6M'],
    ['PT', 'PT'],
    ['P5H', 'P5H'],
    ['as long as you are signed in', 'as long as you are signed in'],
    ['', ''],
    [undefined, ''],
  ];
  for (const [lifetime, expected] of lifetimes) {
    it(`says ${JSON.stringify(expected)} for ${lifetime}`, () => {
      expect(formatLifetime(lifetime, en, 'en')).to.equal(expected);
    });
  }

  it("says it in the visitor's language", () => {
    expect(formatLifetime('P13M', nb, 'nb')).to.equal('13 måneder');
    expect(formatLifetime('PT30M', fr, 'fr').replace(/\s/g, ' ')).to.equal('30 minutes');
    expect(formatLifetime('session', fr, 'fr')).to.equal(fr.session);
  });
});

describe('where a browser lacks a language', () => {
  const others = TAGS.filter((tag) => tag !== 'en');
  const summer = Date.UTC(2026, 7, 6);

  it('nothing is written in the language of the browser instead', () => {
    const wrong = others.filter(
      (tag) =>
        formatLifetime('P13M', en, tag) === '13 months' || formatDay(summer, tag) === formatDay(summer, 'en'),
    );
    expect(wrong).to.eql([]);
  });

  const words: readonly (readonly [tag: string, lifetime: string, ...expected: string[]])[] = [
    ['is', 'P13M', '13 mánuðir'],
    ['is', 'P1W', '1 vika'],
    ['sq', 'P2Y', '2 vjet'],
    ['sq', 'P01D', '1 ditë'],
    ['ga', 'PT30M', '30 nóim', '30 nóiméad'],
    ['mt', 'P400D', '400 d'],
    ['nn', 'P13M', '13 månadar', '13 måneder'],
  ];
  for (const [tag, lifetime, ...expected] of words) {
    it(`a time has its own word in ${tag} for ${lifetime}`, () => {
      expect(formatLifetime(lifetime, en, tag).replace(/\s/g, ' ')).to.be.oneOf(expected);
    });
  }

  it('a day is written so that it can be read', () => {
    expect(formatDay(summer, 'is')).to.be.oneOf(['6. ágúst 2026', '2026-08-06']);
    expect(formatDay(summer, 'nn')).to.equal('6. august 2026');
  });
});

describe('formatDay', () => {
  it('names the day that the consent means, wherever the visitor is', () => {
    expect(formatDay(Date.UTC(2026, 10, 22), 'en')).to.equal('November 22, 2026');
    expect(formatDay(Date.UTC(2026, 10, 22, 23, 59), 'en')).to.equal('November 22, 2026');
    expect(formatDay(Date.UTC(2026, 10, 22), 'nb')).to.equal('22. november 2026');
  });
});
