import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {ConsentActionEvent} from '../../dist/esm/core/action-event.js';
import {ConfigError} from '../../dist/esm/core/config-error.js';
import {startConsent} from '../../dist/esm/start-consent.js';
import type {Consent, ConsentChange, ConsentOptions} from '../../dist/esm/types.js';
import {OPTIONS, serviceOf} from './fixtures/configs.js';
import {addMarkup, clearPage, inline, ran} from './fixtures/page.js';
import {recorded} from './fixtures/recorded.js';

const NAME = 'start-test';
const acme = recorded('acme', {load: () => undefined, storage: [{name: 'start_id'}]});
const {error} = console;

const stored = () =>
  document.cookie
    .split('; ')
    .filter((cookie) => cookie.startsWith(`${NAME}=`))
    .join();
const options = (more: Partial<ConsentOptions> = {}): ConsentOptions => ({
  ...OPTIONS,
  cookie: {name: NAME},
  reload: 'never',
  services: [acme.service],
  ...more,
});

// One page has one gate: it is started once, and every test leaves it as it found it.
const keysBefore = JSON.stringify([document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]);
const gate = startConsent(options());
const keysAfter = JSON.stringify([document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]);

/** What the page's own listeners hear of the next change. */
const nextChange = async () => {
  const {consent, change} = (await oneEvent(document, 'consent-change')) as unknown as {
    consent: Consent;
    change: ConsentChange;
  };
  return {consent, change};
};

describe('startConsent', () => {
  beforeEach(async () => {
    await waitUntil(() => document.querySelector('consent-banner'));
    window.ran = [];
    acme.calls.length = 0;
  });
  afterEach(() => {
    gate.reset();
    clearPage();
  });

  it('stores nothing before a decision, and grants nothing', () => {
    expect(keysAfter).to.equal(keysBefore);
    expect(gate.consent).to.include({decidedAt: null, id: null}).and.to.be.frozen;
    for (const target of ['functional', 'analytical', 'advertising', 'acme', 'nobody-knows']) {
      expect(gate.isGranted(target), target).to.equal(false);
    }
    expect(gate.isGranted('necessary')).to.equal(true);
  });

  it('throws a ConfigError that names path, value and remedy', () => {
    expect(() => startConsent(options({lifetime: 500}))).to.throw(
      ConfigError,
      'lifetime is 500, but must be a whole number of days from 1 to 400',
    );
  });

  it('decides at once, writes it down, and tells the page what changed', async () => {
    const changed = nextChange();
    gate.grantAll();
    expect(gate.isGranted('acme')).to.equal(true);
    expect(stored()).to.match(/^start-test=1\.\d{5}\.\d{5}\.functional~analytical~advertising\./);
    const {consent, change} = await changed;
    expect(consent).to.equal(gate.consent);
    expect(change).to.deep.include({
      cause: 'decided',
      granted: ['functional', 'analytical', 'advertising', 'acme'],
      denied: [],
    });
  });

  it('runs what was granted, and stops and sweeps what is withdrawn', async () => {
    addMarkup(inline('text'));
    gate.choose({analytical: true});
    await waitUntil(() => acme.calls.some((call) => call.startsWith('onGrant')));
    expect(ran()).to.eql(['text']);
    document.cookie = 'start_id=1;path=/';
    const changed = nextChange();
    // What ran from the markup cannot be stopped, and the page would be loaded anew.
    document.querySelectorAll('[data-test]').forEach((one) => one.remove());
    gate.choose({acme: false});
    const {change} = await changed;
    expect(acme.calls).to.include('onRevoke');
    expect(change).to.deep.include({
      denied: ['acme'],
      removed: [{service: 'acme', name: 'start_id', in: 'cookie'}],
      unstopped: [],
    });
    expect(document.cookie).not.to.include('start_id');
  });

  it('hears a button of the page that asks in its own way', () => {
    document.dispatchEvent(new ConsentActionEvent({type: 'deny-all'}));
    expect(gate.consent.categories).to.include({
      functional: 'denied',
      analytical: 'denied',
      advertising: 'denied',
    });
    expect(stored()).to.match(/^start-test=1\.\d{5}\.\d{5}\.\.functional~analytical~advertising\.\.\./);
  });

  it('calls a subscriber after every change, until that is stopped', async () => {
    const heard: string[] = [];
    const stop = gate.subscribe((_, {cause}) => heard.push(cause));
    gate.denyAll();
    gate.reset();
    await waitUntil(() => heard.length === 2);
    stop();
    const changed = nextChange();
    gate.denyAll();
    await changed;
    expect(heard).to.eql(['decided', 'restored']);
  });

  it('forgets a decision on request, and asks again', async () => {
    gate.denyAll();
    const banner = document.querySelector('consent-banner')!;
    await waitUntil(() => banner.hidden);
    gate.reset();
    await waitUntil(() => !banner.hidden);
    expect(stored()).to.equal('');
    expect(gate.consent.decidedAt).to.equal(null);
  });

  it('follows what another tab has decided', async () => {
    gate.denyAll();
    const refused = stored();
    gate.reset();
    const changed = nextChange();
    document.cookie = `${refused};path=/`;
    document.dispatchEvent(new Event('visibilitychange'));
    expect((await changed).change.cause).to.equal('restored');
    expect(gate.consent.categories['analytical']).to.equal('denied');
  });

  it('opens the preference center from a link, and from code', async () => {
    const link = document.createElement('a');
    Object.assign(link, {href: '/privacy'}).dataset['consentOpen'] = '';
    document.body.append(link);
    link.click();
    const dialog = () => document.querySelector('consent-preferences')?.shadowRoot?.querySelector('dialog');
    await waitUntil(() => dialog()?.open);
    dialog()!.close();
    gate.openPreferences();
    await waitUntil(() => dialog()!.open);
    dialog()!.close();
    link.remove();
  });

  it('keeps the choice in memory where the browser keeps none', async () => {
    const refuse = () => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    };
    Object.defineProperty(document, 'cookie', {get: refuse, set: refuse, configurable: true});
    gate.choose({analytical: true});
    document.dispatchEvent(new Event('visibilitychange'));
    const granted = gate.isGranted('analytical');
    Reflect.deleteProperty(document, 'cookie');
    expect(granted).to.equal(true);
  });

  describe('with services that are only named', () => {
    const said: unknown[][] = [];
    beforeEach(() => {
      said.length = 0;
      console.error = (...words: unknown[]) => said.push(words);
    });
    afterEach(() => (console.error = error));

    it('says that a service has to be imported, and leaves it denied', async () => {
      const named = startConsent(
        options({cookie: {name: `${NAME}-2`}, services: [{use: 'matomo', id: 'matomo'}, serviceOf('other')]}),
      );
      named.choose({functional: true});
      await waitUntil(() => said.length > 0);
      expect(`${said[0]!.join(' ')}`)
        .to.include('matomo stays denied')
        .and.to.include('consent-gate/services/matomo');
      expect(named.isGranted('matomo')).to.equal(false);
      named.reset();
    });
  });
});
