import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TAGS, fetchTexts} from '../../dist/esm/locales/all.js';
import nameAll from '../../dist/locales/names.js';
import {LANGUAGES} from '../../demo/server/languages.mjs';

test('every language says the same with the script tag as from npm', async () => {
  for (const tag of TAGS) {
    const {default: packed} = await import(`../../dist/locales/${tag.toLowerCase()}.js`);
    assert.deepEqual(nameAll(packed), {...(await fetchTexts(tag))});
  }
});

test('the demo has a page in every language', () => {
  assert.deepEqual([...LANGUAGES].sort(), [...TAGS].sort());
});
