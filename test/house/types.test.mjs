import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {test} from 'node:test';
import {compile} from './compile.mjs';

/** What every snippet begins with: a page that is configured right. */
const RIGHT = `
import {startConsent} from '${resolve('dist/esm/index.js')}';
import type {Action, Choice, ConsentOptions, Service, Stop} from '${resolve('dist/esm/index.js')}';
import {matomo} from '${resolve('dist/esm/services/matomo.js')}';
const options: ConsentOptions = {
  controller: {name: 'Rackslab SAS'},
  policy: {url: '/privacy'},
  services: [matomo({url: 'https://stats.example.com', siteId: 1}), {id: 'acme', category: 'advertising'}],
};
const gate = startConsent(options);
`;

/** What a typo or a misunderstanding would write. Each must be an error at the last line. */
const WRONG = {
  'an option that does not exist': `startConsent({...options, lifespan: 3} satisfies ConsentOptions)`,
  'no controller': `startConsent({policy: {url: '/privacy'}})`,
  'no policy': `startConsent({controller: {name: 'Rackslab SAS'}})`,
  'a regime that does not exist': `startConsent({...options, regime: 'optin'})`,
  'a layout that does not exist': `startConsent({...options, layout: 'popup'})`,
  'a lifetime in words': `startConsent({...options, lifetime: '6 months'})`,
  'a service without its category': `const service: Service = {id: 'acme'}; startConsent({...options, services: [service]})`,
  'a service that says it stopped, and not how': `const service: Service = {id: 'acme', category: 'advertising', onRevoke: () => true}`,
  'a degree of certainty that does not exist': `const stop: Stop = 'probably'`,
  'a choice that is neither yes nor no nor open': `const choice: Choice = 'accepted'`,
  'a wrong option of a service': `matomo({url: 'https://stats.example.com', site: 1})`,
  'a service without what it needs': `matomo({siteId: 1})`,
  'a start that first fetches': `import {posthog} from '${resolve('dist/esm/services/posthog.js')}'; posthog({init: async () => (await import('posthog-js')).default.init('phc', {})})`,
  'a consent changed by hand': `gate.consent.categories['analytical'] = 'granted'`,
  'a consent replaced by hand': `gate.consent = gate.consent`,
  'a choice in words': `gate.choose({analytical: 'yes'})`,
  'a question about nothing': `gate.isGranted()`,
  'an action that does not exist': `const action: Action = {type: 'accept-all'}`,
  'an action without its service': `const action: Action = {type: 'grant-service'}`,
};

/** What a site writes to start a vendor's package, as the vendor types it. */
const FITTING = {
  posthog: `import client from 'posthog-js'; posthog({init: () => client.init('phc', {})});
    posthog({load: () => import('posthog-js'), init: ({default: client}) => client.init('phc', {})})`,
  mixpanel: `import client from 'mixpanel-browser'; mixpanel({init: () => (client.init('token'), client)})`,
  amplitude: `import * as client from '@amplitude/analytics-browser'; amplitude({init: () => (client.init('key'), client)})`,
  segment: `import {AnalyticsBrowser} from '@segment/analytics-next';
    segment({init: () => AnalyticsBrowser.load({writeKey: 'key'})});
    segment({
      load: () => import('@segment/analytics-next'),
      init: ({AnalyticsBrowser}) => AnalyticsBrowser.load({writeKey: 'key'}),
    });`,
  snowplow: `import {newTracker} from '@snowplow/browser-tracker';
    snowplow({init: () => newTracker('sp', 'sp.example.com')!, collector: 'sp.example.com'})`,
};

const fitting = Object.entries(FITTING).map(([name, snippet]) => [
  name,
  `import {${name}} from '${resolve(`dist/esm/services/${name}.js`)}'; ${snippet}`,
]);
const snippets = Object.entries({right: '', ...WRONG, ...Object.fromEntries(fitting)});
const errors = compile(Object.fromEntries(snippets.map(([title, code]) => [title, RIGHT + code])));

test('the types are built', () => {
  assert.ok(existsSync('dist/esm/index.d.ts'), 'dist/esm/index.d.ts is missing: npm run build');
});

test('a page that is configured right compiles', () => {
  assert.deepEqual(errors.get('right'), []);
});

for (const name of Object.keys(FITTING)) {
  test(`${name}'s own client is what its service takes`, () => {
    assert.deepEqual(errors.get(name), []);
  });
}

for (const [mistake, snippet] of Object.entries(WRONG)) {
  test(`${mistake} does not compile`, () => {
    const lines = errors.get(mistake).map(({line}) => line);
    assert.ok(lines.length > 0, `this compiles and must not: ${snippet}`);
    assert.deepEqual(
      lines.filter((line) => line < RIGHT.split('\n').length - 1),
      [],
    );
  });
}
