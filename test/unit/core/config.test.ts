import {expect} from '@open-wc/testing';
import {readConfig} from '../../../dist/esm/core/config.js';
import type {ConsentOptions} from '../../../dist/esm/types.js';
import {OPTIONS, serviceOf} from '../fixtures/configs.js';

const idsOf = (entries: readonly {readonly id: string}[]) => entries.map(({id}) => id);

describe('readConfig', () => {
  it('fills in every default', () => {
    const {categories, policy, cookie, receipts, ...rest} = readConfig(OPTIONS);
    expect(idsOf(categories)).to.eql(['necessary', 'functional', 'analytical', 'advertising']);
    expect({...policy}).to.eql({url: '/privacy', version: '1'});
    expect({...cookie}).to.eql({name: 'consent-gate'});
    expect({...receipts}).to.eql({refusals: 'anonymous'});
    expect(rest).to.eql({
      controller: {name: 'Rackslab SAS'},
      services: [],
      regime: 'opt-in',
      jurisdiction: 'ZZ',
      lifetime: 182,
      askDespiteSignal: false,
      reload: 'if-unverified',
      layout: 'box',
      preferences: 'dialog',
      hideOn: [],
      theme: 'auto',
      texts: {},
      debug: false,
    });
  });

  it('keeps what the site says', () => {
    const config = readConfig({
      ...OPTIONS,
      policy: {url: '/privacy', version: '7'},
      cookie: {name: 'choice'},
      receipts: {refusals: 'none'},
      lifetime: 30,
      layout: 'bar',
    });
    expect(config.policy.version).to.equal('7');
    expect(config.cookie.name).to.equal('choice');
    expect(config.receipts.refusals).to.equal('none');
    expect(config).to.include({lifetime: 30, layout: 'bar'});
  });

  it('keeps the necessary category where a site lists only others', () => {
    const {categories} = readConfig({...OPTIONS, categories: ['advertising']});
    expect(idsOf(categories)).to.eql(['necessary', 'advertising']);
  });

  it("keeps a site's order and words for the categories", () => {
    const necessary = {id: 'necessary', title: 'Needed'};
    const {categories} = readConfig({...OPTIONS, categories: ['analytical', necessary]});
    expect(categories).to.eql([{id: 'analytical'}, necessary]);
  });

  it('asks a regime function once', () => {
    let calls = 0;
    const regime = () => {
      calls += 1;
      return 'opt-out' as const;
    };
    expect(readConfig({...OPTIONS, regime}).regime).to.equal('opt-out');
    expect(calls).to.equal(1);
  });

  it('names a used service after its file unless it has a name of its own', () => {
    const services = [{use: 'matomo'}, {use: 'matomo', id: 'second'}, serviceOf('acme')] as never;
    expect(idsOf(readConfig({...OPTIONS, services}).services)).to.eql(['matomo', 'second', 'acme']);
  });

  it('cannot be changed by the page afterwards', () => {
    expect(readConfig(OPTIONS)).to.be.frozen;
  });

  it('takes nothing from "__proto__" in JSON', () => {
    const text = `{"controller": {"name": "A"}, "policy": {"url": "/"},
      "__proto__": {"regime": "opt-out", "debug": true},
      "cookie": {"__proto__": {"domain": "evil.example"}},
      "receipts": {"__proto__": {"endpoint": "https://evil.example"}}}`;
    const config = readConfig(JSON.parse(text) as ConsentOptions);
    expect(config.regime).to.equal('opt-in');
    expect(config.debug).to.equal(false);
    expect(config.cookie.domain).to.equal(undefined);
    expect(config.receipts.endpoint).to.equal(undefined);
  });

  describe('on a page that has put options on Object.prototype', () => {
    const planted = {
      regime: 'opt-out',
      lifetime: 4000,
      debug: true,
      endpoint: 'https://evil.example',
      domain: 'evil.example',
      categories: [],
      services: [{id: 'evil', category: 'necessary'}],
    };
    beforeEach(() => Object.assign(Object.prototype, planted));
    afterEach(() => Object.keys(planted).forEach((name) => Reflect.deleteProperty(Object.prototype, name)));

    it('takes none of them', () => {
      const config = readConfig(OPTIONS);
      expect(idsOf(config.categories).length).to.equal(4);
      expect(config.services.length).to.equal(0);
      expect(config.regime).to.equal('opt-in');
      expect(config.lifetime).to.equal(182);
      expect(config.debug).to.equal(false);
      expect(config.receipts.endpoint).to.equal(undefined);
      expect(config.cookie.domain).to.equal(undefined);
    });
  });
});
