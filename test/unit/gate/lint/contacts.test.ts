import {expect} from '@open-wc/testing';
import {checkContacts, checkCookies} from '../../../../dist/esm/gate/lint/contacts.js';
import {configOf, serviceOf} from '../../fixtures/configs.js';
import {keepWarnings} from '../../fixtures/warnings.js';

describe('checkCookies', () => {
  const forget = () => ['lint_a', 'lint_b', 'consent-gate'].forEach((name) => write(name, 0));
  const write = (name: string, age = 60) => (document.cookie = `${name}=1;path=/;max-age=${age}`);
  beforeEach(() => ['lint_a', 'lint_b', 'consent-gate'].forEach((name) => write(name)));
  afterEach(forget);

  it('names the cookies that no service declares, and not the record', () => {
    const {said, warn} = keepWarnings();
    checkCookies(
      configOf({services: [serviceOf('acme', 'analytical', {storage: [{name: 'lint_a'}]})]}),
      warn,
    );
    expect(said.filter((text) => /lint_|consent-gate/.test(text))).to.eql([
      'the cookie "lint_b" belongs to no service; declare it in a service\'s storage, so that it is shown and swept',
    ]);
  });

  it('says nothing before every service has declared its own', () => {
    const {said, warn} = keepWarnings();
    checkCookies(configOf({services: [{use: 'matomo', id: 'matomo'}]}), warn);
    expect(said).to.eql([]);
  });
});

describe('checkContacts', () => {
  const {getEntriesByType} = performance;
  const contact = (...names: string[]) =>
    Object.assign(performance, {getEntriesByType: () => names.map((name) => ({name}))});
  afterEach(() => Object.assign(performance, {getEntriesByType}));

  it('names each host that no service declares and nobody has named yet', () => {
    contact('https://a.acme.example/x', 'https://b.example/y', 'https://c.example/z', '/own.js', 'data:,');
    const {said, warn} = keepWarnings();
    const config = configOf({services: [serviceOf('acme', 'analytical', {hosts: ['*.acme.example']})]});
    checkContacts(config, new Set(['c.example']), warn);
    expect(said).to.eql([
      "b.example was contacted and belongs to no service; gate it, or declare it in a service's hosts",
    ]);
  });
});
