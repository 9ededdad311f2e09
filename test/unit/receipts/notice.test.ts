import {expect} from '@open-wc/testing';
import {canonical, hash} from '../../../dist/esm/receipts/notice.js';
import type {Notice} from '../../../dist/esm/receipts/notice.js';
import {en} from '../../../dist/esm/locales/en.js';

const NOTICE: Notice = {
  schema: 'consent-notice/1',
  version: '1',
  controller: {name: 'Rackslab SAS'},
  policyUrl: '/privacy',
  categories: [{id: 'analytical', title: 'Analytical', text: 'Counts visits.'}],
  services: [{id: 'acme', category: 'analytical'}],
  ui: {...en, lang: 'en', layout: 'box'},
  lib: 'consent-gate@0.1.0',
};

describe('canonical', () => {
  it('writes the same for the same, in whatever order it was said', () => {
    expect(canonical({b: 1, a: {d: [1, 2], c: 'x'}})).to.equal('{"a":{"c":"x","d":[1,2]},"b":1}');
    expect(canonical({a: {c: 'x', d: [1, 2]}, b: 1})).to.equal('{"a":{"c":"x","d":[1,2]},"b":1}');
  });

  it('keeps the order of a list', () => {
    expect(canonical([3, 1, 2])).to.equal('[3,1,2]');
  });

  it('sorts by code units, as the standard says', () => {
    expect(canonical({'\u20ac': 1, '\r': 2, '1': 3, '\u00f6': 4, '\ud83d\ude00': 5, b: 6, B: 7})).to.equal(
      '{"\\r":2,"1":3,"B":7,"b":6,"ö":4,"€":1,"😀":5}',
    );
  });

  it('leaves out what JSON cannot say', () => {
    expect(canonical({a: undefined, b: () => 1, c: null, d: [null, true]})).to.equal(
      '{"c":null,"d":[null,true]}',
    );
  });

  it('is JSON', () => {
    const value = {text: 'line\nbreak "quoted" \\ ü €', list: [1, {x: null}], flag: false};
    expect(JSON.parse(canonical(value))).to.eql(value);
  });
});

describe('hash', () => {
  it('has the form that receipts ask for', async () => {
    expect(await hash(NOTICE)).to.match(/^sha256-[A-Za-z0-9_-]{43}$/);
  });

  it('is the SHA-256 of the canonical text', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(NOTICE)));
    const hex = (bytes: Iterable<number>) =>
      [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const base64 = (await hash(NOTICE)).replace('sha256-', '').replaceAll('-', '+').replaceAll('_', '/');
    const decoded = [...atob(base64)].map((character) => character.charCodeAt(0));
    expect(hex(decoded)).to.equal(hex(new Uint8Array(digest)));
  });

  it('is the same for the same notice, and another for one other letter', async () => {
    const again = structuredClone(NOTICE);
    const changed = {...NOTICE, ui: {...NOTICE.ui, accept: 'Accept everything'}};
    expect(await hash(again)).to.equal(await hash(NOTICE));
    expect(await hash(changed)).not.to.equal(await hash(NOTICE));
  });
});
