import {expect} from '@open-wc/testing';
import {adroll} from '../../../dist/esm/services/adroll.js';
import {contextOf} from '../fixtures/context.js';

const NAMES = [
  'adroll',
  'adroll_adv_id',
  'adroll_pix_id',
  'adroll_version',
  '__adroll_loaded',
  '__adroll_consent',
];
const METHODS = ['setProperties', 'identify', 'track', 'identify_email', 'get_cookie'];

const page = window as {adroll?: unknown[] & Record<string, unknown>; __adroll_consent?: unknown};
const service = adroll({advertisableId: 'ADV1', pixelId: 'PIX1'});
const call = (method: string, ...given: unknown[]) =>
  (page.adroll![method] as (...given: unknown[]) => unknown)(...given);

describe('adroll', () => {
  const forget = () => {
    service.onGrant!(contextOf('advertising'), {first: false});
    NAMES.forEach((name) => Reflect.deleteProperty(window, name));
  };
  beforeEach(forget);
  after(forget);

  it('sets what its script reads, and queues one page view', () => {
    service.beforeLoad!(contextOf('advertising'));
    expect(window).to.include({
      adroll_adv_id: 'ADV1',
      adroll_pix_id: 'PIX1',
      adroll_version: '2.0',
      __adroll_loaded: true,
    });
    expect(page.adroll!['f']).to.eql(METHODS);
    expect([...page.adroll!]).to.eql([['track', ['pageView']]]);
  });

  it('queues what the page calls until the script is there', () => {
    service.beforeLoad!(contextOf('advertising'));
    METHODS.forEach((method) => call(method, 1, 'two'));
    expect([...page.adroll!].slice(1)).to.eql(METHODS.map((method) => [method, [1, 'two']]));
  });

  it("loads from AdRoll's address for the account, or the site's own", async () => {
    const context = contextOf('advertising');
    await service.load!(context);
    await adroll({advertisableId: 'A/B', pixelId: 'P'}).load!(context);
    await adroll({advertisableId: 'A', pixelId: 'P', scriptUrl: '/roundtrip.js'}).load!(context);
    expect(context.scripts.map(({src}) => src)).to.eql([
      'https://s.adroll.com/j/ADV1/roundtrip.js',
      'https://s.adroll.com/j/A%2FB/roundtrip.js',
      '/roundtrip.js',
    ]);
  });

  it('empties the queue when consent ends before the script is there', () => {
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    expect([...page.adroll!]).to.eql([]);
  });

  it('queues one page view again after that', () => {
    service.beforeLoad!(contextOf('advertising'));
    service.onCancel!(contextOf());
    service.beforeLoad!(contextOf('advertising'));
    expect([...page.adroll!]).to.eql([['track', ['pageView']]]);
  });

  it('is quieted until the page has reloaded, and says that it cannot stop', () => {
    service.beforeLoad!(contextOf('advertising'));
    expect(service.onRevoke!(contextOf())).to.equal('impossible');
    expect(METHODS.map((method) => call(method, 'later'))).to.eql(METHODS.map(() => undefined));
    expect(page.__adroll_consent).to.equal(false);
  });

  it('works again after the next yes, if the page has not reloaded', () => {
    service.beforeLoad!(contextOf('advertising'));
    page.__adroll_consent = true;
    const own = page.adroll!['track'];
    service.onRevoke!(contextOf());
    service.onGrant!(contextOf('advertising'), {first: false});
    expect(page.adroll!['track']).to.equal(own);
    expect(page.__adroll_consent).to.equal(true);
  });

  it('says that it brings the Meta pixel, whose cookie it therefore shares', () => {
    expect(service.loads).to.eql(['meta-pixel']);
    expect(service.storage!.map(({name}) => name)).to.include('_fbp');
  });
});
