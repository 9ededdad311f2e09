import {expect} from '@open-wc/testing';
import {matomoTagManager} from '../../../dist/esm/services/matomo-tag-manager.js';
import {contextOf} from '../fixtures/context.js';

const scriptUrl = 'https://stats.example.com/js/container_abc.js';
const service = matomoTagManager({scriptUrl});

describe('matomo-tag-manager', () => {
  const forget = () => Reflect.deleteProperty(window, '_mtm');
  beforeEach(forget);
  after(forget);

  it('starts the container after what the page itself has pushed', () => {
    window._mtm = [{event: 'early'}];
    service.beforeLoad!(contextOf('advertising'));
    expect(window._mtm.map(({event}) => event)).to.eql(['early', 'mtm.Start']);
    expect(window._mtm[1]).to.have.property('mtm.startTime').that.is.a('number');
  });

  it('loads the container from the address of its installation code', async () => {
    const context = contextOf('advertising');
    await service.load!(context);
    expect(context.scripts).to.eql([{src: scriptUrl}]);
  });

  it("drops the events that wait when consent ends before the container is there, and keeps the page's variables", () => {
    const queue = [{plan: 'pro'} as object, {event: 'signup'}];
    window._mtm = queue;
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    expect(window._mtm).to.equal(queue);
    expect(queue).to.eql([{plan: 'pro'}]);
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
