import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import type {ConsentGate} from '../../../dist/esm/types.js';
import {
  TestPage,
  addMarkup,
  clearPage,
  heldScript,
  inert,
  inline,
  quickScript,
  ran,
  runLast,
} from '../fixtures/page.js';

const external = (name: string, attributes = '') => inert(`src="${quickScript(name)}" ${attributes}`);

/** Waits for these, and makes sure that nothing else comes after them. */
async function expectRan(...names: string[]) {
  await waitUntil(() => ran().length >= names.length, `ran ${ran()}`);
  await runLast();
  expect(ran()).to.eql(names);
}

describe('scripts in the page’s markup', () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage();
  });
  afterEach(() => {
    page.withdraw();
    page.leave();
    clearPage();
  });

  it('do not run, and are not asked for, before a grant', async () => {
    addMarkup(inline('text') + external('file'));
    page.gate.apply();
    await expectRan();
  });

  it('run once when their category is granted', async () => {
    addMarkup(inline('text') + external('file'));
    page.grant('analytical');
    await expectRan('text', 'file');
  });

  it('do not run when another category is granted', async () => {
    addMarkup(inline('text') + external('file'));
    page.grant('advertising', 'functional');
    await expectRan();
  });

  it('run for their service alone when that is granted', async () => {
    addMarkup(
      inline('acme', 'data-service="acme"') + inline('other', 'data-service="other"') + inline('none'),
    );
    page.grant('acme');
    await expectRan('acme');
  });

  it('stay denied in a category that nobody knows', async () => {
    addMarkup('<script type="text/plain" data-category="marketing">window.ran.push("x")</script>');
    page.grant('analytical', 'advertising', 'functional');
    await expectRan();
  });

  it('run in page order, a text between two files after the one and before the other', async () => {
    addMarkup(external('1') + inline('2') + external('3') + inline('4') + inline('5') + external('6'));
    page.grant('analytical');
    await expectRan('1', '2', '3', '4', '5', '6');
  });

  it('are asked for side by side, and run in page order when the later one arrives first', async () => {
    const [first, second] = [heldScript('first'), heldScript('second')];
    addMarkup(inert(`src="${first.src}"`) + inert(`src="${second.src}"`));
    page.grant('analytical');
    await Promise.all([first.asked(), second.asked()]);
    await second.letGo();
    await runLast();
    expect(ran()).to.eql([]);
    await first.letGo();
    await expectRan('first', 'second');
  });

  it('are asked for side by side also behind a text that waits', async () => {
    const [first, second] = [heldScript('first'), heldScript('second')];
    addMarkup(inert(`src="${first.src}"`) + inline('text') + inert(`src="${second.src}"`));
    page.grant('analytical');
    await Promise.all([first.asked(), second.asked()]);
    await second.letGo();
    await first.letGo();
    await expectRan('first', 'text', 'second');
  });

  it('do not wait for one that is async', async () => {
    const slow = heldScript('async');
    addMarkup(inert(`async src="${slow.src}"`) + inline('text') + external('file'));
    page.grant('analytical');
    await waitUntil(() => ran().length === 2);
    expect(ran()).to.eql(['text', 'file']);
    await slow.letGo();
    await expectRan('text', 'file', 'async');
  });

  it('that are async do not wait for a text that waits', async () => {
    const slow = heldScript('slow');
    addMarkup(inert(`src="${slow.src}"`) + inline('text') + external('async', 'async'));
    page.grant('analytical');
    await waitUntil(() => ran().length === 1);
    expect(ran()).to.eql(['async']);
    await slow.letGo();
    await expectRan('async', 'slow', 'text');
  });

  it('go on after one that cannot be had', async () => {
    addMarkup(inert('src="/does-not-exist.js"') + inline('text') + external('file'));
    page.grant('analytical');
    await expectRan('text', 'file');
  });

  it('run with every attribute they had, and without the one that held them back', async () => {
    addMarkup(
      inert(
        `src="${quickScript('file')}" id="tag" class="vendor" crossorigin="anonymous" referrerpolicy="no-referrer" data-domain="example.com" async`,
      ),
    );
    page.grant('analytical');
    await expectRan('file');
    const script = document.querySelector<HTMLScriptElement>('#tag')!;
    expect(script.getAttribute('type')).to.equal('');
    expect(script.async).to.equal(true);
    expect(script).to.include({className: 'vendor', crossOrigin: 'anonymous', referrerPolicy: 'no-referrer'});
    expect(script.dataset).to.deep.include({domain: 'example.com', category: 'analytical'});
  });

  it('keep the nonce of their own', () => {
    addMarkup(inert('nonce="own" id="tag"'));
    page.grant('analytical');
    expect(document.querySelector<HTMLScriptElement>('#tag')!.nonce).to.equal('own');
  });

  it('take their address from data-src, and their type from data-type', async () => {
    addMarkup(
      inert(`data-src="${quickScript('file')}" id="file"`) +
        inert('data-type="module" id="module"', 'window.ran.push(`module ${import.meta.url.length > 0}`)'),
    );
    page.grant('analytical');
    await waitUntil(() => ran().length === 2);
    expect(ran()).to.have.members(['file', 'module true']);
    expect(document.querySelector<HTMLScriptElement>('#module')!.type).to.equal('module');
    expect(document.querySelector('#file')!.hasAttribute('data-src')).to.equal(false);
  });

  it('run nothing twice when granted twice', async () => {
    addMarkup(inline('text') + external('file'));
    page.grant('analytical');
    page.grant('analytical');
    await expectRan('text', 'file');
    page.grant('analytical', 'advertising');
    page.gate.release();
    await expectRan('text', 'file');
  });

  it('run nothing twice when withdrawn and granted again', async () => {
    addMarkup(inline('text') + external('file'));
    page.grant('analytical');
    await expectRan('text', 'file');
    page.withdraw();
    page.grant('analytical');
    await expectRan('text', 'file');
  });

  it('run nothing twice when a framework takes them away and renders them again', async () => {
    const markup = inline('text') + external('file');
    const part = addMarkup(markup);
    page.grant('analytical');
    await expectRan('text', 'file');
    part.replaceChildren();
    addMarkup(markup);
    await expectRan('text', 'file');
    page.withdraw();
    page.grant('analytical');
    await expectRan('text', 'file');
  });

  it('run as often as they stand in the page', async () => {
    addMarkup(external('file'));
    page.grant('analytical');
    await expectRan('file');
    addMarkup(external('file'));
    await expectRan('file', 'file');
  });

  it('run once when they are rendered again while they are still on their way', async () => {
    const slow = heldScript('slow');
    const part = addMarkup(inert(`src="${slow.src}"`));
    page.grant('analytical');
    await slow.asked();
    part.replaceChildren();
    addMarkup(inert(`src="${slow.src}"`));
    await slow.letGo();
    await expectRan('slow');
  });

  it('are named as not stopped when consent ends after they ran', async () => {
    addMarkup(
      inline('text', 'data-service="acme"') + inline('more', 'data-service="acme"') + inline('other'),
    );
    page.grant('analytical');
    expect(page.withdraw().unstopped).to.eql(['acme', 'analytical']);
    expect(page.withdraw().unstopped).to.eql([]);
  });

  describe('when consent ends while an earlier one is still loading', () => {
    it('the later ones never run, and run once, in order, when granted again', async () => {
      const slow = heldScript('slow');
      addMarkup(inert(`src="${slow.src}"`) + inline('text') + external('file') + inline('end'));
      page.grant('analytical');
      await slow.asked();
      expect(page.withdraw().unstopped).to.eql([]);
      await slow.letGo();
      await expectRan();
      page.grant('analytical');
      await expectRan('slow', 'text', 'file', 'end');
    });

    it('those that were on their way beside it never run either', async () => {
      const [first, second] = [heldScript('first'), heldScript('second')];
      addMarkup(inert(`src="${first.src}"`) + inert(`src="${second.src}"`));
      page.grant('analytical');
      await Promise.all([first.asked(), second.asked()]);
      page.withdraw();
      await second.letGo();
      await first.letGo();
      await expectRan();
    });

    it('those of another category go on', async () => {
      const slow = heldScript('slow');
      addMarkup(inert(`src="${slow.src}"`));
      addMarkup(
        '<script type="text/plain" data-category="functional">window.ran.push("functional")</script>',
      );
      page.grant('analytical', 'functional');
      await slow.asked();
      page.grant('functional');
      await slow.letGo();
      await expectRan('functional');
    });

    it('the page’s own markup stands where it stood', async () => {
      const slow = heldScript('slow');
      const place = addMarkup(`<p></p>${inert(`src="${slow.src}"`)}<p></p>`);
      const before = place.innerHTML;
      page.grant('analytical');
      await slow.asked();
      expect(place.innerHTML).not.to.equal(before);
      page.withdraw();
      expect(place.innerHTML).to.equal(before);
      await slow.letGo();
    });
  });

  it('consent is read again before each of them, also when one of them ends it', async () => {
    Object.assign(window, {endConsent: () => page.withdraw()});
    addMarkup(inert('', 'window.ran.push("ends"); window.endConsent()') + inline('later') + external('file'));
    page.grant('analytical');
    await expectRan('ends');
    Reflect.deleteProperty(window, 'endConsent');
  });
});

