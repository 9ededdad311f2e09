import {expect, waitUntil} from '@open-wc/testing';
import {PLACED} from '../../../dist/esm/core/placed.js';
import type {ConsentBanner} from '../../../dist/esm/ui/banner.js';
import {mountUi} from '../../../dist/esm/ui/mount.js';
import type {Ui, UiState} from '../../../dist/esm/ui/mount.js';
import {after, blank, configOf, serviceOf} from '../fixtures/configs.js';

const banner = () => document.querySelector<ConsentBanner>('consent-banner');
const stateOf = (more: Partial<UiState> = {}): UiState => ({
  consent: blank(configOf()),
  asking: ['functional', 'analytical', 'advertising'],
  services: [],
  drawn: PLACED,
  ...more,
});
const mount = (more: Parameters<typeof configOf>[0] = {}): Promise<Ui> =>
  mountUi(configOf(more), () => new Promise(() => {}));

describe('mountUi', () => {
  afterEach(() =>
    document
      .querySelectorAll('consent-banner, consent-preferences, consent-button')
      .forEach((element) => element.remove()),
  );

  it('shows a banner, before everything else on the page, only when somebody must be asked', async () => {
    const ui = await mount();
    ui.update(stateOf({asking: []}));
    expect(banner()).to.equal(null);
    ui.update(stateOf());
    expect(document.body.firstElementChild).to.equal(banner());
    expect(banner()!.hidden).to.equal(false);
  });

  it('hides the banner after the answer, and shows the same one to ask again', async () => {
    const ui = await mount();
    ui.update(stateOf());
    const first = banner();
    ui.update(stateOf({asking: []}));
    expect(first!.hidden).to.equal(true);
    ui.update(stateOf());
    expect(banner()).to.equal(first);
    expect(first!.hidden).to.equal(false);
  });

  it('names what was added, by the names that the visitor knows', async () => {
    const config = configOf();
    const ui = await mount();
    ui.update(
      stateOf({
        consent: after(config, blank(config), {type: 'grant-all'}),
        asking: ['analytical', 'pixel', 'nameless'],
        services: [serviceOf('pixel', 'advertising', {name: 'Pixel'}), serviceOf('nameless')],
      }),
    );
    expect(banner()!.view!.added).to.equal('Analytical, Pixel, nameless');
  });

  it("speaks the page's language", async () => {
    const before = document.documentElement.lang;
    document.documentElement.lang = 'nb-NO';
    const ui = await mount();
    document.documentElement.lang = before;
    ui.update(stateOf());
    expect(ui.lang).to.equal('nb');
    expect(banner()!.lang).to.equal('nb');
    expect(banner()!.innerText).to.include('Avvis alle');
  });

  it('speaks the language that the site says, and English where it does not know it', async () => {
    expect((await mount({lang: 'fr-CA'})).lang).to.equal('fr');
    expect((await mount({lang: 'tlh'})).lang).to.equal('en');
  });

  it("takes the site's own words for that language, and for no other", async () => {
    const texts = {en: {title: 'Hello'}, fr: {title: 'Bonjour'}};
    const ui = await mount({lang: 'fr', texts});
    expect((await ui.texts()).title).to.equal('Bonjour');
    expect((await ui.texts()).accept).to.equal('Tout accepter');
    ui.update(stateOf());
    expect(banner()!.innerText).to.include('Bonjour');
  });

  it("finds the site's own words by any tag that means the language, in whatever case", async () => {
    for (const tag of ['no', 'NB', 'nb-NO']) {
      const ui = await mount({lang: 'nb', texts: {[tag]: {title: 'Er det greit?'}}});
      expect((await ui.texts()).title, tag).to.equal('Er det greit?');
    }
    const ui = await mount({lang: 'tlh', texts: {tlh: {title: 'nuqneH'}}});
    expect((await ui.texts()).title).to.equal('Your privacy, your choice');
  });

  it("takes the words for the page's own region first, then those for the language", async () => {
    const texts = {'en-GB': {title: 'Favour?'}, 'en-US': {title: 'Favor?'}};
    const titleFor = async (lang: string, more = {}) =>
      (await (await mount({lang, texts: {...texts, ...more}})).texts()).title;
    expect(await titleFor('en-US')).to.equal('Favor?');
    expect(await titleFor('en-GB')).to.equal('Favour?');
    expect(await titleFor('en-AU', {en: {title: 'Hello'}})).to.equal('Hello');
  });

  it('keeps every purpose that the site does not say in its own words', async () => {
    const texts = {en: {purposes: {ads: 'Shows you what you may like'}}};
    const {purposes} = await (await mount({texts})).texts();
    expect(purposes).to.include({ads: 'Shows you what you may like', chat: 'Keeps a conversation going'});
  });

  it('draws no link that is a script', async () => {
    const ui = await mount({policy: {url: 'javascript:alert(1)'}});
    ui.update(stateOf());
    expect(banner()!.querySelector('a')!.getAttribute('href')).to.equal('');
  });

  it('opens one preference center, and the same one again, with the consent as it is then', async () => {
    const config = configOf();
    const ui = await mount();
    ui.update(stateOf({asking: []}));
    await ui.openPreferences();
    const preferences = document.querySelector('consent-preferences')!;
    ui.update(stateOf({asking: [], consent: after(config, blank(config), {type: 'grant-all'})}));
    expect(preferences.view!.consent.categories['advertising']).to.equal('granted');
    await ui.openPreferences();
    expect(document.querySelectorAll('consent-preferences').length).to.equal(1);
  });

  it('draws every button that a page has, and those that come later', async () => {
    document.body.append(document.createElement('consent-button'));
    const ui = await mount();
    ui.update(stateOf({asking: []}));
    const drawn = () =>
      [...document.querySelectorAll('consent-button')].filter(({shadowRoot}) =>
        shadowRoot?.querySelector('button'),
      ).length;
    await waitUntil(() => drawn() === 1);
    document.body.append(document.createElement('consent-button'));
    await waitUntil(() => drawn() === 2);
  });
});
