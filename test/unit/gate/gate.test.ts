import {expect, waitUntil} from '@open-wc/testing';
import type {Service, ServiceContext} from '../../../dist/esm/types.js';
import {TestPage, clearPage, heldScript, quickScript, ran, runLast} from '../fixtures/page.js';
import {recorded} from '../fixtures/recorded.js';

const explode = () => {
  throw new Error('boom');
};

describe('the gate and its services', () => {
  const pages: TestPage[] = [];
  const open = (...services: Service[]) => {
    const page = new TestPage(services);
    pages.push(page);
    return page;
  };
  afterEach(() => {
    for (const page of pages.splice(0)) {
      page.withdraw();
      page.leave();
    }
    clearPage();
  });

  it('tells a service nothing before a grant', () => {
    const acme = recorded('acme');
    open(acme.service).withdraw();
    expect(acme.calls).to.eql([]);
  });

  it('tells it in this order: before it loads, to load, that it is granted', async () => {
    const acme = recorded('acme');
    open(acme.service).grant('analytical');
    expect(acme.calls).to.eql(['beforeLoad', 'load']);
    await acme.arrive();
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onGrant first']);
  });

  it('loads it once however often it is granted, and tells it of other changes', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    await acme.arrive();
    page.grant('analytical', 'advertising');
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onGrant first', 'onChange']);
  });

  it('cancels it while it loads, and does not tell it later that it is granted', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    const {stopped, unstopped} = page.withdraw();
    expect(stopped.map(({id}) => id)).to.eql(['acme']);
    expect(unstopped).to.eql([]);
    await acme.arrive();
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onCancel']);
  });

  it('revokes it once it runs', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    await acme.arrive();
    expect(page.withdraw().stopped.map(({id}) => id)).to.eql(['acme']);
    expect(page.withdraw().stopped).to.eql([]);
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onGrant first', 'onRevoke']);
  });

  it('does not load it again when it comes back, and tells it so', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    await acme.arrive();
    page.withdraw();
    page.grant('analytical');
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onGrant first', 'onRevoke', 'onGrant again']);
  });

  it('starts it anew when it was cancelled before it ran', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    page.withdraw();
    page.grant('analytical');
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onCancel', 'beforeLoad', 'load']);
    await acme.arrive();
    expect(acme.calls.length).to.equal(5);
    await acme.arrive();
    expect(acme.calls.slice(5)).to.eql(['onGrant first']);
  });

  it('is not confused by a cancelled start that fails after the service has come back', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    page.withdraw();
    page.grant('analytical');
    await acme.miss('aborted');
    await acme.arrive();
    expect(page.failures).to.eql([]);
    expect(page.withdraw().stopped.map(({id}) => id)).to.eql(['acme']);
    expect(acme.calls.slice(5)).to.eql(['onGrant first', 'onRevoke']);
  });

  it('lets one in which the visitor would lose something run on, and says which', async () => {
    let isInUse = true;
    const chat = recorded('chat', {isInUse: () => isInUse}, 'best-effort');
    const page = open(chat.service);
    page.grant('analytical');
    await chat.arrive();
    const {stopped, unstopped, inUse} = page.withdraw();
    expect([stopped, unstopped, inUse]).to.eql([[], [], [chat.service]]);
    expect(chat.calls).not.to.include('onRevoke');
    isInUse = false;
    expect(page.withdraw().unstopped).to.eql(['chat']);
    expect(chat.calls).to.include('onRevoke');
  });

  it('stops it all the same when nothing is to be spared', async () => {
    const chat = recorded('chat', {isInUse: () => true});
    const page = open(chat.service);
    page.grant('analytical');
    await chat.arrive();
    page.withdraw();
    expect(page.gate.apply(true).stopped).to.eql([chat.service]);
  });

  it('spares nothing that only says so: a service whose answer fails is stopped', async () => {
    const chat = recorded('chat', {isInUse: explode});
    const page = open(chat.service);
    page.grant('analytical');
    await chat.arrive();
    expect(page.withdraw().stopped).to.eql([chat.service]);
    expect(page.failures).to.eql(['chat: isInUse: boom']);
  });

  it('tries again what could not be had, at the next decision', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    await acme.miss('offline');
    expect(page.failures).to.eql(['acme: load: offline']);
    page.grant('analytical', 'advertising');
    await acme.arrive();
    expect(acme.calls.slice(3)).to.eql(['beforeLoad', 'load', 'onGrant first']);
  });

  it('has the queue emptied of a script that could not be had, so that a second try replays nothing', async () => {
    const acme = recorded('acme');
    open(acme.service).grant('analytical');
    await acme.miss('offline');
    expect(acme.calls).to.eql(['beforeLoad', 'load', 'onCancel']);
  });

  it('says nothing of a script that could not be had after it was cancelled', async () => {
    const acme = recorded('acme');
    const page = open(acme.service);
    page.grant('analytical');
    page.withdraw();
    await acme.miss('offline');
    expect(page.failures).to.eql([]);
  });

  for (const step of ['beforeLoad', 'load', 'onGrant', 'onChange', 'onCancel', 'onRevoke'] as const) {
    it(`contains a mistake in ${step}, names it once, and serves the others`, async () => {
      const bad = recorded('bad', {load: () => undefined, [step]: explode});
      const cancelled = recorded('cancelled', {[step]: explode});
      const good = recorded('good');
      const page = open(bad.service, cancelled.service, good.service);
      page.grant('analytical');
      await good.arrive();
      page.grant('analytical', 'functional');
      page.withdraw();
      expect(good.calls).to.eql(['beforeLoad', 'load', 'onGrant first', 'onChange', 'onRevoke']);
      expect(page.failures.length).to.be.above(0);
      expect(page.failures.every((failure) => failure.endsWith(`: ${step}: boom`))).to.equal(true);
    });
  }

  it('grants nothing to a service that failed to load', () => {
    const bad = recorded('bad', {load: explode});
    open(bad.service).grant('analytical');
    expect(bad.calls).to.eql(['beforeLoad', 'onCancel']);
  });

  it('goes by the category, and by the service where the visitor said otherwise', async () => {
    const [acme, pixel] = [recorded('acme'), recorded('pixel', {category: 'advertising'})];
    const page = open(acme.service, pixel.service);
    page.grant('pixel');
    expect([acme.calls, pixel.calls]).to.eql([[], ['beforeLoad', 'load']]);
  });

  it('loads a service in signal mode while it is denied, tells it of changes, and never stops it', async () => {
    const google = recorded('google', {mode: 'signal'});
    const page = open(google.service);
    page.withdraw();
    await google.arrive();
    page.grant('analytical');
    page.withdraw();
    expect(google.calls).to.eql(['beforeLoad', 'load', 'onGrant first', 'onChange', 'onChange']);
  });

  describe('names as not stopped', () => {
    const unstoppedAfter = async (...services: ReturnType<typeof recorded>[]) => {
      const page = open(...services.map(({service}) => service));
      page.grant('analytical');
      for (const service of services) await service.arrive();
      return page.withdraw().unstopped;
    };

    it('nothing that has verified its stop', async () => {
      expect(await unstoppedAfter(recorded('sure'))).to.eql([]);
    });

    it('what did its best', async () => {
      expect(await unstoppedAfter(recorded('best', {}, 'best-effort'), recorded('sure'))).to.eql(['best']);
    });

    it('what cannot stop', async () => {
      expect(await unstoppedAfter(recorded('never', {}, 'impossible'))).to.eql(['never']);
    });

    it('what has no way to stop', async () => {
      const {onRevoke: _, ...service} = recorded('mute').service;
      const loaded = {...service, load: () => undefined};
      const page = open(loaded);
      page.grant('analytical');
      expect(page.withdraw().unstopped).to.eql(['mute']);
    });

    it('what failed while it stopped', async () => {
      expect(await unstoppedAfter(recorded('bad', {onRevoke: explode}))).to.eql(['bad']);
    });

    it('nothing that only describes what is marked up, and never ran', () => {
      const page = open({id: 'described', category: 'analytical'});
      page.grant('analytical');
      expect(page.withdraw().unstopped).to.eql([]);
    });
  });

  describe('inserts a script', () => {
    const loading = (src: string, more: Partial<Service> = {}): Service => ({
      id: 'acme',
      category: 'analytical',
      load: ({script}) => script({src, attributes: {id: 'acme-tag', 'data-domain': 'example.com'}}),
      ...more,
    });
    const tag = () => document.querySelector<HTMLScriptElement>('#acme-tag');

    it('with its attributes, and says when it has run', async () => {
      const calls: string[] = [];
      const page = open(
        loading(quickScript('acme'), {onGrant: () => void calls.push(`granted after ${ran()}`)}),
      );
      page.grant('analytical');
      expect(tag()!.dataset['domain']).to.equal('example.com');
      await waitUntil(() => calls.length === 1);
      expect(calls).to.eql(['granted after acme']);
    });

    it('with the nonce of the page', () => {
      const page = new TestPage([loading(quickScript('acme'))], 'r4nd0m');
      pages.push(page);
      page.grant('analytical');
      expect(tag()!.nonce).to.equal('r4nd0m');
    });

    it('and takes it back when consent ends while it is on its way', async () => {
      const slow = heldScript('slow');
      const page = open(loading(slow.src));
      page.grant('analytical');
      await slow.asked();
      page.withdraw();
      expect(tag()).to.equal(null);
      await slow.letGo();
      await runLast();
      expect(ran()).to.eql([]);
    });

    it('anew, and only once, when it comes back after that', async () => {
      const slow = heldScript('slow');
      const granted: boolean[] = [];
      const page = open(loading(slow.src, {onGrant: (_, {first}) => void granted.push(first)}));
      page.grant('analytical');
      await slow.asked();
      page.withdraw();
      page.grant('analytical');
      await slow.letGo();
      await waitUntil(() => granted.length > 0);
      await runLast();
      expect(ran()).to.eql(['slow']);
      expect(granted).to.eql([true]);
    });

    describe('that it asks for late, when it has waited for something else,', () => {
      const waiting: (() => void)[] = [];
      const late = (): Service => ({
        id: 'acme',
        category: 'analytical',
        async load({script}) {
          await new Promise<void>((resolve) => waiting.push(resolve));
          await script({src: quickScript('late')});
        },
      });
      afterEach(() => waiting.splice(0));

      it('if it is still allowed then', async () => {
        const page = open(late());
        page.grant('analytical');
        waiting[0]!();
        await waitUntil(() => ran().length > 0);
        expect(ran()).to.eql(['late']);
      });

      it('and not after its consent ended', async () => {
        const page = open(late());
        page.grant('analytical');
        page.withdraw();
        waiting[0]!();
        // The first of them is asked for before the late one would be.
        await runLast();
        await runLast();
        expect(ran()).to.eql([]);
      });

      it('and once, after its consent ended and came back', async () => {
        const page = open(late());
        page.grant('analytical');
        page.withdraw();
        page.grant('analytical');
        waiting.forEach((go) => go());
        await waitUntil(() => ran().length > 0);
        await runLast();
        expect(ran()).to.eql(['late']);
      });
    });

    it('and tells by name which could not be had', async () => {
      const page = open(loading('/does-not-exist.js'));
      page.grant('analytical');
      await waitUntil(() => page.failures.length === 1);
      expect(page.failures[0]).to.match(/^acme: load: .*\/does-not-exist\.js could not be loaded$/);
      tag()!.remove();
    });
  });

  it('lets a service ask what is granted at the moment of the call', () => {
    const asked: unknown[] = [];
    const ask = (context: ServiceContext) =>
      void asked.push(['analytical', 'advertising', 'acme'].map((target) => context.isGranted(target)));
    const page = open({
      id: 'acme',
      category: 'analytical',
      beforeLoad: ask,
      onChange: ask,
      onRevoke: (c) => ask(c),
    });
    page.grant('analytical');
    page.grant('analytical', 'advertising');
    page.withdraw();
    expect(asked).to.eql([
      [true, false, true],
      [true, true, true],
      [false, false, false],
    ]);
  });
});
