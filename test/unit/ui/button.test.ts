import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import type {ButtonView} from '../../../dist/esm/ui/button.js';
import {ConsentButton} from '../../../dist/esm/ui/button.js';
import {QUIET} from '../fixtures/configs.js';
import {MARKUP, listen} from '../fixtures/views.js';

customElements.define('consent-button', ConsentButton);

async function show(view: Partial<ButtonView> = {}): Promise<ConsentButton> {
  const button = await fixture<ConsentButton>(html`<consent-button></consent-button>`);
  button.view = {texts: en, signals: QUIET, theme: 'light', lang: 'en', dir: 'ltr', ...view};
  return button;
}

const inside = (element: ConsentButton) => element.shadowRoot!.querySelector('button')!;
const status = (element: ConsentButton) => element.shadowRoot!.querySelector('[role=status]');

describe('<consent-button>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit, ${theme}`, async () => {
      await expect(await show({theme})).to.be.accessible();
      await expect(await show({theme, signals: {gpc: true, dnt: '1'}})).to.be.accessible();
    });
  }

  it('asks once to see the choices', async () => {
    const button = await show();
    const asked = listen(document);
    inside(button).click();
    expect(asked).to.eql([{action: {type: 'open-preferences'}, layer: 'none'}]);
  });

  it('says what it is for', async () => {
    expect(inside(await show()).innerText).to.equal('Privacy choices');
  });

  it('says which signal is honoured', async () => {
    expect(status(await show())).to.equal(null);
    expect(status(await show({signals: {gpc: false, dnt: '0'}}))).to.equal(null);
    expect(status(await show({signals: {gpc: true, dnt: null}}))!.textContent).to.equal(en.gpc);
    expect(status(await show({signals: {gpc: null, dnt: '1'}}))!.textContent).to.equal(en.dnt);
  });

  it('shows markup in the site’s words as text', async () => {
    const button = await show({texts: {...en, privacyChoices: MARKUP}});
    expect(inside(button).innerText).to.equal(MARKUP);
    expect(button.shadowRoot!.querySelector('img, b')).to.equal(null);
  });
});
