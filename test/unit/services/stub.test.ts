import {expect} from '@open-wc/testing';
import {createStub} from '../../../dist/esm/services/stub.js';

const page = window as {acme?: ((...call: unknown[]) => unknown) & {q: unknown[]}};

describe('createStub', () => {
  const forget = () => Reflect.deleteProperty(window, 'acme');
  beforeEach(forget);
  after(forget);

  it('keeps what the page has called before the first yes', () => {
    const acme = createStub('acme');
    acme.install();
    page.acme!('identify', 1);
    acme('view');
    expect(page.acme!.q).to.eql([['identify', 1], ['view']]);
  });

  it('loses what the page calls between the end of consent and the next yes', () => {
    const acme = createStub('acme');
    acme('view');
    acme.empty();
    page.acme!('made while denied');
    acme('view');
    page.acme!('event');
    expect(page.acme!.q).to.eql([['view'], ['event']]);
  });

  it('keeps the calls of two services that are allowed again at once', () => {
    const both = [createStub('acme'), createStub('acme')];
    both.forEach((acme) => acme('init'));
    both.forEach((acme) => acme.empty());
    both.forEach((acme) => acme('init'));
    expect(page.acme!.q).to.eql([['init'], ['init']]);
  });

  it('says whether somebody was waiting', () => {
    const acme = createStub('acme');
    expect(acme.empty()).to.equal(false);
    acme('view');
    expect(acme.empty()).to.equal(true);
  });
});
