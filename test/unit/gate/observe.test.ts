import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {observe} from '../../../dist/esm/gate/observe.js';
import {addMarkup, clearPage} from '../fixtures/page.js';

describe('observe', () => {
  afterEach(clearPage);

  it('tells of what was added, once for what was added together', async () => {
    let told = 0;
    const stop = observe(() => (told += 1));
    addMarkup('<p></p><p></p>');
    addMarkup('<p></p>');
    await waitUntil(() => told > 0);
    expect(told).to.equal(1);
    stop();
  });

  it('tells of nothing where something was only taken away, and nothing after it was stopped', async () => {
    const place = addMarkup('<p></p>');
    let told = 0;
    const stop = observe(() => (told += 1));
    place.remove();
    const channel = new MessageChannel();
    const turn = oneEvent(channel.port1, 'message');
    channel.port1.start();
    channel.port2.postMessage(0);
    await turn;
    stop();
    addMarkup('<p></p>');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(told).to.equal(0);
  });
});
