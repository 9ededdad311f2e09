import {expect} from '@open-wc/testing';
import {checkOptions, checkServices} from '../../../dist/esm/core/check.js';
import {readConfig} from '../../../dist/esm/core/config.js';
import {ConfigError} from '../../../dist/esm/core/config-error.js';
import type {ConsentOptions, Service} from '../../../dist/esm/types.js';
import {OPTIONS, serviceOf} from '../fixtures/configs.js';

const NAMES =
  'controller, policy, services, categories, regime, jurisdiction, lifetime, cookie, receipts, ' +
  'askDespiteSignal, reload, layout, preferences, hideOn, theme, lang, texts, nonce, debug';
const SERVICE_NAMES =
  'id, category, name, provider, policy, recipients, reason, hosts, storage, loads, mode, ' +
  'beforeLoad, load, onGrant, onChange, onCancel, isInUse, onRevoke';
const ADDRESS = 'an https:, http:, mailto: or relative address';
const CATEGORIES = 'necessary, functional, analytical, advertising';

const withService = (more: Record<string, unknown>) => ({services: [{...serviceOf('acme'), ...more}]});
const withItem = (more: Record<string, unknown>) => withService({storage: [{name: '_id', ...more}]});
const withUse = (more: Record<string, unknown>) => ({services: [{use: 'matomo', ...more}]});

const explode = () => {
  throw new Error('no country');
};

