import {expect} from '@open-wc/testing';
import {sayOnce} from '../../../../dist/esm/gate/lint/warn.js';

describe('sayOnce', () => {
  const {warn} = console;
  const said: unknown[][] = [];
  before(() => (console.warn = (...words: unknown[]) => void said.push(words)));
  after(() => (console.warn = warn));

  it('says a mistake once, with the place of the first', () => {
    const say = sayOnce();
    say('a frame has src', document.head);
    say('a frame has src', document.body);
    say('an image has src');
    expect(said).to.eql([
      ['[consent-gate] a frame has src', document.head],
      ['[consent-gate] an image has src'],
    ]);
  });
});
