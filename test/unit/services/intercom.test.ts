import {expect} from '@open-wc/testing';
import {intercom} from '../../../dist/esm/services/intercom.js';
import {contextOf} from '../fixtures/context.js';

const granted = contextOf('functional');

/** Intercom's function: what it was told, and what listens to it. */
function install() {
  const told: unknown[] = [];
  const listeners = new Map<string, () => void>();
  const messenger = (name: string, given?: unknown) => {
    told.push(name);
    listeners.set(name, given as () => void);
  };
  Object.assign(window, {Intercom: messenger});
  return {told, say: (event: string) => listeners.get(event)!()};
}

describe('intercom', () => {
  const forget = () =>
    ['Intercom', 'intercomSettings'].forEach((name) => Reflect.deleteProperty(window, name));
  beforeEach(forget);
  after(forget);

  it('adds to the settings of the page what its script reads', () => {
    window.intercomSettings = {alignment: 'left'};
    intercom({appId: 'abc', apiBase: 'https://api-iam.eu.intercom.io'}).beforeLoad!(granted);
    expect(window.intercomSettings).to.eql({
      alignment: 'left',
      app_id: 'abc',
      api_base: 'https://api-iam.eu.intercom.io',
    });
  });

  it('boots again only when it comes back', () => {
    const service = intercom({appId: 'abc'});
    const {told} = install();
    service.onGrant!(granted, {first: true});
    expect(told).not.to.include('boot');
    service.onGrant!(granted, {first: false});
    expect(told).to.include('boot');
  });

  it('is in use while the messenger is open, and not before or after', () => {
    const service = intercom({appId: 'abc'});
    expect(service.isInUse!()).to.equal(false);
    const {say} = install();
    service.onGrant!(granted, {first: true});
    expect(service.isInUse!()).to.equal(false);
    say('onShow');
    expect(service.isInUse!()).to.equal(true);
    say('onHide');
    expect(service.isInUse!()).to.equal(false);
  });

  it('is no longer in use once it was shut down', () => {
    const service = intercom({appId: 'abc'});
    const {told, say} = install();
    service.onGrant!(granted, {first: true});
    say('onShow');
    expect(service.onRevoke!(contextOf())).to.equal('best-effort');
    expect(told.at(-1)).to.equal('shutdown');
    expect(service.isInUse!()).to.equal(false);
  });
});
