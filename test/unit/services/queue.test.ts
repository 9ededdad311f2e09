import {expect} from '@open-wc/testing';
import {emptyQueue, queueOf} from '../../../dist/esm/services/queue.js';

const NAME = '_acme';
const page = window as {_acme?: unknown};
const granted = (...calls: unknown[]) => queueOf(NAME).push(...calls);

describe('a queue', () => {
  const forget = () => Reflect.deleteProperty(window, NAME);
  beforeEach(forget);
  after(forget);

  it('keeps what the page has set up before the first yes', () => {
    page._acme = ['settings'];
    granted('view');
    expect(page._acme).to.eql(['settings', 'view']);
  });

  it('loses what the page calls between the end of consent and the next yes', () => {
    granted('view');
    const list = page._acme as unknown[];
    emptyQueue(NAME);
    list.push('made while denied');
    granted('view');
    granted('event');
    expect(page._acme).to.equal(list);
    expect(list).to.eql(['view', 'event']);
  });

  it('keeps the calls of two services that are allowed again at once', () => {
    ['one', 'two'].forEach((each) => granted(each));
    emptyQueue(NAME);
    emptyQueue(NAME);
    ['one', 'two'].forEach((each) => granted(each));
    expect(page._acme).to.eql(['one', 'two']);
  });

  it('leaves what the script of a vendor has put there alone', () => {
    const vendors = {push: () => expect.fail('it was told something')};
    page._acme = vendors;
    emptyQueue(NAME);
    expect(queueOf(NAME)).to.equal(vendors);
  });
});
