import {expect} from '@open-wc/testing';
import {COPIES_KEY, OUTBOX_KEY, RECEIPT_KEY, SWEEP_KEY} from '../../../dist/esm/core/keys.js';
import {ownStorage} from '../../../dist/esm/core/own-storage.js';
import {configOf} from '../fixtures/configs.js';

const names = (...about: Parameters<typeof ownStorage>) =>
  ownStorage(...about).storage!.map(({name, in: area = 'cookie'}) => `${area} ${name}`);

describe('ownStorage', () => {
  it('declares the cookie by the name that it really has', () => {
    expect(names(configOf(), false)[0]).to.equal('cookie consent-gate');
    expect(names(configOf(), true)[0]).to.equal('cookie __Host-consent-gate');
    const cookie = {name: 'choice', domain: 'example.com'};
    expect(names(configOf({cookie}), true)[0]).to.equal('cookie __Secure-choice');
  });

  it('declares how long the choice is kept', () => {
    expect(ownStorage(configOf({lifetime: 30}), true).storage![0]!.lifetime).to.equal('P30D');
  });

  it('declares every key, those of receipts only where there are receipts', () => {
    const receipts = {endpoint: '/consent-receipts'};
    const all = [SWEEP_KEY, OUTBOX_KEY, RECEIPT_KEY, COPIES_KEY].map((key) => `localStorage ${key}`);
    expect(names(configOf({receipts}), true).slice(1)).to.eql(all);
    expect(names(configOf(), true).slice(1)).to.eql([`localStorage ${SWEEP_KEY}`]);
  });

  it('is necessary, and the site’s own', () => {
    expect(ownStorage(configOf(), true)).to.include({category: 'necessary', provider: 'Rackslab SAS'});
  });
});
