import {expect} from '@open-wc/testing';
import {matomoTagManager} from '../../../dist/esm/services/matomo-tag-manager.js';
import {contextOf} from '../fixtures/context.js';

const scriptUrl = 'https://stats.example.com/js/container_abc.js';
const service = matomoTagManager({scriptUrl});
const page = window as {_mtm?: {readonly event?: string}[]; _paq?: {push(...words: unknown[]): unknown}};

describe('matomo-tag-manager', () => {
  const forget = () => ['_mtm', '_paq'].forEach((name) => Reflect.deleteProperty(window, name));
  beforeEach(forget);
  after(forget);

  it('starts the container after what the page itself has pushed', () => {
    page._mtm = [{event: 'early'}];
    service.beforeLoad!(contextOf('advertising'));
    expect(page._mtm.map(({event}) => event)).to.eql(['early', 'mtm.Start']);
    expect(page._mtm[1]).to.have.property('mtm.startTime').that.is.a('number');
  });

  it('loads the container from the address of its installation code', async () => {
    const context = contextOf('advertising');
    await service.load!(context);
    expect(context.scripts).to.eql([{src: scriptUrl}]);
  });

  it("drops the events that wait when consent ends before the container is there, and keeps the page's variables", () => {
    const queue = [{plan: 'pro'} as object, {event: 'signup'}];
    page._mtm = queue;
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    expect(page._mtm).to.equal(queue);
    expect(queue).to.eql([{plan: 'pro'}]);
  });

  it('drops the events that the page makes between a withdrawal and the next yes', () => {
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    page._mtm!.push({plan: 'pro'} as object, {event: 'signup'});
    service.beforeLoad!(contextOf('advertising'));
    expect(page._mtm!.map(({event}) => event)).to.eql([undefined, 'mtm.Start']);
  });

  it('has Matomo itself stop, and measure again after a yes', () => {
    const told: unknown[] = [];
    page._paq = {push: (...words) => told.push(...words)};
    service.onGrant!(contextOf('advertising'), {first: true});
    service.onRevoke!(contextOf());
    expect(told).to.eql([['requireConsent'], ['forgetConsentGiven']]);
    service.onGrant!(contextOf('advertising'), {first: false});
    expect(told.slice(2)).to.eql([['trackPageView'], ['setConsentGiven', false]]);
  });

  it('leaves a Matomo alone that the visitor allows besides', () => {
    page._paq = {push: () => expect.fail('it was told something')};
    expect(service.onRevoke!(contextOf('matomo'))).to.equal('impossible');
  });

  it('says that it cannot stop, and whom it may bring', () => {
    expect(service.onRevoke!(contextOf())).to.equal('impossible');
    expect(service.loads).to.eql(['matomo']);
  });

  it('is as strict as what the site says that the container holds', () => {
    expect(service.category).to.equal('advertising');
    const storage = [{name: '_acme'}];
    const own = matomoTagManager({scriptUrl, category: 'analytical', storage, url: 'https://m.example.com'});
    expect(own.category).to.equal('analytical');
    expect(own.storage).to.deep.include(storage[0]);
    expect(own.hosts).to.eql([scriptUrl, 'https://m.example.com']);
  });
});
