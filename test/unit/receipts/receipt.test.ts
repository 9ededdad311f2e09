import {expect} from '@open-wc/testing';
import {buildReceipt} from '../../../dist/esm/receipts/receipt.js';
import type {Circumstances} from '../../../dist/esm/receipts/receipt.js';
import type {Action, Consent, Receipt} from '../../../dist/esm/types.js';
import {ID, NOW, after, blank, configOf, serviceOf} from '../fixtures/configs.js';

const FRESH = '00000000-0000-4000-8000-000000000001';
const config = configOf({services: [serviceOf('acme'), serviceOf('pixel', 'advertising')]});
const nobody = blank(config);
const all = after(config, nobody, {type: 'grant-all'});
const some = after(config, nobody, {type: 'choose', choices: {analytical: true}});
const refused = after(config, nobody, {type: 'deny-all'});

const circumstances = (more: Partial<Circumstances>): Circumstances => ({
  action: null,
  layer: 'banner',
  isVisitor: true,
  now: NOW,
  newId: () => FRESH,
  site: 'www.example.com',
  prev: null,
  notice: {version: '1', lang: 'en', hash: `sha256-${'a'.repeat(43)}`},
  lib: 'consent-gate@0.1.0',
  ...more,
});

const receipted = (before: Consent, action: Action, more: Partial<Circumstances> = {}): Receipt =>
  buildReceipt(config, after(config, before, action), before, circumstances({action, ...more}));

describe('buildReceipt', () => {
  const events: readonly (readonly [string, Consent, Action, Partial<Receipt>])[] = [
    ['accepts all', nobody, {type: 'grant-all'}, {event: 'given', method: 'accept-all'}],
    ['rejects all', nobody, {type: 'deny-all'}, {event: 'refused', method: 'reject-all'}],
    ['closes the banner', nobody, {type: 'dismiss'}, {event: 'refused', method: 'dismiss'}],
    [
      'saves a choice',
      nobody,
      {type: 'choose', choices: {analytical: true}},
      {event: 'given', method: 'save-choices'},
    ],
    ['saves a no', nobody, {type: 'choose', choices: {}}, {event: 'refused', method: 'save-choices'}],
    [
      'plays one embed',
      nobody,
      {type: 'grant-service', service: 'acme'},
      {event: 'given', method: 'embed-click'},
    ],
    [
      'changes a choice',
      all,
      {type: 'choose', choices: {advertising: false}},
      {event: 'changed', method: 'save-choices'},
    ],
    ['says the same again', all, {type: 'grant-all'}, {event: 'renewed', method: 'accept-all'}],
    ['rejects all after a grant', all, {type: 'deny-all'}, {event: 'withdrawn', method: 'reject-all'}],
    ['withdraws', all, {type: 'withdraw'}, {event: 'withdrawn', method: 'withdraw-all'}],
    ['refuses again', refused, {type: 'deny-all'}, {event: 'refused', method: 'reject-all'}],
    ['changes a no into a yes', refused, {type: 'grant-all'}, {event: 'given', method: 'accept-all'}],
    [
      'says no to what was added',
      some,
      {type: 'deny-all', only: 'undecided'},
      {event: 'renewed', method: 'save-choices'},
    ],
    [
      'says yes to what was added',
      some,
      {type: 'grant-all', only: 'undecided'},
      {event: 'renewed', method: 'save-choices'},
    ],
  ];
  for (const [what, before, action, expected] of events) {
    it(`says that a visitor ${what}: ${expected.event}, ${expected.method}`, () => {
      expect(receipted(before, action)).to.include({...expected, by: 'user', layer: 'banner'});
    });
  }

  it('says that a signal changed what was stored, and which', () => {
    const signals = {gpc: true, dnt: '1'} as const;
    const build = (consent: Consent) => buildReceipt(config, consent, all, circumstances({layer: 'none'}));
    const expected = {event: 'signalled', by: 'user-agent', layer: 'none'};
    expect(build({...some, signals})).to.include({...expected, method: 'gpc'});
    expect(build({...some, signals: {gpc: null, dnt: '1'}})).to.include({...expected, method: 'dnt'});
  });

  it('tells a grant by code alone apart from one by a visitor', () => {
    const grant: Action = {type: 'grant-all'};
    expect(receipted(nobody, grant, {layer: 'none', isVisitor: false})).to.include({
      event: 'signalled',
      method: 'api',
      by: 'site',
    });
    expect(receipted(nobody, grant, {layer: 'none', isVisitor: true})).to.include({
      event: 'given',
      method: 'api',
      by: 'user',
    });
  });

  it('says that code alone refused or withdrew', () => {
    const alone = {layer: 'none', isVisitor: false} as const;
    expect(receipted(nobody, {type: 'deny-all'}, alone)).to.include({
      event: 'refused',
      by: 'site',
      method: 'api',
    });
    expect(receipted(all, {type: 'withdraw'}, alone)).to.include({
      event: 'withdrawn',
      by: 'site',
      method: 'api',
    });
  });

  it('names every optional category, the denied ones too, and never the necessary one', () => {
    expect(receipted(nobody, {type: 'choose', choices: {analytical: true}}).choices).to.eql({
      functional: false,
      analytical: true,
      advertising: false,
    });
  });

  it('names a service only where it differs from its category', () => {
    const choices = {analytical: true, acme: false, pixel: true};
    expect(receipted(nobody, {type: 'choose', choices}).services).to.eql({acme: false, pixel: true});
    expect(receipted(nobody, {type: 'grant-all'})).not.to.have.property('services');
  });

  it('goes under the pseudonym of the grant, also when that ends', () => {
    expect(receipted(nobody, {type: 'grant-all'}).consentId).to.equal(ID);
    expect(receipted(all, {type: 'withdraw'}).consentId).to.equal(ID);
  });

  it('goes under a pseudonym of its own when nothing was ever granted', () => {
    expect(receipted(nobody, {type: 'deny-all'}).consentId).to.equal(FRESH);
  });

  it('tells who asked for what, when and until when, and nothing about the visitor', () => {
    const receipt = receipted(nobody, {type: 'grant-all'}, {prev: ID});
    expect(receipt).to.deep.include({
      schema: 'consent-receipt/1',
      prev: ID,
      time: '2026-11-22T21:45:00.000Z',
      validUntil: '2027-05-23T00:00:00.000Z',
      site: 'www.example.com',
      regime: 'opt-in',
      jurisdiction: 'ZZ',
      signals: {gpc: null, dnt: null},
    });
    expect(Object.keys(receipt)).to.have.members([
      'schema',
      'id',
      'consentId',
      'prev',
      'time',
      'validUntil',
      'site',
      'event',
      'method',
      'by',
      'layer',
      'regime',
      'jurisdiction',
      'choices',
      'signals',
      'notice',
      'lib',
    ]);
  });
});
