import {expect} from '@open-wc/testing';
import {hubspot} from '../../../dist/esm/services/hubspot.js';
import {contextOf} from '../fixtures/context.js';

const service = hubspot({portalId: 1});
const page = window as {_hsp?: unknown[][]; _hsq?: unknown[][]};
const chat = (word: string) => (document.cookie = `hs-messages-is-open=${word}`);
const NAMES = ['_hsp', '_hsq', 'disableHubSpotCookieBanner'];

describe('hubspot', () => {
  const forget = () => {
    NAMES.forEach((name) => Reflect.deleteProperty(window, name));
    document.cookie = 'hs-messages-is-open=;max-age=0';
  };
  beforeEach(forget);
  after(forget);

  it('says which kinds are allowed, and keeps HubSpot’s own banner away', () => {
    service.beforeLoad!(contextOf('advertising', 'functional'));
    expect(window).to.include({disableHubSpotCookieBanner: true});
    expect(page._hsp).to.eql([
      ['setHubSpotConsent', {analytics: false, advertisement: true, functionality: true}],
    ]);
  });

  it('takes its own memory of the consent back, then denies everything', () => {
    service.beforeLoad!(contextOf('advertising'));
    expect(service.onRevoke!(contextOf('functional'))).to.equal('best-effort');
    expect(page._hsq).to.eql([['doNotTrack']]);
    expect(page._hsp).to.eql([
      ['revokeCookieConsent'],
      ['setHubSpotConsent', {analytics: false, advertisement: false, functionality: false}],
    ]);
  });

  it('drops the events that the page makes between a withdrawal and the next yes', () => {
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    page._hsq!.push(['trackCustomBehavioralEvent', {name: 'lamp'}]);
    service.beforeLoad!(contextOf('advertising'));
    expect(page._hsq).to.eql([]);
  });

  it('is in use while its chat is open, and not before or after', () => {
    const before = service.isInUse!();
    chat('true');
    const during = service.isInUse!();
    chat('false');
    expect([before, during, service.isInUse!()]).to.eql([false, true, false]);
  });
});
