import {expect, waitUntil} from '@open-wc/testing';
import {reserveSpace} from '../../../dist/esm/ui/reserve.js';
import {reserveAbove, stepAside} from '../../../dist/esm/ui/top.js';

function put(style: string, tag = 'consent-banner'): HTMLElement {
  const element = document.createElement(tag);
  element.style.cssText = `position: fixed; left: 0; width: 100px; ${style}`;
  document.body.append(element);
  return element;
}

const edge = (side: 'Start' | 'End') =>
  parseFloat(getComputedStyle(document.documentElement)[`scrollPaddingBlock${side}`]) || 0;

/** What many pages say because of a header of their own. */
function ownPadding(): HTMLElement {
  const style = document.createElement('style');
  style.textContent = 'html {scroll-padding: 80px 0 30px}';
  document.head.append(style);
  return style;
}

describe('reserveSpace', () => {
  it('keeps room for the tallest of what covers the end of the page, as long as it does', async () => {
    const [low, tall] = [put('bottom: 5px; height: 40px', 'consent-button'), put('bottom: 0; height: 90px')];
    reserveSpace(tall);
    reserveSpace(low);
    await waitUntil(() => edge('End') === 90);
    tall.remove();
    await waitUntil(() => edge('End') === 45);
    low.remove();
    await waitUntil(() => edge('End') === 0);
  });

  it('keeps none for what lies at the top', async () => {
    const [top, bottom] = [put('top: 0; height: 90px'), put('bottom: 0; height: 20px', 'consent-button')];
    reserveSpace(top);
    reserveSpace(bottom);
    await waitUntil(() => edge('End') === 20);
    top.remove();
    bottom.remove();
    await waitUntil(() => edge('End') === 0);
  });
});

describe('reserveSpace and reserveAbove', () => {
  it('give the page its own room back when nothing covers it', async () => {
    const style = ownPadding();
    const [bar, banner] = [put('top: 0; height: 95px'), put('bottom: 0; height: 40px')];
    reserveAbove(bar);
    reserveSpace(banner);
    await waitUntil(() => edge('Start') === 95 && edge('End') === 40);
    bar.style.height = '50px';
    await waitUntil(() => edge('Start') === 80);
    [bar, banner].forEach((element) => element.remove());
    await waitUntil(() => edge('End') === 30);
    expect(edge('Start')).to.equal(80);
    style.remove();
  });
});

describe('reserveAbove', () => {
  it('moves the page down by the height of the bar', async () => {
    const bar = put('top: 0; height: 70px');
    reserveAbove(bar);
    await waitUntil(() => edge('Start') === 70);
    expect(document.body.getBoundingClientRect().top).to.be.at.least(70);
    bar.remove();
    await waitUntil(() => edge('Start') === 0);
  });
});

describe('stepAside', () => {
  it('moves a box away from what has the focus, and leaves it alone otherwise', async () => {
    const box = put('top: 0; height: 50px');
    stepAside(box);
    const [far, near] = ['top: 200px', 'top: 20px'].map((place) => {
      const link = put(place);
      link.tabIndex = 0;
      return link;
    }) as [HTMLElement, HTMLElement];
    far.focus();
    expect(box.hasAttribute('aside')).to.equal(false);
    near.focus();
    expect(box.hasAttribute('aside')).to.equal(true);
    [box, far, near].forEach((element) => element.remove());
  });
});