/** What a site owner wrote, and what they are told. */
const MISTAKES: readonly (readonly [Record<string, unknown>, string])[] = [
  [{controller: undefined}, 'controller is missing, but must be an object'],
  [{controller: 'Rackslab'}, 'controller is "Rackslab", but must be an object'],
  [{controller: {}}, 'controller.name is missing, but must be a text'],
  [{controller: {name: ' '}}, 'controller.name is " ", but must be a text'],
  [{controller: {name: 'Rackslab', contact: 5}}, 'controller.contact is 5, but must be a text'],
  [
    {controller: {name: 'Rackslab', mail: 'x'}},
    'a name in controller is "mail", but must be one of name, contact',
  ],
  [{policy: undefined}, 'policy is missing, but must be an object'],
  [{policy: {}}, `policy.url is missing, but must be ${ADDRESS}`],
  [
    {policy: {url: '/privacy', version: 3}},
    'policy.version is 3, but must be a text of at most 64 characters',
  ],
  [{services: {}}, 'services is {}, but must be a list'],
  [{services: [null]}, 'services[0] is null, but must be an object'],
  [
    {services: [{category: 'analytical'}]},
    'services[0].id is missing, but must be lower case letters, digits and hyphens',
  ],
  [withService({id: 'Acme'}), 'services[0].id is "Acme", but must be lower case letters, digits and hyphens'],
  [withService({category: 'ads'}), `services[0].category is "ads", but must be one of ${CATEGORIES}`],
  [withService({category: undefined}), `services[0].category is missing, but must be one of ${CATEGORIES}`],
  [withService({category: 'necessary'}), 'services[0].reason is missing, but must be a text'],
  [withService({id: 'analytical'}), 'services[0].id is "analytical", but must be used only once'],
  [
    {services: [serviceOf('acme'), serviceOf('acme')]},
    'services[1].id is "acme", but must be used only once',
  ],
  [withService({name: 1}), 'services[0].name is 1, but must be a text'],
  [withService({provider: ''}), 'services[0].provider is "", but must be a text'],
  [withService({policy: 'javascript:0'}), `services[0].policy is "javascript:0", but must be ${ADDRESS}`],
  [withService({recipients: 'Meta'}), 'services[0].recipients is "Meta", but must be a list'],
  [withService({recipients: [7]}), 'services[0].recipients[0] is 7, but must be a text'],
  [withService({reason: false}), 'services[0].reason is false, but must be a text'],
  [withService({hosts: [null]}), 'services[0].hosts[0] is null, but must be a text'],
  [
    withService({loads: ['Meta Pixel']}),
    'services[0].loads[0] is "Meta Pixel", but must be lower case letters, digits and hyphens',
  ],
  [withService({mode: 'allow'}), 'services[0].mode is "allow", but must be one of block, signal'],
  [withService({beforeLoad: 'x'}), 'services[0].beforeLoad is "x", but must be a function'],
  [withService({load: 'x'}), 'services[0].load is "x", but must be a function'],
  [withService({onGrant: 'x'}), 'services[0].onGrant is "x", but must be a function'],
  [withService({onChange: 'x'}), 'services[0].onChange is "x", but must be a function'],
  [withService({onCancel: 'x'}), 'services[0].onCancel is "x", but must be a function'],
  [withService({onRevoke: 'x'}), 'services[0].onRevoke is "x", but must be a function'],
  [withService({onDeny: () => {}}), `a name in services[0] is "onDeny", but must be one of ${SERVICE_NAMES}`],
  [withService({storage: [{}]}), 'services[0].storage[0].name is missing, but must be a text'],
  [
    withItem({in: 'local'}),
    'services[0].storage[0].in is "local", but must be one of cookie, localStorage, sessionStorage, indexedDB',
  ],
  [withItem({path: 1}), 'services[0].storage[0].path is 1, but must be a text'],
  [withItem({party: 'second'}), 'services[0].storage[0].party is "second", but must be one of first, third'],
  [withItem({httpOnly: 'yes'}), 'services[0].storage[0].httpOnly is "yes", but must be a boolean'],
  [withItem({purpose: 1}), 'services[0].storage[0].purpose is 1, but must be a text'],
  [withItem({lifetime: 30}), 'services[0].storage[0].lifetime is 30, but must be a text'],
  [
    withItem({domain: '.x.example'}),
    'a name in services[0].storage[0] is "domain", but must be one of name, in, path, party, httpOnly, purpose, lifetime',
  ],
  [{services: [{use: 5}]}, 'services[0].use is 5, but must be lower case letters, digits and hyphens'],
  [
    {services: [{use: '../evil'}]},
    'services[0].use is "../evil", but must be lower case letters, digits and hyphens',
  ],
  [withUse({id: 'A'}), 'services[0].id is "A", but must be lower case letters, digits and hyphens'],
  [withUse({name: 1}), 'services[0].name is 1, but must be a text'],
  [withUse({recipients: 'x'}), 'services[0].recipients is "x", but must be a list'],
  [withUse({reason: 1}), 'services[0].reason is 1, but must be a text'],
  [
    {
      services: [
        {use: 'matomo', url: '/a', siteId: 1},
        {use: 'matomo', url: '/b', siteId: 2},
      ],
    },
    'services[1].id is "matomo", but must be used only once',
  ],
  [{categories: 'analytical'}, 'categories is "analytical", but must be a list'],
  [
    {categories: ['Social Media']},
    'categories[0] is "Social Media", but must be at most 32 lower case letters, digits and hyphens',
  ],
  [{categories: ['social']}, 'categories[0].title is missing, but must be a text'],
  [
    {categories: [{id: 'social', title: 'Social'}]},
    'categories[0].description is missing, but must be a text',
  ],
  [{categories: [{id: 'analytical', title: 1}]}, 'categories[0].title is 1, but must be a text'],
  [
    {categories: [{id: 'analytical', default: true}]},
    'a name in categories[0] is "default", but must be one of id, title, description',
  ],
  [{categories: ['analytical', 'analytical']}, 'categories[1] is "analytical", but must be used only once'],
  [
    {categories: ['c'.repeat(33)]},
    `categories[0] is "${'c'.repeat(33)}", but must be at most 32 lower case letters, digits and hyphens`,
  ],
  [
    {policy: {url: '/', version: 'v'.repeat(65)}},
    `policy.version is "${'v'.repeat(65)}", but must be a text of at most 64 characters`,
  ],
  [{regime: 'optin'}, 'regime is "optin", but must be one of opt-in, opt-out, notice-only'],
  [{regime: explode}, 'regime() is missing, but must be one of opt-in, opt-out, notice-only'],
  [{regime: () => 'eu'}, 'regime() is "eu", but must be one of opt-in, opt-out, notice-only'],
  [{jurisdiction: 'Norway'}, 'jurisdiction is "Norway", but must be a country such as NO, US-CA, EEA or ZZ'],
  [{lifetime: 0}, 'lifetime is 0, but must be a whole number of days from 1 to 400'],
  [{lifetime: 401}, 'lifetime is 401, but must be a whole number of days from 1 to 400'],
  [{lifetime: 1.5}, 'lifetime is 1.5, but must be a whole number of days from 1 to 400'],
  [{lifetime: '182'}, 'lifetime is "182", but must be a whole number of days from 1 to 400'],
  [{cookie: 'mine'}, 'cookie is "mine", but must be an object'],
  [{cookie: {name: 'my cookie'}}, 'cookie.name is "my cookie", but must be a cookie name'],
  [{cookie: {domain: 'example.com;secure'}}, 'cookie.domain is "example.com;secure", but must be a domain'],
  [{receipts: '/receipts'}, 'receipts is "/receipts", but must be an object'],
  [{receipts: {endpoint: 'data:,x'}}, `receipts.endpoint is "data:,x", but must be ${ADDRESS}`],
  [{receipts: {transport: '/receipts'}}, 'receipts.transport is "/receipts", but must be a function'],
  [{receipts: {refusals: 'all'}}, 'receipts.refusals is "all", but must be one of anonymous, none'],
  [{askDespiteSignal: 1}, 'askDespiteSignal is 1, but must be a boolean'],
  [{reload: 'always'}, 'reload is "always", but must be one of if-unverified, never'],
  [
    {layout: 'modal'},
    'layout is "modal", but must be one of box, box-end, box-top, box-top-end, bar, bar-top, cloud, wall',
  ],
  [{preferences: 'modal'}, 'preferences is "modal", but must be one of dialog, panel'],
  [{hideOn: '/privacy'}, 'hideOn is "/privacy", but must be a list'],
  [{hideOn: ['privacy']}, 'hideOn[0] is "privacy", but must be a path such as /privacy or /legal/*'],
  [
    {hideOn: ['/a', '//lawyer.example/privacy']},
    'hideOn[1] is "//lawyer.example/privacy", but must be a path such as /privacy or /legal/*',
  ],
  [
    {hideOn: ['/privacy?x=1']},
    'hideOn[0] is "/privacy?x=1", but must be a path such as /privacy or /legal/*',
  ],
  [{theme: 'blue'}, 'theme is "blue", but must be one of auto, light, dark'],
  [{lang: 47}, 'lang is 47, but must be a text'],
  [{texts: null}, 'texts is null, but must be an object'],
  [{texts: {en: 'Hello'}}, 'texts.en is "Hello", but must be an object'],
  [{texts: {en: {title: 5}}}, 'texts.en.title is 5, but must be a text'],
  [{texts: {en: {purposes: {ads: ''}}}}, 'texts.en.purposes.ads is "", but must be a text'],
  [{nonce: 1}, 'nonce is 1, but must be a text'],
  [{debug: 'yes'}, 'debug is "yes", but must be a boolean'],
  [{regimes: 'opt-in'}, `a name in options is "regimes", but must be one of ${NAMES}`],
];

