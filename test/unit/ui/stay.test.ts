import {expect, waitUntil} from '@open-wc/testing';
import {stay} from '../../../dist/esm/ui/stay.js';

const reserved = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd);

function put(element: HTMLElement): HTMLElement {
  element.style.cssText = 'position: fixed; inset: auto 0 0; block-size: 80px; display: block';
  document.body.prepend(element);
  return element;
}

describe('stay', () => {
  it('lets the end of the page be scrolled clear of the banner', async () => {
    const banner = put(document.createElement('consent-banner'));
    stay(banner);
    await waitUntil(() => reserved() === 80);
    banner.remove();
    await waitUntil(() => reserved() === 0);
  });

  it('keeps no room for a wall', async () => {
    const wall = document.createElement('dialog');
    wall.append(put(document.createElement('consent-banner')));
    const before = document.adoptedStyleSheets.length;
    document.body.append(wall);
    stay(wall.querySelector('consent-banner')!);
    expect(document.adoptedStyleSheets.length).to.equal(before);
    wall.remove();
  });

  it('comes too late for a body that was exchanged, and brings the banner all the same', () => {
    const banner = put(document.createElement('consent-banner'));
    document.createElement('body').append(banner);
    stay(banner);
    expect(document.body.firstElementChild).to.equal(banner);
    banner.remove();
    stay(banner);
    expect(banner.isConnected).to.equal(false);
  });

  it('leaves a banner alone that another place of the page has taken in', async () => {
    const banner = put(document.createElement('consent-banner'));
    let returns = 0;
    stay(banner, () => (returns += 1));
    const section = document.createElement('section');
    section.append(document.createElement('p'), banner);
    document.body.append(section);
    // Observers hear of it first.
    await Promise.resolve();
    expect([banner.parentElement, returns]).to.eql([section, 0]);
    section.remove();
    await waitUntil(() => returns === 1);
    expect(document.body.firstElementChild).to.equal(banner);
    banner.remove();
    expect(returns).to.equal(1);
  });
});
