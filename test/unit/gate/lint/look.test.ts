import {expect, fixture, html} from '@open-wc/testing';
import {checkLook} from '../../../../dist/esm/gate/lint/look.js';
import {ConsentBanner} from '../../../../dist/esm/ui/banner.js';
import {bannerView} from '../../fixtures/views.js';
import {keepWarnings} from '../../fixtures/warnings.js';

customElements.define('consent-banner', ConsentBanner);

async function show(tokens: Record<string, string> = {}): Promise<ConsentBanner> {
  const banner = await fixture<ConsentBanner>(html`<consent-banner></consent-banner>`);
  for (const [name, value] of Object.entries(tokens)) banner.style.setProperty(name, value);
  banner.view = bannerView();
  return banner;
}

const answer = (banner: ConsentBanner, name: string) =>
  banner.querySelector<HTMLElement>(`[data-action="${name}"]`)!;

function complaints(): string[] {
  const {said, warn} = keepWarnings();
  checkLook(warn);
  return said;
}

/** One colour each that is too weak on white, and its name, remedy and figure. */
const WEAK: readonly (readonly [Record<string, string>, RegExp])[] = [
  [
    {'--consent-text': '#888', '--consent-button': '#000'},
    /^--consent-text is rgb\(136, 136, 136\) on rgb\(255, 255, 255\), a contrast of 3\.54:1, but must be at least 4\.5:1; choose a darker colour$/,
  ],
  [{'--consent-muted': '#999'}, /^--consent-muted is .* at least 4\.5:1; choose a darker colour$/],
  [
    {'--consent-button': '#666', '--consent-button-text': '#aaa'},
    /^--consent-button-text is .* at least 4\.5:1; choose a lighter colour$/,
  ],
  [
    {'--consent-button': '#eee', '--consent-button-text': '#000'},
    /^--consent-button is .* at least 3:1; choose a darker colour$/,
  ],
  [{'--consent-line': '#ccc'}, /^--consent-line is .* at least 3:1; choose a darker colour$/],
];

describe('checkLook', () => {
  it('has nothing to say of the default look', async () => {
    await show();
    expect(complaints()).to.eql([]);
  });

  it('has nothing to say where nobody is asked', async () => {
    const banner = await show({'--consent-text': '#eee'});
    banner.hidden = true;
    expect(complaints()).to.eql([]);
    banner.remove();
    expect(complaints()).to.eql([]);
  });

  for (const [tokens, complaint] of WEAK) {
    it(`names ${Object.keys(tokens)[0]} where it is too weak, with its remedy`, async () => {
      await show(tokens);
      const [found, ...more] = complaints();
      expect(found).to.match(complaint);
      expect(more).to.eql([]);
    });
  }

  it('says which colour makes no seen next to accept', async () => {
    const banner = await show();
    answer(banner, 'reject').style.setProperty('--_button', '#eee');
    const said = complaints();
    expect(said[0]).to.match(
      /^the banner's reject button has background-color rgb\(238, 238, 238\), but must have rgb\(22, 24, 29\) as the accept button has; remove/,
    );
  });

  it('says that one is larger than the other', async () => {
    const banner = await show();
    answer(banner, 'accept').textContent = 'Yes, of course, everything, always and everywhere';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.answers {grid-template-columns: 1fr 3fr !important}');
    banner.shadowRoot!.adoptedStyleSheets.push(sheet);
    expect(complaints().join()).to.match(/reject button has width \d+px, but must have \d+px/);
  });

  it('says that accept comes first', async () => {
    const banner = await show();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.answers {direction: rtl}');
    banner.shadowRoot!.adoptedStyleSheets.push(sheet);
    expect(complaints()).to.eql([
      `the banner's reject button has place after "accept", but must have before it as the accept button has; ` +
        `remove what the page does to either, and set --consent-button for both`,
    ]);
  });

  it('finds nothing wrong with a line that is read from the right', async () => {
    const banner = await show();
    banner.view = bannerView({dir: 'rtl', lang: 'ar'});
    expect(complaints()).to.eql([]);
  });

  it('says that there is no way to refuse', async () => {
    const banner = await show();
    answer(banner, 'reject').removeAttribute('slot');
    expect(complaints()).to.eql([
      "the banner's reject button is hidden, but must be shown; remove what the page does to it",
    ]);
  });
});
