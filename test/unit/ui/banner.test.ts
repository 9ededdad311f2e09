import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {en} from '../../../dist/esm/locales/en.js';
import type {BannerView} from '../../../dist/esm/ui/banner.js';
import {ConsentBanner} from '../../../dist/esm/ui/banner.js';
import {MARKUP, bannerView, listen} from '../fixtures/views.js';

customElements.define('consent-banner', ConsentBanner);

async function show(view: Partial<BannerView> = {}): Promise<ConsentBanner> {
  const banner = await fixture<ConsentBanner>(html`<consent-banner></consent-banner>`);
  banner.view = bannerView(view);
  return banner;
}

const button = (banner: ConsentBanner, action: string) =>
  banner.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`)!;

/** What two elements may differ in although they are equally prominent: it follows from their words. */
const SIZES = ['width', 'height', 'inline-size', 'block-size', 'perspective-origin', 'transform-origin'];

const styleOf = (element: Element) => {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    [...style].filter((name) => !SIZES.includes(name)).map((name) => [name, style.getPropertyValue(name)]),
  );
};

describe('<consent-banner>', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const layout of ['box', 'bar'] as const) {
      it(`passes the accessibility audit as a ${theme} ${layout}`, async () => {
        await expect(await show({theme, layout})).to.be.accessible();
      });
    }
  }

  for (const layout of ['box', 'bar'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      it(`gives accept and reject the same style and size, as a ${theme} ${layout}`, async () => {
        const banner = await show({layout, theme});
        const [accept, reject] = [button(banner, 'accept'), button(banner, 'reject')];
        expect(styleOf(accept)).to.eql(styleOf(reject));
        const [one, other] = [accept.getBoundingClientRect(), reject.getBoundingClientRect()];
        expect(one.width).to.be.closeTo(other.width, 1);
        expect(one.height).to.be.closeTo(other.height, 1);
        expect(one.top).to.be.closeTo(other.top, 1);
        expect(Math.min(one.width, one.height)).to.be.above(24);
      });
    }
  }

  it('gives accept and reject the same style in every language', async () => {
    const {fr} = await import('../../../dist/esm/locales/fr.js');
    const banner = await show({texts: fr, lang: 'fr'});
    expect(styleOf(button(banner, 'accept'))).to.eql(styleOf(button(banner, 'reject')));
  });

  it('puts no answer before the visitor: nothing has the focus', async () => {
    const banner = await show();
    expect(banner.contains(document.activeElement)).to.equal(false);
    expect(banner.querySelector('[autofocus]')).to.equal(null);
  });

  it('shows its words and buttons to whatever reads the page', async () => {
    const banner = await show();
    expect([...banner.querySelectorAll('button')].map(({dataset}) => dataset['action'])).to.eql([
      'reject',
      'accept',
      'settings',
      'close',
    ]);
    expect(banner.shadowRoot!.textContent!.trim()).to.equal('');
    expect(banner.innerText)
      .to.include('Rackslab SAS would like to use cookies')
      .and.to.include('Reject all');
  });

  it('is itself the box that stands still, so that its buttons count as visible', async () => {
    const banner = await show();
    expect(getComputedStyle(banner).position).to.equal('fixed');
    expect(button(banner, 'reject').offsetParent).to.equal(banner);
  });

  it('names who asks, every category in one sentence, the policy and the way back', async () => {
    const banner = await show();
    for (const words of [
      'Rackslab SAS',
      'Necessary',
      'Functional',
      'Analytical',
      'Counts visits',
      'Advertising',
      'under “Privacy choices”',
    ]) {
      expect(banner.innerText).to.include(words);
    }
    expect(banner.querySelector('a')!.getAttribute('href')).to.equal('/privacy');
  });

  it('says on its × what closing means', async () => {
    const banner = await show();
    expect(button(banner, 'close').getAttribute('aria-label')).to.equal('Close and reject');
    expect(button(banner, 'close').getAttribute('aria-keyshortcuts')).to.equal('Escape');
    expect(button(banner, 'accept').getAttribute('aria-keyshortcuts')).to.equal(null);
  });

  it('is a landmark with its heading for a name', async () => {
    const banner = await show();
    expect(banner.getAttribute('role')).to.equal('region');
    expect(banner.getAttribute('aria-label')).to.equal(en.title);
  });

  it('speaks its language, in its direction', async () => {
    const banner = await show({lang: 'ar', dir: 'rtl'});
    expect(banner.lang).to.equal('ar');
    expect(banner.dir).to.equal('rtl');
  });

  for (const [action, expected] of [
    ['accept', {type: 'grant-all'}],
    ['reject', {type: 'deny-all'}],
    ['close', {type: 'dismiss'}],
    ['settings', {type: 'open-preferences'}],
  ] as const) {
    it(`asks once for ${expected.type} when the visitor presses ${action}`, async () => {
      const banner = await show();
      const asked = listen(document);
      button(banner, action).click();
      expect(asked).to.eql([{action: expected, layer: 'banner'}]);
    });
  }

  it('takes Escape for a no', async () => {
    const banner = await show();
    const asked = listen(banner);
    button(banner, 'accept').focus();
    await sendKeys({press: 'Escape'});
    expect(asked).to.eql([{action: {type: 'dismiss'}, layer: 'banner'}]);
  });

  it('can be answered with the keyboard alone', async () => {
    const banner = await show();
    const asked = listen(banner);
    button(banner, 'reject').focus();
    await sendKeys({press: 'Enter'});
    expect(asked).to.eql([{action: {type: 'deny-all'}, layer: 'banner'}]);
  });

  it('asks only about what was added, and says so', async () => {
    const banner = await show({added: 'Pixel, Films'});
    const asked = listen(banner);
    expect(banner.innerText)
      .to.include('Rackslab SAS has added: Pixel, Films.')
      .and.to.include(en.addedTitle);
    expect(button(banner, 'accept').innerText).to.equal('Accept');
    button(banner, 'accept').click();
    button(banner, 'reject').click();
    expect(asked.map(({action}) => action)).to.eql([
      {type: 'grant-all', only: 'undecided'},
      {type: 'deny-all', only: 'undecided'},
    ]);
  });

  for (const regime of ['opt-out', 'notice-only'] as const) {
    it(`does not say in ${regime} that nothing runs until the visitor decides`, async () => {
      const banner = await show({regime});
      expect(banner.innerText).to.include('You can say no to each of them.');
      expect(banner.innerText).not.to.include('Nothing optional runs');
    });
  }

  it('shows markup in the site’s words as text', async () => {
    const title = MARKUP;
    const banner = await show({
      controller: MARKUP,
      texts: {...en, title, accept: MARKUP, body: `{controller} ${MARKUP}`},
      categories: [{id: 'analytical', title, text: MARKUP}],
    });
    expect(banner.querySelector('img, b')).to.equal(null);
    expect(banner.innerText).to.include(MARKUP);
    expect(button(banner, 'accept').innerText).to.equal(MARKUP);
    expect(banner.getAttribute('aria-label')).to.equal(MARKUP);
    expect(window).not.to.have.property('hacked');
  });

  it('stays as it is on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* {all: unset !important} button {display: none !important} h2 {color: red !important}',
    );
    document.adoptedStyleSheets.push(sheet);
    const banner = await show();
    const style = getComputedStyle(button(banner, 'reject'));
    const [display, position] = [style.display, getComputedStyle(banner).position];
    const accept = styleOf(button(banner, 'accept'));
    const reject = styleOf(button(banner, 'reject'));
    document.adoptedStyleSheets.pop();
    expect(display).not.to.equal('none');
    expect(position).to.equal('fixed');
    expect(accept).to.eql(reject);
  });

  it('takes the colours that the site gives it, for both answers alike', async () => {
    const banner = await show();
    banner.style.setProperty('--consent-button', 'rgb(0, 80, 40)');
    const colours = ['accept', 'reject'].map(
      (name) => getComputedStyle(button(banner, name)).backgroundColor,
    );
    expect(colours).to.eql(['rgb(0, 80, 40)', 'rgb(0, 80, 40)']);
  });

  it('is dark where the site wants it dark', async () => {
    const background = async (theme: 'light' | 'dark') =>
      getComputedStyle(await show({theme})).backgroundColor;
    expect(await background('light')).to.equal('rgb(255, 255, 255)');
    expect(await background('dark')).to.equal('rgb(22, 24, 29)');
  });

  it('shows nothing before it is told what', async () => {
    const banner = await fixture<ConsentBanner>(html`<consent-banner></consent-banner>`);
    expect(banner.view).to.equal(undefined);
    expect(banner.children.length).to.equal(0);
  });

  it('is gone when it is hidden', async () => {
    const banner = await show();
    banner.hidden = true;
    expect(getComputedStyle(banner).display).to.equal('none');
  });
});
