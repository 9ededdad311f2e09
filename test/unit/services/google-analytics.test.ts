import {expect} from '@open-wc/testing';
import {googleAnalytics} from '../../../dist/esm/services/google-analytics.js';
import type {Service} from '../../../dist/esm/types.js';
import {contextOf} from '../fixtures/context.js';

const ID = 'G-TEST123';
const DISABLE = `ga-disable-${ID}`;
const flags = window as unknown as Record<string, unknown>;

const commands = () => window.dataLayer!.map((command) => Array.from(command as ArrayLike<unknown>));
const only = (name: string) => commands().filter(([command]) => command === name);
const consent = (ads: string, analytics: string) => ({
  ad_storage: ads,
  ad_user_data: ads,
  ad_personalization: ads,
  analytics_storage: analytics,
});

describe('google-analytics', () => {
  let service: Service;
  const forget = () => [DISABLE, 'dataLayer'].forEach((name) => Reflect.deleteProperty(window, name));
  beforeEach(() => {
    forget();
    service = googleAnalytics({measurementId: ID});
  });
  after(forget);

  it('is silenced before the first yes, whatever else of Google brings its id along', () => {
    expect(flags[DISABLE]).to.equal(true);
    service.beforeLoad!(contextOf('analytical'));
    expect(flags[DISABLE]).to.equal(false);
  });

  it('goes on where the page describes it once more', () => {
    service.beforeLoad!(contextOf('analytical'));
    googleAnalytics({measurementId: ID});
    expect(flags[DISABLE]).to.equal(false);
  });

  it('says the consent default first, then js, then config', () => {
    service.beforeLoad!(contextOf('analytical'));
    const [first, second, third] = commands();
    expect(first).to.eql(['consent', 'default', consent('denied', 'granted')]);
    expect(second).to.have.property('0', 'js');
    expect(second![1]).to.be.a('date');
    expect(third).to.eql(['config', ID, {}]);
    expect(commands().length).to.equal(3);
  });

  it('speaks to Google in arguments objects, which it does not take arrays for', () => {
    service.beforeLoad!(contextOf('analytical'));
    for (const command of window.dataLayer!) {
      expect(Object.prototype.toString.call(command)).to.equal('[object Arguments]');
    }
  });

  it('says four signals from two categories', () => {
    service.beforeLoad!(contextOf('analytical', 'advertising'));
    expect(commands()[0]).to.eql(['consent', 'default', consent('granted', 'granted')]);
  });

  it('loads nothing while denied, unless the site asks for Google’s advanced mode', () => {
    expect(service.mode).to.equal('block');
    expect(googleAnalytics({measurementId: ID, mode: 'signal'}).mode).to.equal('signal');
  });

  it('in advanced mode says denied first, and granted once it is', () => {
    const advanced = googleAnalytics({measurementId: ID, mode: 'signal'});
    advanced.beforeLoad!(contextOf());
    advanced.onGrant!(contextOf(), {first: true});
    advanced.onChange!(contextOf('analytical'));
    advanced.onChange!(contextOf());
    expect(only('consent')).to.eql([
      ['consent', 'default', consent('denied', 'denied')],
      ['consent', 'update', consent('denied', 'granted')],
      ['consent', 'update', consent('denied', 'denied')],
    ]);
  });

  it('says nothing twice', () => {
    service.beforeLoad!(contextOf('analytical'));
    service.onGrant!(contextOf('analytical'), {first: true});
    service.onChange!(contextOf('analytical'));
    expect(only('consent').length).to.equal(1);
  });

  it('tells Google when advertising is granted later', () => {
    service.beforeLoad!(contextOf('analytical'));
    service.onChange!(contextOf('analytical', 'advertising'));
    expect(only('consent')[1]).to.eql(['consent', 'update', consent('granted', 'granted')]);
  });

  it('raises the flag that stops every hit, then says denied, and asks for a reload', () => {
    service.beforeLoad!(contextOf('analytical', 'advertising'));
    const seen: unknown[] = [];
    window.dataLayer!.push = (...entries) => seen.push(flags[DISABLE], ...entries);
    expect(service.onRevoke!(contextOf())).to.equal('best-effort');
    expect(seen[0]).to.equal(true);
    expect(Array.from(seen[1] as ArrayLike<unknown>)).to.eql([
      'consent',
      'update',
      consent('denied', 'denied'),
    ]);
  });

  it('lowers the flag when it comes back, and counts the page', () => {
    service.beforeLoad!(contextOf('analytical'));
    service.onRevoke!(contextOf());
    service.onGrant!(contextOf('analytical'), {first: false});
    expect(flags[DISABLE]).to.equal(false);
    expect(commands().slice(-2)).to.eql([
      ['consent', 'update', consent('denied', 'granted')],
      ['event', 'page_view', {send_to: 'G-TEST123'}],
    ]);
  });

  it('takes its commands back when consent ends before the script is there, and keeps the same array', () => {
    service.beforeLoad!(contextOf('analytical'));
    const layer = window.dataLayer;
    service.onCancel!(contextOf());
    expect(window.dataLayer).to.equal(layer);
    expect(only('config')).to.eql([]);
    expect(commands().at(-1)).to.eql(['consent', 'update', consent('denied', 'denied')]);
    expect(flags[DISABLE]).to.equal(true);
  });

  it('is granted again after that, with the default still first', () => {
    service.beforeLoad!(contextOf('analytical'));
    service.onCancel!(contextOf());
    service.beforeLoad!(contextOf('analytical'));
    expect(commands()[0]).to.eql(['consent', 'default', consent('denied', 'granted')]);
    expect(only('consent').at(-1)).to.eql(['consent', 'update', consent('denied', 'granted')]);
    expect(only('config').length).to.equal(1);
    expect(flags[DISABLE]).to.equal(false);
  });

  it("loads Google's tag for its id, or the site's own gateway", async () => {
    const context = contextOf('analytical');
    await service.load!(context);
    await googleAnalytics({measurementId: 'G-A&B', scriptUrl: '/metrics.js'}).load!(context);
    expect(context.scripts.map(({src}) => src)).to.eql([
      `https://www.googletagmanager.com/gtag/js?id=${ID}`,
      '/metrics.js?id=G-A%26B',
    ]);
  });

  it('declares its cookies under the prefix that the site has chosen', () => {
    const config = {send_page_view: false, cookie_prefix: 'my'};
    const prefixed = googleAnalytics({measurementId: ID, config});
    expect(prefixed.storage!.map(({name}) => name)).to.include.members(['my_ga', 'my_ga_*']);
    prefixed.beforeLoad!(contextOf('analytical'));
    expect(only('config')).to.eql([['config', ID, config]]);
  });
});
