import {expect} from '@open-wc/testing';
import {fathom} from '../../../dist/esm/services/fathom.js';
import {contextOf} from '../fixtures/context.js';

const FLAG = 'blockFathomTracking';
const granted = contextOf('analytical');
const {getItem} = Storage.prototype;

describe('fathom', () => {
  afterEach(() => {
    Storage.prototype.getItem = getItem;
    localStorage.removeItem(FLAG);
    localStorage.removeItem('lamp');
  });

  it('is blocked when consent ends, and stores nothing for it', () => {
    const service = fathom({siteId: 'S'});
    service.onGrant!(granted, {first: true});
    expect(localStorage.getItem(FLAG)).to.equal(null);
    expect(service.onRevoke!(contextOf())).to.equal('verified');
    expect(localStorage.getItem(FLAG)).to.equal('true');
    expect(Object.keys(localStorage)).not.to.include(FLAG);
  });

  it('is free again when consent comes back, unless the visitor has blocked it', () => {
    const service = fathom({siteId: 'S'});
    service.onRevoke!(contextOf());
    service.onGrant!(granted, {first: false});
    expect(localStorage.getItem(FLAG)).to.equal(null);
    localStorage.setItem(FLAG, 'true');
    expect(localStorage.getItem(FLAG)).to.equal('true');
  });

  it('leaves every other key as it is', () => {
    localStorage.setItem('lamp', 'on');
    fathom({siteId: 'S'}).onRevoke!(contextOf());
    expect(localStorage.getItem('lamp')).to.equal('on');
    expect(localStorage.getItem('unknown')).to.equal(null);
  });

  it('promises nothing where storage cannot be read, since Fathom cannot either', () => {
    Storage.prototype.getItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const service = fathom({siteId: 'S'});
    service.onRevoke!(contextOf());
    Storage.prototype.getItem = () => null;
    expect(service.onRevoke!(contextOf())).to.equal('impossible');
  });
});
