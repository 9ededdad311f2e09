import {expect} from '@open-wc/testing';
import {zendesk} from '../../../dist/esm/services/zendesk.js';
import {contextOf} from '../fixtures/context.js';

const granted = contextOf('functional');

/** Zendesk's function: what it was told, and what listens to it. */
function install(answers: Record<string, unknown> = {}) {
  const told: unknown[][] = [];
  const listeners = new Map<unknown, () => void>();
  window.zE = (...command) => {
    told.push([...command]);
    const [family, name, callback] = command;
    listeners.set(`${family} ${name}`, callback as () => void);
    return answers[`${family} ${name}`];
  };
  return {told, say: (event: string) => listeners.get(event)!()};
}

describe('zendesk', () => {
  const forget = () => Reflect.deleteProperty(window, 'zE');
  beforeEach(forget);
  after(forget);

  it('loads by the element that its script looks for', async () => {
    const context = contextOf('functional');
    await zendesk({key: 'a b'}).load!(context);
    expect(context.scripts).to.eql([
      {src: 'https://static.zdassets.com/ekr/snippet.js?key=a%20b', attributes: {id: 'ze-snippet'}},
    ]);
  });

  it('tells messaging which kinds of storage the visitor has allowed', () => {
    const service = zendesk({key: 'k'});
    const {told} = install();
    service.onGrant!(granted, {first: true});
    service.onChange!(contextOf('functional', 'analytical'));
    service.onRevoke!(contextOf());
    expect(told.filter(([family]) => family === 'messenger:set')).to.eql([
      ['messenger:set', 'cookies', 'functional'],
      ['messenger:set', 'cookies', 'all'],
      ['messenger:set', 'cookies', 'none'],
    ]);
  });

  it('speaks to classic in its own words', () => {
    const service = zendesk({key: 'k', product: 'classic'});
    const {told} = install();
    service.onGrant!(granted, {first: false});
    service.onRevoke!(contextOf());
    expect(told).to.eql([
      ['webWidget', 'updateSettings', {cookies: true}],
      ['webWidget', 'show'],
      ['webWidget', 'updateSettings', {cookies: false}],
      ['webWidget', 'hide'],
    ]);
  });

  for (const [product, family] of Object.entries({messaging: 'messenger', classic: 'webWidget'})) {
    it(`is in use while its window is open: ${product}`, () => {
      const service = zendesk({key: 'k', product: product as 'messaging' | 'classic'});
      const {say} = install();
      service.onGrant!(granted, {first: true});
      expect(service.isInUse!()).to.equal(false);
      say(`${family}:on open`);
      expect(service.isInUse!()).to.equal(true);
      say(`${family}:on close`);
      expect(service.isInUse!()).to.equal(false);
    });
  }

  it('is in use while somebody chats, also behind a closed window of classic', () => {
    const service = zendesk({key: 'k', product: 'classic'});
    install({'webWidget:get chat:isChatting': true});
    service.onGrant!(granted, {first: true});
    expect(service.isInUse!()).to.equal(true);
  });

  it('is not in use before its script is there', () => {
    expect(zendesk({key: 'k'}).isInUse!()).to.equal(false);
    expect(zendesk({key: 'k', product: 'classic'}).isInUse!()).to.equal(false);
  });
});
