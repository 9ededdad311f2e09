import {expect} from '@open-wc/testing';
import {KNOWN_SERVICES} from '../../../../dist/esm/gate/known-services.js';
import {
  SHARED_HOSTS,
  addressOf,
  likeness,
  servicesAt,
  talksTo,
} from '../../../../dist/esm/gate/lint/shelf.js';

const usesAt = (address: string) => servicesAt(addressOf(address)!).map(({use}) => use);

describe('servicesAt', () => {
  const addresses: Readonly<Record<string, string[]>> = {
    'https://www.googletagmanager.com/gtag/js?id=G-1': ['google-ads', 'google-analytics'],
    'https://www.googletagmanager.com/gtm.js?id=GTM-1': ['google-tag-manager'],
    'https://www.googletagmanager.com/ns.html?id=GTM-1': ['google-tag-manager'],
    '//connect.facebook.net/en_US/fbevents.js': ['meta-pixel'],
    'https://www.facebook.com/tr?id=1&noscript=1': ['meta-pixel'],
    'https://s.adroll.com/j/ADV/roundtrip.js': ['adroll'],
    'https://stats.example.com/matomo.js': ['matomo'],
    'https://stats.example.com/sub/matomo.php?idsite=1': ['matomo'],
    '/piwik.js': ['matomo'],
    'https://stats.example.com/js/container_Ab1.js': ['matomo-tag-manager'],
    'https://cdn.matomo.cloud/shop.matomo.cloud/container_Ab1.js': ['matomo-tag-manager'],
    'https://browser.sentry-cdn.com/8/bundle.min.js': ['sentry'],
    'https://js.sentry-cdn.com/key.min.js': ['sentry'],
    'https://www.google.com/recaptcha/api.js': ['recaptcha'],
    'https://www.google.com/maps/embed?pb=1': ['google-maps'],
    'https://www.youtube.com/embed/1': ['youtube'],
    'https://www.youtube-nocookie.com/embed/1': ['youtube'],
  };
  for (const [address, uses] of Object.entries(addresses)) {
    it(`knows ${address}`, () => {
      expect(usesAt(address)).to.eql(uses);
    });
  }

  it('knows nothing of hosts that serve much else besides, or of none', () => {
    expect(usesAt('https://www.google.com/search')).to.eql([]);
    expect(usesAt('https://fonts.googleapis.com/css2')).to.eql([]);
    expect(usesAt('https://cdn.example.com/app.js')).to.eql([]);
    expect(addressOf('https://')).to.equal(undefined);
  });

  it('makes no exception for a host that no service declares', () => {
    const declared = KNOWN_SERVICES.flatMap(({hosts}) => hosts);
    expect(SHARED_HOSTS.filter((host) => !declared.includes(host))).to.eql([]);
  });
});

describe('likeness', () => {
  it('goes by the name, then by most of the hosts', () => {
    expect(likeness({id: 'hotjar'})?.use).to.equal('hotjar');
    expect(likeness({id: 'snowplow'})?.category).to.equal('analytical');
    expect(likeness({id: 'matomo-tag-manager'})?.category).to.equal('advertising');
    expect(likeness({id: 'heat', hosts: ['static.hotjar.com']})?.use).to.equal('hotjar');
    const hosts = ['www.googletagmanager.com', 'region1.google-analytics.com'];
    expect(likeness({id: 'counting', hosts})?.use).to.equal('google-analytics');
  });

  it('finds none for a service of the site’s own', () => {
    expect(likeness({id: 'shop', hosts: ['www.google.com', 'shop.example']})).to.equal(undefined);
  });
});

describe('talksTo', () => {
  it('takes hosts, patterns and addresses', () => {
    const service = {hosts: ['*.acme.example', 'https://stats.example/matomo']};
    expect(['a.acme.example', 'stats.example', 'acme.example'].map((host) => talksTo(service, host))).to.eql([
      true,
      true,
      false,
    ]);
  });
});
