import {expect} from '@open-wc/testing';
import {difference} from '../../../dist/esm/core/difference.js';
import {after, blank, configOf, serviceOf} from '../fixtures/configs.js';

describe('difference', () => {
  const config = configOf({services: [serviceOf('acme'), serviceOf('pixel', 'advertising')]});
  const nobody = blank(config);
  const all = after(config, nobody, {type: 'grant-all'});

  it('names every category and service that became allowed', () => {
    expect(difference(config, all, nobody)).to.eql({
      granted: ['functional', 'analytical', 'advertising', 'acme', 'pixel'],
      denied: [],
    });
  });

  it('names what stopped being allowed, and only that', () => {
    const some = after(config, all, {type: 'choose', choices: {advertising: false}});
    expect(difference(config, some, all)).to.eql({granted: [], denied: ['advertising', 'pixel']});
  });

  it('names nothing where nothing changed', () => {
    expect(difference(config, all, all)).to.eql({granted: [], denied: []});
  });

  it('compares with a page on which nothing optional was allowed when there was none before', () => {
    expect(difference(config, all, undefined).granted)
      .to.include('analytical')
      .and.not.to.include('necessary');
  });
});
