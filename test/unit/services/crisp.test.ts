import {expect} from '@open-wc/testing';
import {crisp} from '../../../dist/esm/services/crisp.js';
import {contextOf} from '../fixtures/context.js';

const service = crisp({websiteId: 'w-1'});
const NAMES = ['$crisp', 'CRISP_WEBSITE_ID', 'CRISP_COOKIE_DOMAIN'];

describe('crisp', () => {
  const forget = () => NAMES.forEach((name) => Reflect.deleteProperty(window, name));
  beforeEach(forget);
  after(forget);

  it('sets what its script reads, and keeps what the page has queued', () => {
    window.$crisp = [['set', 'user:nickname', ['Ada']]];
    crisp({websiteId: 'w-1', cookieDomain: 'app.example.com'}).beforeLoad!(contextOf('functional'));
    expect(window).to.include({CRISP_WEBSITE_ID: 'w-1', CRISP_COOKIE_DOMAIN: 'app.example.com'});
    expect(window.$crisp).to.eql([['set', 'user:nickname', ['Ada']]]);
  });

  it('empties the queue when consent ends before the script is there', () => {
    window.$crisp = [['do', 'chat:open']];
    service.onCancel!(contextOf());
    expect(window.$crisp).to.eql([]);
  });

  for (const state of ['session:ongoing', 'chat:opened']) {
    it(`is in use while Crisp says ${state}`, () => {
      window.$crisp = {push: () => {}, is: (asked) => asked === state};
      expect(service.isInUse!()).to.equal(true);
    });
  }

  it('is not in use while Crisp says neither, nor before its script is there', () => {
    expect(service.isInUse!()).to.equal(false);
    window.$crisp = [];
    expect(service.isInUse!()).to.equal(false);
    window.$crisp = {push: () => {}, is: () => false};
    expect(service.isInUse!()).to.equal(false);
  });
});
