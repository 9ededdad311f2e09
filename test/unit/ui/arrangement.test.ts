import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {ConsentOptions} from '../../../dist/esm/types.js';
import {arrange} from '../../../dist/esm/ui/arrangement.js';
import {ConsentBanner} from '../../../dist/esm/ui/banner.js';
import {layouts} from '../../../dist/esm/ui/layouts.js';
import {configOf} from '../fixtures/configs.js';
import {bannerView, listen} from '../fixtures/views.js';

customElements.define('consent-banner', ConsentBanner);

async function show(options: Partial<ConsentOptions>): Promise<ConsentBanner> {
  const banner = await fixture<ConsentBanner>(html`<consent-banner></consent-banner>`);
  const config = configOf(options);
  banner.view = bannerView({layout: config.layout});
  arrange(banner, config);
  return banner;
}

const button = (banner: ConsentBanner, action: string) =>
  banner.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`)!;
const sizeOf = (element: Element) => {
  const {width, height} = element.getBoundingClientRect();
  return [width, height].map(Math.round);
};
const NAMES = Object.keys(layouts) as (keyof typeof layouts)[];

describe('arrange', () => {
  for (const layout of NAMES) {
    it(`passes the accessibility audit as a ${layout}`, async () => {
      await expect(await show({layout})).to.be.accessible();
    });

    it(`gives accept and reject the same style and size as a ${layout}`, async () => {
      const banner = await show({layout});
      const [accept, reject] = [button(banner, 'accept'), button(banner, 'reject')];
      expect(sizeOf(accept)).to.eql(sizeOf(reject));
      for (const name of ['color', 'background-color', 'border', 'font'])
        expect(getComputedStyle(accept).getPropertyValue(name)).to.equal(
          getComputedStyle(reject).getPropertyValue(name),
        );
    });
  }

  it('leaves the focus where it is, whatever the layout but a wall', async () => {
    for (const layout of NAMES.filter((name) => name !== 'wall')) {
      const banner = await show({layout});
      expect(banner.contains(document.activeElement)).to.equal(false);
      expect(document.querySelector('dialog[open]')).to.equal(null);
    }
  });

  it('keeps the banner back on a path where nobody is asked, and shows it where the path changes', async () => {
    const home = location.href;
    const banner = await show({hideOn: [location.pathname]});
    expect(getComputedStyle(banner).display).to.equal('none');
    history.pushState(null, '', '/elsewhere');
    document.body.append(document.createElement('p'));
    await waitUntil(() => getComputedStyle(banner).display !== 'none');
    history.replaceState(null, '', home);
    document.querySelector('body > p')!.remove();
    await waitUntil(() => getComputedStyle(banner).display === 'none');
  });
});

describe('a wall', () => {
  const wall = () => document.querySelector<HTMLDialogElement>('dialog:has(> consent-banner)')!;

  it('is a modal dialog with the name of the question, and the focus on its heading', async () => {
    const banner = await show({layout: 'wall'});
    expect(wall().matches(':modal')).to.equal(true);
    expect(wall().getAttribute('aria-label')).to.equal(banner.view!.texts.title);
    expect(document.activeElement).to.equal(banner.querySelector('h2'));
  });

  it('says visibly what closing means, and which key does it', async () => {
    const close = button(await show({layout: 'wall'}), 'close');
    expect(getComputedStyle(close, '::after').content).to.match(/Close and reject|attr\(aria-label\)/);
    expect(close.getAttribute('aria-keyshortcuts')).to.equal('Escape');
  });

  it('takes a request to close for a no', async () => {
    const banner = await show({layout: 'wall'});
    const asked = listen(banner);
    wall().dispatchEvent(new Event('cancel'));
    expect(asked).to.eql([{action: {type: 'dismiss'}, layer: 'banner'}]);
  });

  it('gives the page back with the answer, and takes it again to ask again', async () => {
    const banner = await show({layout: 'wall'});
    const isLocked = () => getComputedStyle(document.documentElement).overflow === 'hidden';
    expect(isLocked()).to.equal(true);
    banner.hidden = true;
    await waitUntil(() => !wall().open);
    expect(isLocked()).to.equal(false);
    banner.hidden = false;
    await waitUntil(() => wall().open);
    expect(isLocked()).to.equal(true);
  });

  it('falls with whatever takes the question away', async () => {
    const banner = await show({layout: 'wall'});
    const dialog = wall();
    banner.remove();
    await waitUntil(() => !dialog.open);
    expect(getComputedStyle(document.documentElement).overflow).not.to.equal('hidden');
  });

  it('stands before no page that has the policy', async () => {
    await show({layout: 'wall', policy: {url: location.href}});
    expect(wall().open).to.equal(false);
  });
});