const checking = (options: unknown) => () => checkOptions(options);

describe('checkOptions', () => {
  for (const [options, message] of MISTAKES) {
    it(`tells a site owner: ${message}`, () => {
      expect(checking({...OPTIONS, ...options}))
        .to.throw(ConfigError)
        .with.property('message', message);
    });
  }

  for (const nothing of [undefined, null, 'consent', 5]) {
    it(`tells a site owner that ${nothing} is no configuration`, () => {
      expect(checking(nothing)).to.throw(ConfigError, 'but must be an object');
    });
  }

  it('hands path, value and remedy to whoever wants to show them in another way', () => {
    const error = new ConfigError('lifetime', 401, 'less');
    expect(error).to.include({name: 'ConfigError', path: 'lifetime', value: 401, remedy: 'less'});
  });

  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001\u001fjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'javascript\r:alert(1)',
    '\n\tjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '\u0008data:text/html,x',
    'vbscript:x',
    'blob:https://example.com/x',
    'file:///etc/passwd',
  ]) {
    it(`lets no visitor follow ${JSON.stringify(url)}`, () => {
      expect(checking({...OPTIONS, policy: {url}})).to.throw(ConfigError, 'policy.url is');
    });
  }

  for (const url of [
    '/privacy',
    'privacy.html',
    './a:b',
    '?page=privacy',
    '#privacy',
    'https://example.com/privacy',
    'HTTP://example.com',
    'mailto:privacy@example.com',
    '//example.com/privacy',
  ]) {
    it(`lets a visitor follow ${url}`, () => {
      expect(checking({...OPTIONS, policy: {url}})).not.to.throw();
    });
  }

  it('takes every option there is', () => {
    const complete: ConsentOptions = {
      controller: {name: 'Rackslab SAS', contact: 'privacy@example.com'},
      policy: {url: '/privacy', version: '2026-11-01'},
      services: [
        serviceOf('acme', 'social', {
          name: 'Acme',
          provider: 'Acme AS',
          policy: 'https://acme.example/privacy',
          recipients: ['Zeta AS'],
          reason: 'Because.',
          hosts: ['*.acme.example'],
          storage: [
            {
              name: '_a',
              in: 'localStorage',
              path: '/',
              party: 'first',
              httpOnly: false,
              purpose: 'ads',
              lifetime: 'P1D',
            },
          ],
          loads: ['zeta'],
          mode: 'block',
          beforeLoad() {},
          load() {},
          onGrant() {},
          onChange() {},
          onCancel() {},
          onRevoke: () => 'verified',
        }),
        {use: 'matomo', id: 'second-matomo', url: '/stats', siteId: 1},
      ],
      categories: ['analytical', {id: 'social', title: 'Social', description: 'Shows posts.'}],
      regime: () => 'opt-out',
      jurisdiction: 'US-CA',
      lifetime: 400,
      cookie: {name: 'choice', domain: 'example.com'},
      receipts: {endpoint: '/receipts', transport: async () => {}, refusals: 'none'},
      askDespiteSignal: true,
      reload: 'never',
      layout: 'bar',
      preferences: 'panel',
      hideOn: ['/privacy', '/legal/*'],
      theme: 'dark',
      lang: 'nb',
      texts: {en: {title: 'Hello'}, nb: {title: 'Hei'}},
      nonce: 'abc',
      debug: true,
    };
    expect(checking(complete)).not.to.throw();
  });

  for (const jurisdiction of ['NO', 'US-CA', 'EEA', 'ZZ']) {
    it(`takes ${jurisdiction} for a jurisdiction`, () => {
      expect(checking({...OPTIONS, jurisdiction})).not.to.throw();
    });
  }

  it('names "__proto__" in JSON as the unknown name it is', () => {
    const text = '{"controller": {"name": "A"}, "policy": {"url": "/"}, "__proto__": {"regime": "opt-out"}}';
    expect(checking(JSON.parse(text))).to.throw(ConfigError, 'a name in options is "__proto__"');
  });
});

describe('checkServices', () => {
  it('refuses a service whose file brings a category that the site does not have', () => {
    const {categories} = readConfig({...OPTIONS, categories: ['analytical']});
    expect(() => checkServices([serviceOf('pixel', 'advertising')], categories)).to.throw(
      ConfigError,
      'services[0].category is "advertising", but must be one of necessary, analytical',
    );
  });

  it('refuses a necessary service that gives the visitor no reason', () => {
    const {categories} = readConfig(OPTIONS);
    const shop: Service = serviceOf('shop', 'necessary');
    expect(() => checkServices([shop], categories)).to.throw(ConfigError, 'services[0].reason is missing');
    expect(() => checkServices([{...shop, reason: 'Keeps the basket.'}], categories)).not.to.throw();
  });
});
