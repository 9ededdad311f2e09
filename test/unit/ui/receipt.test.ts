import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import type {Action, ReceiptCopy} from '../../../dist/esm/types.js';
import {ConsentReceipt} from '../../../dist/esm/ui/receipt.js';
import type {PlacedView} from '../../../dist/esm/ui/placed.js';
import {ID, NOW, after, blank} from '../fixtures/configs.js';
import {receiptOf} from '../fixtures/receipts.js';
import {MARKUP, config, keptOf, listen, placedView} from '../fixtures/views.js';

customElements.define('consent-receipt', ConsentReceipt);

const decided = (...actions: Action[]) => after(config, blank(config), ...actions);
const granted = decided({type: 'grant-all'});
const ALL = {functional: true, analytical: true, advertising: true};
const NONE = {functional: false, analytical: false, advertising: false};

const copyOf = (choices: Record<string, boolean>, time = NOW): ReceiptCopy => ({
  ...receiptOf(1, 'given', new Date(time)),
  choices,
  notice: {version: '2026-11-01', lang: 'en', hash: 'sha256-x'},
});

async function show(view: Partial<PlacedView> = {}): Promise<ConsentReceipt> {
  const element = await fixture<ConsentReceipt>(html`<consent-receipt></consent-receipt>`);
  element.view = placedView({consent: granted, kept: keptOf({}, [copyOf(ALL)]), ...view});
  return element;
}

const inside = (element: ConsentReceipt, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const lines = (element: ConsentReceipt) =>
  [...element.shadowRoot!.querySelectorAll('p')].map(({textContent}) => textContent);
const history = (element: ConsentReceipt) =>
  [...element.shadowRoot!.querySelectorAll('li')].map(({textContent}) => textContent!.trim());
const press = (element: ConsentReceipt, action: string) =>
  inside(element, `[data-action=${action}]`)!.click();
const saved = async (element: ConsentReceipt) =>
  (await fetch((inside(element, 'a[download]') as HTMLAnchorElement).href)).json();

/** A clipboard that does this with the text. */
function withClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', {value: writeText && {writeText}, configurable: true});
}

