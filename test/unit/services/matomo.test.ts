import {expect} from '@open-wc/testing';
import {matomo} from '../../../dist/esm/services/matomo.js';
import {contextOf} from '../fixtures/context.js';

const service = matomo({url: 'https://stats.example.com/', siteId: 3});
const granted = contextOf('analytical');
const page = window as {_paq?: object};
const queued = () => page._paq as unknown[][];

describe('matomo', () => {
  const forget = () => ['_paq', 'Matomo'].forEach((name) => Reflect.deleteProperty(window, name));
  beforeEach(forget);
  after(forget);

  it('queues consent before its first page view', () => {
    service.beforeLoad!(granted);
    expect(queued()).to.eql([
      ['setCookieNamePrefix', '_pk_'],
      ['setSecureCookie', false],
      ['requireConsent'],
      ['setConsentGiven', true],
      ['setTrackerUrl', 'https://stats.example.com/matomo.php'],
      ['setSiteId', 3],
      ['trackPageView'],
      ['enableLinkTracking'],
    ]);
  });

  it('queues what the site has configured before everything else', () => {
    const configured = matomo({
      url: 'https://stats.example.com',
      siteId: '3',
      cookieDomain: '*.example.com',
      cookiePrefix: '_m_',
      cookieless: true,
    });
    configured.beforeLoad!(granted);
    expect(queued().slice(0, 6)).to.eql([
      ['setCookieDomain', '*.example.com'],
      ['disableCookies'],
      ['setCookieNamePrefix', '_m_'],
      ['setSecureCookie', false],
      ['requireConsent'],
      ['setConsentGiven', false],
    ]);
    expect(configured.storage!.map(({name}) => name))
      .to.include('_m_id.*')
      .and.not.to.include('_pk_id.*');
  });

  it('keeps what the page itself has queued', () => {
    page._paq = [['setUserId', 'x']];
    service.beforeLoad!(granted);
    expect(queued()[0]).to.eql(['setUserId', 'x']);
  });

  it("loads from the site's own Matomo, with one slash", async () => {
    const context = contextOf('analytical');
    await service.load!(context);
    expect(context.scripts).to.eql([{src: 'https://stats.example.com/matomo.js'}]);
  });

  it('empties the queue when consent ends before the script is there, so that nothing is replayed', () => {
    service.beforeLoad!(granted);
    const queue = page._paq;
    service.onCancel!(contextOf());
    expect(page._paq).to.equal(queue);
    expect(queue).to.eql([]);
  });

  it('stops the tracker that runs, and has proof of it', () => {
    const pushed: unknown[] = [];
    page._paq = {push: (...commands: readonly unknown[][]) => pushed.push(...commands)};
    expect(service.onRevoke!(contextOf())).to.equal('verified');
    expect(pushed).to.eql([['forgetConsentGiven']]);
  });

  for (const plugin of ['HeatmapSessionRecording', 'FormAnalytics', 'MediaAnalytics']) {
    it(`has no proof where ${plugin} records besides`, () => {
      Object.assign(window, {_paq: [], Matomo: {[plugin]: {}}});
      expect(service.onRevoke!(contextOf())).to.equal('best-effort');
    });
  }

  it('leaves a tracker that runs alone when it is cancelled', () => {
    const tracker = {push: () => expect.fail('it was told something')};
    page._paq = tracker;
    service.onCancel!(contextOf());
    expect(page._paq).to.equal(tracker);
  });

  it('on its return drops the events of the denied time, in the order that does', () => {
    page._paq = [];
    service.onGrant!(granted, {first: false});
    expect(page._paq).to.eql([['trackPageView'], ['setConsentGiven', true]]);
  });

  it('counts the first page view once', () => {
    service.beforeLoad!(granted);
    service.onGrant!(granted, {first: true});
    const views = queued().filter(([command]) => command === 'trackPageView');
    expect(views.length).to.equal(1);
  });
});
