import {expect, waitUntil} from '@open-wc/testing';
import {stay} from '../../../dist/esm/ui/stay.js';

const reserved = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd) || 0;

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

  it('lets the page put the banner elsewhere, and brings it back when that place goes', async () => {
    const banner = put(document.createElement('consent-banner'));
    let returns = 0;
    const changes = new MutationObserver(stay(banner, () => (returns += 1)));
    changes.observe(document, {childList: true, subtree: true});
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
    await Promise.resolve();
    expect([banner.isConnected, returns]).to.eql([false, 1]);
    changes.disconnect();
  });
});
