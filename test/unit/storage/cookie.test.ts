import {expect} from '@open-wc/testing';
import {cookieStorage} from '../../../dist/esm/storage/cookie.js';

const later = () => Date.now() + 86_400_000;

describe('cookieStorage', () => {
  const storage = cookieStorage({name: 'cookie-test'});
  afterEach(() => storage.remove());

  it('has nothing for a visitor who was never here', () => {
    expect(storage.read()).to.equal(undefined);
  });

  it('reads back what was written', () => {
    storage.write('1.20779.20961.functional~analytical.advertising.gd..aB', later());
    expect(storage.read()).to.equal('1.20779.20961.functional~analytical.advertising.gd..aB');
  });

  it('writes plain text, so that a server can read it too', () => {
    storage.write('1.20779.20961.functional~analytical...', later());
    expect(document.cookie.split('; ')).to.include('cookie-test=1.20779.20961.functional~analytical...');
  });

  it('forgets on request', () => {
    storage.write('x', later());
    storage.remove();
    expect(storage.read()).to.equal(undefined);
  });

  it('forgets when the time is over', () => {
    storage.write('x', Date.now() - 1000);
    expect(storage.read()).to.equal(undefined);
  });

  it('believes the value that a tool has set by hand', () => {
    document.cookie = 'cookie-test=0;path=/';
    expect(storage.read()).to.equal('0');
  });

  it('keeps apart two names of which one contains the other', () => {
    cookieStorage({name: 'cookie-test-2'}).write('y', later());
    expect(storage.read()).to.equal(undefined);
    cookieStorage({name: 'cookie-test-2'}).remove();
  });

  describe('where reading and writing throws, as in a sandboxed frame', () => {
    const refuse = () => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    };
    beforeEach(() =>
      Object.defineProperty(document, 'cookie', {get: refuse, set: refuse, configurable: true}),
    );
    afterEach(() => Reflect.deleteProperty(document, 'cookie'));

    it('has nothing, keeps nothing and says nothing', () => {
      expect(() => document.cookie).to.throw('sandboxed');
      expect(storage.read()).to.equal(undefined);
      expect(() => storage.write('x', later())).not.to.throw();
      expect(() => storage.remove()).not.to.throw();
    });
  });
});
