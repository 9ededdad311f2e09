import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../../dist/esm/locales/en.js';
import {ConsentEmbed} from '../../../dist/esm/ui/embed.js';
import type {PlacedView} from '../../../dist/esm/ui/placed.js';
import {after, blank, configOf, serviceOf} from '../fixtures/configs.js';
import {MARKUP, listen, placedView} from '../fixtures/views.js';

customElements.define('consent-embed', ConsentEmbed);

const player = serviceOf('player', 'functional', {name: 'Player', provider: 'Acme Inc.'});
const other = serviceOf('other', 'functional');
const config = configOf({services: [player, other]});
const undecided = blank(config);
const always = after(config, undecided, {type: 'grant-service', service: 'player'});
const refused = after(config, undecided, {type: 'deny-all'});

const SRC = '/test/unit/fixtures/pixel.svg';

async function show(view: Partial<PlacedView> = {}, markup = embed()): Promise<ConsentEmbed> {
  const element = await fixture<ConsentEmbed>(markup);
  element.view = placedView({services: [player, other], consent: undecided, ...view});
  return element;
}
const embed = (src = SRC) =>
  html`<consent-embed service="player" src=${src} title="A film" allow="fullscreen"></consent-embed>`;

const inside = (element: ConsentEmbed, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const frame = (element: ConsentEmbed) => inside(element, 'iframe') as HTMLIFrameElement | null;
function press(element: ConsentEmbed, action: string): void {
  const button = inside(element, `[data-action=${action}]`)!;
  button.focus();
  button.click();
}

describe('<consent-embed>', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`passes the accessibility audit, ${theme}`, async () => {
      await expect(await show({theme})).to.be.accessible();
      await expect(await show({theme, consent: always})).to.be.accessible();
    });
  }

  it('asks nobody for anything before it is allowed', async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelector('[src], [srcset], [href], iframe, img')).to.equal(null);
    expect(inside(element, '[part=placeholder]')!.innerText).to.include('Shown by Acme Inc. Once loaded');
  });

  it('is named by its title, for those who cannot see it', async () => {
    const element = await show();
    expect(inside(element, '[role=group]')!.getAttribute('aria-label')).to.equal('A film');
    expect(frame(await show({consent: always}))!.title).to.equal('A film');
  });

  it('loads for this once, and decides nothing', async () => {
    const element = await show();
    const asked = listen(document);
    press(element, 'once');
    expect(asked).to.eql([{action: {type: 'load-once', target: 'player'}, layer: 'embed'}]);
    expect(frame(element)!.getAttribute('src')).to.equal(SRC);
    expect(frame(element)!.allow).to.equal('fullscreen');
  });

  it('asks for its service alone to be allowed for good, and loads when it is', async () => {
    const element = await show();
    const asked = listen(document);
    press(element, 'always');
    expect(asked).to.eql([{action: {type: 'grant-service', service: 'player'}, layer: 'embed'}]);
    expect(frame(element)).to.equal(null);
    element.view = {...element.view!, consent: always};
    expect(frame(element)!.getAttribute('src')).to.equal(SRC);
  });

  it('hands the focus to what it has loaded', async () => {
    const element = await show();
    press(element, 'once');
    expect(element.shadowRoot!.activeElement).to.equal(frame(element));
  });

  it('hands the focus on also where it has waited for consent', async () => {
    const element = await show();
    press(element, 'always');
    expect(element.shadowRoot!.activeElement).to.equal(inside(element, '[data-action=always]'));
    element.view = {...element.view!, consent: always};
    expect(element.shadowRoot!.activeElement).to.equal(frame(element));
  });

  it('takes the focus from nobody who has gone on meanwhile', async () => {
    const element = await show();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);
    press(element, 'always');
    field.focus();
    element.view = {...element.view!, consent: always};
    expect(document.activeElement).to.equal(field);
  });

  it('is a placeholder again when its service is denied', async () => {
    const element = await show({consent: always});
    element.view = {...element.view!, consent: refused};
    expect(frame(element)).to.equal(null);
  });

  it('is a placeholder again when the visitor says no after a yes for once', async () => {
    const element = await show();
    press(element, 'once');
    element.view = {...element.view!, consent: refused};
    expect(frame(element)).to.equal(null);
  });

  it('goes on for this once while the visitor allows something else', async () => {
    const element = await show();
    press(element, 'once');
    const more = after(config, undecided, {type: 'grant-service', service: 'other'});
    element.view = {...element.view!, consent: more};
    expect(frame(element)!.getAttribute('src')).to.equal(SRC);
  });

  for (const [told, before] of [
    ['never asked', undecided],
    ['allowed', always],
  ] as const) {
    it(`is a placeholder again when the visitor, ${told} before, says no to it and allows something else`, async () => {
      const element = await show();
      press(element, 'once');
      element.view = {...element.view!, consent: before};
      const action = {type: 'choose', choices: {functional: false, player: false, analytical: true}} as const;
      element.view = {...element.view!, consent: after(config, before, action)};
      expect(frame(element)).to.equal(null);
    });
  }

  it('goes on for this once while only what is shown changes', async () => {
    const element = await show();
    press(element, 'once');
    element.view = {...element.view!, services: [player]};
    expect(frame(element)!.getAttribute('src')).to.equal(SRC);
  });

  it('of no service in particular is loaded once, or leads to the choices', async () => {
    const element = await show({}, html`<consent-embed category="functional" src=${SRC}></consent-embed>`);
    const asked = listen(document);
    expect(inside(element, '[data-action=always]')).to.equal(null);
    press(element, 'settings');
    press(element, 'once');
    expect(asked.map(({action}) => action)).to.eql([
      {type: 'open-preferences'},
      {type: 'load-once', target: 'functional'},
    ]);
  });

  it('in front of a gated frame never loads what the frame itself will load', async () => {
    const markup = html`<consent-embed held service="player" src=${SRC} title="A film"></consent-embed>`;
    const element = await show({consent: always}, markup);
    expect(frame(element)).to.equal(null);
    press(element, 'once');
    expect(frame(element)!.getAttribute('src')).to.equal(SRC);
  });

  it('follows another address', async () => {
    const element = await show({consent: always});
    element.setAttribute('src', `${SRC}?2`);
    expect(frame(element)!.getAttribute('src')).to.equal(`${SRC}?2`);
  });

  for (const src of ['javascript:alert(1)', 'data:text/html,x', 'blob:x', 'http://[', '']) {
    it(`loads nothing from "${src}"`, async () => {
      const element = await show({consent: always}, embed(src));
      expect(frame(element)).to.equal(null);
    });
  }

  it('shows markup in names as text', async () => {
    const element = await show({services: [{...player, name: MARKUP, provider: MARKUP}]});
    expect(inside(element, '[data-action=always]')!.innerText).to.equal(`Always load ${MARKUP}`);
    expect(element.shadowRoot!.querySelector('img, b')).to.equal(null);
  });

  it('speaks the language of the page’s interface', async () => {
    const element = await show({lang: 'nb', dir: 'rtl', texts: {...en, embedOnce: 'Last én gang'}});
    expect(element.lang).to.equal('nb');
    expect(element.dir).to.equal('rtl');
    expect(inside(element, '[data-action=once]')!.innerText).to.equal('Last én gang');
  });
});
