import {expect} from '@open-wc/testing';
import {umami} from '../../../dist/esm/services/umami.js';
import {contextOf} from '../fixtures/context.js';

const FLAG = 'umami.disabled';
const granted = contextOf('analytical');
const {getItem} = Storage.prototype;

describe('umami', () => {
  afterEach(() => {
    Storage.prototype.getItem = getItem;
    Reflect.deleteProperty(window, 'umami');
  });

  it('is disabled when consent ends, in every version, and stores nothing for it', () => {
    const service = umami({websiteId: 'w'});
    service.onGrant!(granted, {first: true});
    expect(localStorage.getItem(FLAG)).to.equal(null);
    expect(service.onRevoke!(contextOf())).to.equal('verified');
    expect(localStorage.getItem(FLAG)).to.equal('true');
    expect(Object.keys(localStorage)).not.to.include(FLAG);
  });

  it('counts the page when consent comes back, once it may', () => {
    const service = umami({websiteId: 'w'});
    const seen: unknown[] = [];
    window.umami = {track: () => seen.push(localStorage.getItem(FLAG))};
    service.onRevoke!(contextOf());
    service.onGrant!(granted, {first: false});
    expect(seen).to.eql([null]);
  });

  it('promises nothing where storage cannot be read, since Umami cannot either', () => {
    Storage.prototype.getItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const service = umami({websiteId: 'w'});
    service.onRevoke!(contextOf());
    Storage.prototype.getItem = () => null;
    expect(service.onRevoke!(contextOf())).to.equal('impossible');
  });

  it('leaves the attributes to the site, its own `data-before-send` too', async () => {
    const context = contextOf('analytical');
    const attributes = {'data-before-send': 'clean', 'data-domains': 'shop.example'};
    await umami({websiteId: 'w', attributes, scriptUrl: '/stats.js'}).load!(context);
    expect(context.scripts).to.eql([{src: '/stats.js', attributes: {...attributes, 'data-website-id': 'w'}}]);
  });
});
