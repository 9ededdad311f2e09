import {expect} from '@open-wc/testing';
import {pinterest} from '../../../dist/esm/services/pinterest.js';
import {contextOf} from '../fixtures/context.js';

const granted = contextOf('advertising');
const page = window as {pintrk?: {queue: unknown[]}};
const LOAD = ['load', '261'];

describe('pinterest', () => {
  const forget = () => Reflect.deleteProperty(window, 'pintrk');
  beforeEach(forget);
  after(forget);

  it('leaves nothing but the no for a script that comes after the withdrawal', () => {
    const service = pinterest({tagId: 261});
    service.beforeLoad!(granted);
    service.onRevoke!(contextOf());
    expect(page.pintrk!.queue).to.eql([['setconsent', false]]);
  });

  it('loads the tag with the next yes, if it was not there before the withdrawal', () => {
    const service = pinterest({tagId: 261});
    service.beforeLoad!(granted);
    service.onRevoke!(contextOf());
    service.onGrant!(granted, {first: false});
    expect(page.pintrk!.queue).to.eql([['setconsent', false], ['setconsent', true], LOAD, ['page']]);
  });

  it('does not load it twice', () => {
    const service = pinterest({tagId: 261});
    service.beforeLoad!(granted);
    page.pintrk!.queue.length = 0;
    service.onRevoke!(contextOf());
    service.onGrant!(granted, {first: false});
    expect(page.pintrk!.queue).not.to.deep.include(LOAD);
  });
});
