import {expect} from '@open-wc/testing';
import {checkTexts} from '../../../../dist/esm/gate/lint/texts.js';
import {en} from '../../../../dist/esm/locales/en.js';
import type {ConsentOptions} from '../../../../dist/esm/types.js';
import {configOf} from '../../fixtures/configs.js';
import {keepWarnings} from '../../fixtures/warnings.js';

/** As JSON says it, which has no types. */
function complaints(options: object): string[] {
  const {said, warn} = keepWarnings();
  checkTexts(configOf(options as Partial<ConsentOptions>), warn);
  return said;
}

describe('checkTexts', () => {
  it('names a text that nobody reads because its name is misspelt', () => {
    const texts = {en: {titel: 'May we?', title: 'May we?'}, 'nb-NO': {purposes: {add: 'Annonser'}}};
    expect(complaints({texts})).to.eql([
      'texts.en.titel is "May we?", but no text has that name, so nobody reads it; ' +
        'take one of those in src/types/texts.ts, or the id of a category',
      'texts.nb-NO.purposes.add is "Annonser", but no text has that name, so nobody reads it; ' +
        'take one of those in src/types/texts.ts, or the id of a category',
    ]);
  });

  it('knows every text there is, and the categories that a site adds', () => {
    const social = {id: 'social', title: 'Social', description: 'Shows posts.'};
    expect(complaints({texts: {en: {...en, social: 'Social\nShows posts.'}}, categories: [social]})).to.eql(
      [],
    );
  });
});
