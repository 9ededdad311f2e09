import {expect, fixture, html} from '@open-wc/testing';
import {standIn} from '../../../dist/esm/ui/frames.js';

const held = () =>
  fixture<HTMLElement>(
    html`<div>
      <iframe
        title="A film"
        width="400"
        height="200"
        data-category="functional"
        data-service="player"
        data-src="/film"
      ></iframe>
    </div>`,
  );
const frameIn = (place: HTMLElement) => place.querySelector('iframe')!;
const placeholderIn = (place: HTMLElement) => place.querySelector<HTMLElement>('consent-embed');

describe('standIn', () => {
  it('puts a placeholder in front of a frame that is held, and hides the frame', async () => {
    const place = await held();
    standIn();
    expect(placeholderIn(place)!.getAttributeNames()).to.include.members([
      'title',
      'src',
      'service',
      'category',
    ]);
    expect(placeholderIn(place)!.nextElementSibling).to.equal(frameIn(place));
    expect(frameIn(place).offsetHeight).to.equal(0);
  });

  it('takes as much room as the frame would', async () => {
    const place = await held();
    const {width, height} = frameIn(place).getBoundingClientRect();
    standIn();
    expect(placeholderIn(place)!.style.inlineSize).to.equal(`${width}px`);
    expect(placeholderIn(place)!.style.minBlockSize).to.equal(`${height}px`);
  });

  it('puts one there, however often it looks', async () => {
    const place = await held();
    standIn();
    standIn();
    expect(place.querySelectorAll('consent-embed').length).to.equal(1);
  });

  it('gives the place back when the frame is released', async () => {
    const place = await held();
    standIn();
    frameIn(place).src = 'about:blank';
    standIn();
    expect(placeholderIn(place)).to.equal(null);
    expect(frameIn(place).offsetHeight).to.be.above(0);
  });

  it('hands the focus to the frame whose placeholder had it', async () => {
    const place = await held();
    standIn();
    placeholderIn(place)!.tabIndex = 0;
    placeholderIn(place)!.focus();
    frameIn(place).src = 'about:blank';
    standIn();
    expect(document.activeElement).to.equal(frameIn(place));
  });

  it('stands for the frame that takes the place of a withdrawn one', async () => {
    const place = await held();
    standIn();
    frameIn(place).src = 'about:blank';
    standIn();
    frameIn(place).removeAttribute('src');
    frameIn(place).replaceWith(frameIn(place).cloneNode(true));
    standIn();
    expect(placeholderIn(place)!.nextElementSibling).to.equal(frameIn(place));
  });

  it('goes when a framework takes the frame out of the page', async () => {
    const place = await held();
    standIn();
    frameIn(place).remove();
    standIn();
    expect(placeholderIn(place)).to.equal(null);
  });

  it('comes back when a framework takes the placeholder out of the page', async () => {
    const place = await held();
    standIn();
    placeholderIn(place)!.remove();
    standIn();
    standIn();
    expect(placeholderIn(place)!.nextElementSibling).to.equal(frameIn(place));
  });
});
