import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {en} from '../../../dist/esm/locales/en.js';
import type {Action} from '../../../dist/esm/types.js';
import type {PreferencesView} from '../../../dist/esm/ui/preferences.js';
import {ConsentPreferences} from '../../../dist/esm/ui/preferences.js';
import {ID, after, blank, serviceOf} from '../fixtures/configs.js';
import {MARKUP, config, listen, preferencesView} from '../fixtures/views.js';

customElements.define('consent-preferences', ConsentPreferences);

async function show(view: Partial<PreferencesView> = {}): Promise<ConsentPreferences> {
  const element = await fixture<ConsentPreferences>(html`<consent-preferences></consent-preferences>`);
  element.view = preferencesView(view);
  element.open();
  root(element)
    .querySelectorAll('details')
    .forEach((details) => (details.open = true));
  return element;
}

const root = (element: ConsentPreferences) => element.shadowRoot!;
const dialog = (element: ConsentPreferences) => root(element).querySelector('dialog')!;
const button = (element: ConsentPreferences, action: string) =>
  root(element).querySelector<HTMLButtonElement>(`button[data-action="${action}"]`)!;
const switches = (element: ConsentPreferences) => [
  ...root(element).querySelectorAll<HTMLInputElement>('input[role=switch]'),
];
const switchOf = (element: ConsentPreferences, id: string) =>
  switches(element).find(({dataset}) => (dataset['service'] ?? dataset['category']) === id)!;
const on = (element: ConsentPreferences) =>
  switches(element)
    .filter(({checked}) => checked)
    .map(({dataset}) => dataset['service'] ?? dataset['category']);
const consentAfter = (...actions: Action[]) => after(config, blank(config), ...actions);
const saved = (element: ConsentPreferences) => {
  const asked = listen(element);
  button(element, 'save').click();
  return asked;
};