describe('<consent-receipt>', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'clipboard'));

  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit, ${theme}`, async () => {
      withClipboard(undefined);
      const element = await show({theme, kept: keptOf({}, [copyOf(ALL), copyOf(NONE)])});
      press(element, 'copy');
      await waitUntil(() => inside(element, 'textarea'));
      await expect(element).to.be.accessible();
    });
  }

  it('says what is allowed, when, until when, after which notice and under which id', async () => {
    expect(lines(await show())).to.eql([
      'Allowed: Functional, Analytical, Advertising',
      'Your choice of November 22, 2026 is kept until May 23, 2027.',
      'You were shown version 2026-11-01 of the text.',
      `Consent id: ${ID}`,
    ]);
  });

  it('says that nobody has decided, and then what silence means', async () => {
    const element = await show({consent: blank(config), kept: keptOf()});
    expect(lines(element)).to.eql([en.undecided, 'Allowed: nothing optional']);
    expect(inside(element, 'button, a')).to.equal(null);
    const optOut = await show({consent: {...blank(config), regime: 'opt-out'}, kept: keptOf()});
    expect(lines(optOut)[1]).to.equal('Allowed: Functional, Analytical, Advertising');
    expect(inside(optOut, '[data-action=withdraw]')!.innerText).to.equal('Withdraw everything');
  });

  it('shows no id after a refusal, and nothing to withdraw', async () => {
    const element = await show({consent: decided({type: 'deny-all'}), kept: keptOf({}, [copyOf(NONE)])});
    expect(lines(element)[0]).to.equal('Allowed: nothing optional');
    expect(lines(element).join()).not.to.include('Consent id');
    expect(inside(element, '[data-action=withdraw]')).to.equal(null);
  });

  it('names services where they differ from their category', async () => {
    const one = await show({consent: decided({type: 'choose', choices: {pixel: true}})});
    expect(lines(one)[0]).to.equal('Allowed: Pixel');
    const choices = {...ALL, analytical: true, matomo: false};
    const other = await show({consent: decided({type: 'choose', choices})});
    expect(lines(other)[0]).to.equal('Allowed: Functional, Advertising');
  });

  it('names no notice that this browser has no copy for', async () => {
    for (const receipts of [[], [copyOf(NONE)], [copyOf(ALL, NOW - 86_400_000)]]) {
      expect(lines(await show({kept: keptOf({}, receipts)})).join()).not.to.include('You were shown');
    }
    expect(lines(await show({kept: undefined})).join()).not.to.include('You were shown');
  });

  it('lists the choices before, the newest first', async () => {
    const receipts = [copyOf(ALL), copyOf(NONE), copyOf({...NONE, analytical: true}, NOW - 86_400_000)];
    const element = await show({kept: keptOf({}, receipts)});
    expect(inside(element, 'h4')!.innerText).to.equal('Earlier choices');
    expect(history(element)).to.eql([
      'November 22, 2026 Allowed: nothing optional',
      'November 21, 2026 Allowed: Analytical',
    ]);
    expect(inside(await show(), 'h4')).to.equal(null);
  });

  it('tells of earlier exceptions too', async () => {
    const earlier = {...copyOf(NONE), services: {pixel: true}};
    expect(history(await show({kept: keptOf({}, [copyOf(ALL), earlier])}))[0]).to.include('Allowed: Pixel');
  });

  it('copies what is read, and says so', async () => {
    const written: string[] = [];
    withClipboard(async (text) => void written.push(text));
    const element = await show();
    press(element, 'copy');
    await waitUntil(() => inside(element, '[role=status]')!.textContent === 'Copied.');
    expect(written).to.eql([['Your consent: Rackslab SAS', ...lines(element)].join('\n')]);
    expect(inside(element, 'textarea')).to.equal(null);
  });

  for (const [why, clipboard] of Object.entries({
    'there is no clipboard': undefined,
    'the browser refuses the clipboard': () => Promise.reject(new DOMException('', 'NotAllowedError')),
  })) {
    it(`puts the text where it can be copied when ${why}`, async () => {
      withClipboard(clipboard);
      const element = await show();
      press(element, 'copy');
      await waitUntil(() => inside(element, 'textarea'));
      const field = inside(element, 'textarea') as HTMLTextAreaElement;
      expect(field.value).to.include(ID);
      expect([field.selectionStart, field.selectionEnd]).to.eql([0, field.value.length]);
      expect(inside(element, '[role=status]')!.textContent).to.equal('');
    });
  }

  it('is saved with the receipts', async () => {
    const receipts = [copyOf(ALL), copyOf(NONE)];
    const choices = {...NONE, functional: true, pixel: true};
    const element = await show({consent: decided({type: 'choose', choices}), kept: keptOf({}, receipts)});
    expect(await saved(element)).to.eql({
      schema: 'consent-copy/1',
      site: location.host,
      controller: 'Rackslab SAS',
      decided: '2026-11-22',
      until: '2027-05-23',
      consentId: ID,
      choices: {...NONE, functional: true},
      services: {pixel: true},
      receipts,
    });
  });

  it('asks for everything to be withdrawn, and keeps the focus', async () => {
    const element = await show();
    const asked = listen(document);
    press(element, 'withdraw');
    expect(asked).to.eql([{action: {type: 'withdraw'}, layer: 'receipt'}]);
    element.view = {...element.view!, consent: decided({type: 'withdraw'})};
    expect(inside(element, '[role=status]')!.textContent).to.equal(en.saved);
    expect(element.shadowRoot!.activeElement).to.equal(inside(element, 'h3'));
  });

  it('shows markup in the site’s words and in copies as text', async () => {
    const evil = {...copyOf(ALL), notice: {version: MARKUP, lang: 'en', hash: ''}};
    const element = await show({kept: keptOf({}, [evil]), texts: {...en, receiptTitle: MARKUP}});
    expect(lines(element)).to.include(`You were shown version ${MARKUP} of the text.`);
    expect(inside(element, 'img, b')).to.equal(null);
  });
});