describe('scripts added to the page after a grant', () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage();
    page.grant('analytical');
  });
  afterEach(() => {
    page.withdraw();
    page.leave();
    clearPage();
  });

  const ways: Readonly<Record<string, (place: HTMLElement, markup: string) => void>> = {
    'by append': (place, markup) => {
      const template = document.createElement('template');
      template.innerHTML = markup;
      place.append(...template.content.cloneNode(true).childNodes);
    },
    'by a fragment': (place, markup) => place.append(document.createRange().createContextualFragment(markup)),
    'by innerHTML': (place, markup) => (place.innerHTML = markup),
    'by insertAdjacentHTML': (place, markup) => place.insertAdjacentHTML('beforeend', markup),
    'one inside the other, as a framework does it': (place, markup) => {
      const outer = document.createElement('section');
      outer.innerHTML = `<div><p>${markup}</p></div>`;
      place.append(outer);
    },
  };

  for (const [way, add] of Object.entries(ways)) {
    it(`${way}, run once, in order`, async () => {
      add(addMarkup(''), external('file') + inline('text'));
      await expectRan('file', 'text');
    });
  }

  it('in a category that is not granted do not run', async () => {
    addMarkup('<script type="text/plain" data-category="advertising">window.ran.push("x")</script>');
    await expectRan();
  });

  it('after a withdrawal do not run', async () => {
    page.withdraw();
    addMarkup(inline('text') + external('file'));
    await expectRan();
  });
});

describe('scripts that document.write has written', () => {
  it('wait for a grant and run once, in order, from the built file', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/test/unit/fixtures/written.html';
    document.body.append(frame);
    await oneEvent(frame, 'load');
    const {consentGate, ran} = frame.contentWindow as unknown as {consentGate: ConsentGate; ran: string[]};
    expect(ran).to.eql([]);
    consentGate.choose({analytical: true});
    await waitUntil(() => ran.length === 2);
    consentGate.choose({analytical: true});
    expect(ran).to.eql(['first', 'second']);
    consentGate.reset();
    frame.remove();
    expect(document.cookie).not.to.include('written-page');
  });
});