describe('<consent-preferences>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit with everything unfolded, ${theme}`, async () => {
      const signals = {gpc: true, dnt: '1'} as const;
      const consent = {...consentAfter({type: 'grant-all'}), signals};
      await expect(await show({theme, consent})).to.be.accessible();
    });
  }

  it('starts at its beginning each time that it is opened', async () => {
    const element = await show();
    const body = root(element).querySelector('.body')!;
    body.scrollTop = 50;
    expect(body.scrollTop).to.equal(50);
    button(element, 'close').click();
    element.open();
    expect(body.scrollTop).to.equal(0);
  });

  it('starts with everything optional off', async () => {
    expect(on(await show())).to.eql(['necessary', 'shop']);
  });

  it('starts with the choice as it stands, exceptions included', async () => {
    const choices = {analytical: true, advertising: false, pixel: true};
    expect(on(await show({consent: consentAfter({type: 'choose', choices})}))).to.eql([
      'necessary',
      'shop',
      'analytical',
      'matomo',
      'pixel',
    ]);
  });

  it('unfolds the services where one differs from its category, and folds none while they are switched', async () => {
    const element = await fixture<ConsentPreferences>(html`<consent-preferences></consent-preferences>`);
    element.view = preferencesView({consent: consentAfter({type: 'grant-service', service: 'pixel'})});
    element.open();
    const unfolded = () => [...root(element).querySelectorAll('details')].map(({open}) => open);
    expect(unfolded()).to.eql([false, false, true]);
    switchOf(element, 'pixel').click();
    expect(unfolded()).to.eql([false, false, true]);
  });

  it('shows in an opt-out regime what is allowed without an answer', async () => {
    expect(on(await show({consent: {...blank(config), regime: 'opt-out'}}))).to.include('advertising');
  });

  it('does not let the necessary be switched off, and says that it is always on', async () => {
    const element = await show();
    expect(switchOf(element, 'necessary').disabled).to.equal(true);
    expect(switchOf(element, 'shop').disabled).to.equal(true);
    expect(root(element).textContent).to.include('Always on').and.to.include('Keeps your basket.');
  });

  it('saves what the visitor has switched, and everything else as it was', async () => {
    const element = await show();
    switchOf(element, 'analytical').click();
    expect(saved(element)).to.eql([
      {
        action: {
          type: 'choose',
          choices: {functional: false, analytical: true, advertising: false, matomo: true, pixel: false},
        },
        layer: 'preferences',
      },
    ]);
  });

  it("moves a category's services with it, and a service alone", async () => {
    const element = await show();
    switchOf(element, 'advertising').click();
    expect(on(element)).to.include.members(['advertising', 'pixel']);
    switchOf(element, 'pixel').click();
    expect(on(element)).to.include('advertising').and.not.to.include('pixel');
  });

  it('says the state beside each switch in words', async () => {
    const element = await show();
    const words = () => switchOf(element, 'analytical').parentElement!.innerText.trim();
    expect(words()).to.equal('Off');
    switchOf(element, 'analytical').click();
    expect(words()).to.equal('On');
  });

  for (const [action, type] of [
    ['accept', 'grant-all'],
    ['reject', 'deny-all'],
  ] as const) {
    it(`asks once for ${type} when the visitor presses ${action}, and closes`, async () => {
      const element = await show();
      const asked = listen(document);
      button(element, action).click();
      expect(asked).to.eql([{action: {type}, layer: 'preferences'}]);
      expect(dialog(element).open).to.equal(false);
    });
  }

  it('withdraws everything in two activations: open, reject', async () => {
    const element = await show({consent: consentAfter({type: 'grant-all'})});
    const asked = listen(element);
    button(element, 'reject').click();
    expect(asked.map(({action}) => action.type)).to.eql(['deny-all']);
  });

  it('gives accept, reject and save the same height and letters, and accept and reject the same everything', async () => {
    const element = await show();
    const [accept, reject] = [button(element, 'accept'), button(element, 'reject')];
    for (const name of ['font', 'color', 'background-color', 'border', 'padding', 'opacity', 'cursor']) {
      const valueOf = (one: Element) => getComputedStyle(one).getPropertyValue(name);
      expect(valueOf(accept), name).to.equal(valueOf(reject));
    }
    expect(accept.getBoundingClientRect().width).to.be.closeTo(reject.getBoundingClientRect().width, 1);
    expect(accept.getBoundingClientRect().height).to.be.closeTo(reject.getBoundingClientRect().height, 1);
  });

  it('changes nothing when it is closed by its × or by Escape', async () => {
    const element = await show();
    const asked = listen(document);
    switchOf(element, 'analytical').click();
    button(element, 'close').click();
    expect(dialog(element).open).to.equal(false);
    element.open();
    expect(on(element)).to.eql(['necessary', 'shop']);
    await sendKeys({press: 'Escape'});
    expect(dialog(element).open).to.equal(false);
    expect(asked).to.eql([]);
  });

  it('is a modal dialog with a name, and starts at its heading', async () => {
    const element = await show();
    expect(dialog(element).matches(':modal')).to.equal(true);
    expect(dialog(element).getAttribute('aria-label')).to.equal(en.preferencesTitle);
    expect(root(element).activeElement!.tagName).to.equal('H2');
  });

  it('gives the focus back to where it was', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>Privacy choices</button>`);
    const element = await fixture<ConsentPreferences>(html`<consent-preferences></consent-preferences>`);
    element.view = preferencesView();
    opener.focus();
    element.open();
    button(element, 'save').click();
    expect(document.activeElement).to.equal(opener);
  });

  it('says when the choices are saved', async () => {
    const element = await show();
    const status = () => root(element).querySelector('[role=status]')!.textContent;
    expect(status()).to.equal('');
    button(element, 'save').click();
    expect(status()).to.equal(en.saved);
  });

  it('follows a change of consent, and keeps what the visitor has switched since opening', async () => {
    const element = await show();
    switchOf(element, 'functional').click();
    element.view = preferencesView({consent: consentAfter({type: 'choose', choices: {advertising: true}})});
    expect(on(element)).to.include.members(['functional', 'advertising']);
  });

  it('lists every cookie with provider, purpose, retention and recipients', async () => {
    const text = root(await show()).textContent!.replace(/\s+/g, ' ');
    for (const words of [
      'Provider: Zeta AS, Beta AB',
      '_pk_id.*',
      'Recognises a returning visitor',
      '13 months',
      'Remembers the basket',
      'until the browser closes',
      '__pixel (belongs to the provider’s own site)',
      '1 year',
    ]) {
      expect(text).to.include(words);
    }
  });

  it('leads to the policy of the provider', async () => {
    const links = [...root(await show()).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).to.eql(['https://matomo.example/privacy']);
  });

  it('says which signals are honoured', async () => {
    const signalled = await show({consent: {...blank(config), signals: {gpc: true, dnt: '1'}}});
    expect([...root(signalled).querySelectorAll('.signal')].map(({textContent}) => textContent)).to.eql([
      en.gpc,
      en.dnt,
    ]);
    expect(root(await show()).querySelector('.signal')).to.equal(null);
  });

  it('says until when a choice is kept and under which id, and shows no id after a refusal', async () => {
    const granted = root(await show({consent: consentAfter({type: 'grant-all'})})).textContent!;
    expect(granted).to.include('November 22, 2026').and.to.include('May 23, 2027').and.to.include(ID);
    const refused = root(await show({consent: consentAfter({type: 'deny-all'})})).textContent!;
    expect(refused).to.include('November 22, 2026').and.not.to.include('Consent id');
    expect(root(await show()).textContent).not.to.include('is kept until');
  });

  it('says that a category has no services', async () => {
    expect(root(await show({services: []})).textContent).to.include(en.noServices);
  });

  it('shows markup in the site’s words as text', async () => {
    const evil = serviceOf('evil', 'analytical', {
      name: MARKUP,
      provider: MARKUP,
      reason: MARKUP,
      storage: [{name: MARKUP, purpose: MARKUP, lifetime: MARKUP}],
    });
    const element = await show({
      services: [evil],
      controller: MARKUP,
      texts: {...en, save: MARKUP},
      categories: [{id: 'analytical', title: MARKUP, text: MARKUP}],
    });
    expect(root(element).querySelector('img, b')).to.equal(null);
    expect(root(element).textContent!.split(MARKUP).length - 1).to.equal(10);
    expect(window).not.to.have.property('hacked');
  });
});
