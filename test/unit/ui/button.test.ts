import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import {ConsentButton} from '../../../dist/esm/ui/button.js';
import type {PlacedView} from '../../../dist/esm/ui/placed.js';
import type {Signals} from '../../../dist/esm/types.js';
import {blank} from '../fixtures/configs.js';
import {MARKUP, config, listen, placedView} from '../fixtures/views.js';

customElements.define('consent-button', ConsentButton);

async function show(view: Partial<PlacedView> = {}): Promise<ConsentButton> {
  const button = await fixture<ConsentButton>(html`<consent-button></consent-button>`);
  button.view = placedView(view);
  return button;
}

const signalled = (signals: Signals) => ({consent: blank(config, signals)});
const inside = (element: ConsentButton) => element.shadowRoot!.querySelector('button')!;
const status = (element: ConsentButton) => element.shadowRoot!.querySelector('[role=status]');

describe('<consent-button>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit, ${theme}`, async () => {
      await expect(await show({theme})).to.be.accessible();
      await expect(await show({theme, ...signalled({gpc: true, dnt: '1'})})).to.be.accessible();
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
    expect(status(await show(signalled({gpc: false, dnt: '0'})))).to.equal(null);
    expect(status(await show(signalled({gpc: true, dnt: null})))!.textContent).to.equal(en.gpc);
    expect(status(await show(signalled({gpc: null, dnt: '1'})))!.textContent).to.equal(en.dnt);
  });

  it('shows markup in the site’s words as text', async () => {
    const button = await show({texts: {...en, privacyChoices: MARKUP}});
    expect(inside(button).innerText).to.equal(MARKUP);
    expect(button.shadowRoot!.querySelector('img, b')).to.equal(null);
  });
});
