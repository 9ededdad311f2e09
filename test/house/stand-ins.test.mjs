import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {startDemo} from '../../demo/serve.mjs';
import {owns} from '../../dist/esm/gate/sweep.js';
import {SERVICES} from '../../demo/vendors/services.mjs';

/** The services with a stand-in, as the library describes them with the options of the table. */
const services = new Map();
for (const [use, {use: file = use, options}] of Object.entries(SERVICES)) {
  const {optionNames: _, ...functions} = await import(`../../dist/esm/services/${file}.js`);
  services.set(use, Object.values(functions)[0](options));
}

/** What a stand-in writes, what it brings along included. */
const writesOf = ({writes, brings = []}) => [...writes, ...brings.flatMap((use) => SERVICES[use].writes)];
const wild = ({name}) => name.replaceAll('*', '1x');
const isOwned = ({storage}, written) =>
  storage.some(
    (item) =>
      (item.party ?? 'first') === (written.party ?? 'first') &&
      (item.in ?? 'cookie') === (written.in ?? 'cookie') &&
      owns(item, wild(written)),
  );

/** What a service is, what it may load, and what that may load: two that share some of it share its names. */
const family = ({id, loads = []}) => [
  id,
  ...loads,
  ...loads.flatMap((each) => services.get(each)?.loads ?? []),
];
const areRelated = (one, other) => family(one).some((id) => family(other).includes(id));

test('whatever a stand-in writes is declared by its service, and so is swept', () => {
  const undeclared = Object.entries(SERVICES).flatMap(([use, standIn]) =>
    writesOf(standIn)
      .filter((written) => !written.byVendor && !isOwned(services.get(use), written))
      .map(({name, in: area = 'cookie'}) => `${use} writes ${name} (${area})`),
  );
  assert.deepEqual(undeclared, []);
});

test('nothing that a stand-in writes is swept with a service that has nothing to do with it', () => {
  const clashes = Object.entries(SERVICES).flatMap(([use, {writes}]) =>
    [...services.values()]
      .filter((other) => !areRelated(services.get(use), other))
      .flatMap((other) =>
        writes
          .filter((written) => written.party !== 'third' && isOwned(other, written))
          .map(({name}) => `${other.id} owns ${name} of ${use}`),
      ),
  );
  assert.deepEqual(clashes, []);
});

test('what a stand-in brings along is what its service says that it may load', () => {
  const unsaid = Object.entries(SERVICES).flatMap(([use, {brings = []}]) =>
    brings
      .filter((other) => !services.get(use).loads?.includes(other))
      .map((other) => `${use} brings ${other}`),
  );
  assert.deepEqual(unsaid, []);
});

test('every script of the table is a file, and every host one that its service names', () => {
  const files = readdirSync('demo/vendors');
  const faults = Object.entries(SERVICES).flatMap(([use, {scripts, hosts = [], isBundled}]) => [
    ...Object.values(scripts)
      .filter((file) => !files.includes(file))
      .map((file) => `${use}: there is no demo/vendors/${file}`),
    ...[...hosts, ...Object.keys(isBundled ? {} : scripts).map((address) => address.split('/')[0])]
      .filter(
        (host) =>
          !services
            .get(use)
            .hosts.some((pattern) => owns({name: pattern.replace(/^https?:\/\/|\/.*$/g, '')}, host)),
      )
      .map((host) => `${use} does not name ${host} among its hosts`),
  ]);
  assert.deepEqual(faults, []);
});

test('a person who tries a service on a machine of their own reaches nobody but the stand-in', async (context) => {
  const demo = await startDemo({fixtures: false});
  context.after(() => demo.close());
  for (const use of Object.keys(SERVICES).filter((each) => !SERVICES[each].isBundled)) {
    const answer = await fetch(`${demo.url}/services.html?use=${use}`);
    const html = await answer.text();
    assert.match(answer.headers.get('content-security-policy'), /^default-src 'self'/);
    assert.ok(html.indexOf('answered-here.js') < html.indexOf('gate.js'), use);
    assert.ok(html.includes(`"use": "${SERVICES[use].use ?? use}"`), use);
  }
});

test('the page of a service takes nothing from its address but a name of the table', async (context) => {
  const demo = await startDemo({fixtures: false});
  context.after(() => demo.close());
  const [plain, odd] = await Promise.all(
    ['?', '?use=</script><b>&reload="&options={}'].map(async (query) =>
      (await fetch(`${demo.url}/services.html${query}&panel=off`)).text(),
    ),
  );
  assert.equal(odd, plain);
});
