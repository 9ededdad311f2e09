import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {en} from '../../../dist/esm/locales/en.js';
import {ConsentOutcome} from '../../../dist/esm/ui/outcome.js';
import type {OutcomeView} from '../../../dist/esm/ui/outcome.js';
import {MARKUP} from '../fixtures/views.js';

customElements.define('consent-outcome', ConsentOutcome);

const TOLD: OutcomeView = {
  texts: en,
  removed: 4,
  remaining: [{service: 'Pixel', names: ['IDE', 'NID']}],
  unfinished: [],
  theme: 'light',
  lang: 'en',
  dir: 'ltr',
};

async function show(view: Partial<OutcomeView> = {}): Promise<ConsentOutcome> {
  const element = await fixture<ConsentOutcome>(html`<consent-outcome></consent-outcome>`);
  element.view = {...TOLD, ...view};
  return element;
}

const inside = (element: ConsentOutcome, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const dialog = (element: ConsentOutcome) => inside(element, 'dialog') as HTMLDialogElement;
const news = (element: ConsentOutcome) => inside(element, '[role=status]').innerText;
const isTold = (element: ConsentOutcome) => waitUntil(() => news(element));

describe('<consent-outcome>', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const unfinished of [[], ['Chat']]) {
      it(`passes the accessibility audit, ${theme}, with ${unfinished.length} unfinished`, async () => {
        const element = await show({theme, unfinished});
        void element.ask();
        await isTold(element);
        await expect(element).to.be.accessible();
        dialog(element).close();
      });
    }
  }

  it('tells how much was removed, and what was not, by its service', async () => {
    const element = await show();
    void element.ask();
    await isTold(element);
    expect(dialog(element).innerText).to.include('Removed from this browser: 4');
    expect(inside(element, 'li').innerText).to.equal('Pixel: IDE, NID');
  });

  it('has a place for its news before there are any, so that they are read aloud', async () => {
    const element = await show();
    for (const removed of [4, 5]) {
      element.view = {...TOLD, removed};
      void element.ask();
      expect([news(element), inside(element, '[role=status]').checkVisibility()]).to.eql(['', true]);
      await isTold(element);
    }
  });

  it('keeps room at the end of the page while it only tells', async () => {
    const room = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd) || 0;
    const element = await show();
    void element.ask();
    await isTold(element);
    await waitUntil(() => room() > dialog(element).offsetHeight);
    element.close();
    await waitUntil(() => room() === 0);
  });

  it('is closed by the Escape key, and gives the focus back', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);
    field.focus();
    const element = await show();
    void element.ask();
    inside(element, '[data-action=close]').focus();
    await sendKeys({press: 'Escape'});
    expect(dialog(element).open).to.equal(false);
    expect(document.activeElement).to.equal(field);
  });

  it('takes the focus from nobody when it only tells', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);
    field.focus();
    const element = await show();
    void element.ask();
    expect(document.activeElement).to.equal(field);
    expect(dialog(element).open).to.equal(true);
  });

  it('is closed by its button, which is no word for losing anything', async () => {
    const element = await show();
    const asked = element.ask();
    inside(element, '[data-action=close]').click();
    expect(await asked).to.equal(false);
    expect(dialog(element).open).to.equal(false);
  });

  it('asks before something unfinished is lost, naming the services', async () => {
    const element = await show({unfinished: ['Chat', 'Pixel']});
    const asked = element.ask();
    expect(dialog(element).matches(':modal')).to.equal(true);
    await isTold(element);
    expect(dialog(element).innerText).to.include('To stop Chat, Pixel for good');
    inside(element, '[data-action=finish]').click();
    expect(await asked).to.equal(true);
    expect(dialog(element).open).to.equal(false);
  });

  it('takes “later” and the Escape key for a no', async () => {
    const element = await show({unfinished: ['Chat']});
    const first = element.ask();
    inside(element, '[data-action=later]').click();
    expect(await first).to.equal(false);
    const second = element.ask();
    dialog(element).close(); // what Escape does
    expect(await second).to.equal(false);
  });

  it('takes an older question back when there is a newer one', async () => {
    const element = await show({unfinished: ['Chat']});
    const first = element.ask();
    const second = element.ask();
    expect(await first).to.equal(false);
    inside(element, '[data-action=finish]').click();
    expect(await second).to.equal(true);
  });

  it('shows markup in names as text', async () => {
    const element = await show({remaining: [{service: MARKUP, names: [MARKUP]}], unfinished: [MARKUP]});
    void element.ask();
    await isTold(element);
    expect(element.shadowRoot!.querySelector('img, b')).to.equal(null);
    dialog(element).close();
  });
});
