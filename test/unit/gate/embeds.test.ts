import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {releaseEmbeds} from '../../../dist/esm/gate/embeds.js';
import {TestPage, addMarkup, clearPage} from '../fixtures/page.js';

const FOLDER = '/test/unit/fixtures';
const gated = (tag: string, attributes: string) => `<${tag} data-category="functional" ${attributes}>`;
const FRAME = `${gated('iframe', `title="Film" data-src="${FOLDER}/framed.html" class="film"`)}</iframe>`;

const grant = () => releaseEmbeds(({dataset}) => dataset['category'] === 'functional');
const withdraw = () => releaseEmbeds(() => false);
const nextMessage = () =>
  new Promise((resolve) => addEventListener('message', ({data}) => resolve(data), {once: true}));
const find = <T extends Element>(selector: string) => document.querySelector<T>(`[data-test] ${selector}`)!;

describe('releaseEmbeds', () => {
  afterEach(clearPage);

  it('leaves everything without an address before a grant', () => {
    addMarkup(
      FRAME + gated('img', `alt="" data-src="${FOLDER}/pixel.svg"`) + gated('link', 'data-href="x.css"'),
    );
    withdraw();
    expect(find('iframe').hasAttribute('src')).to.equal(false);
    expect(find('img').hasAttribute('src')).to.equal(false);
    expect(find('link').hasAttribute('href')).to.equal(false);
  });

  it('gives a frame its address on a grant, and keeps its attributes', async () => {
    addMarkup(FRAME);
    const loaded = nextMessage();
    grant();
    expect(await loaded).to.equal('loaded');
    expect(find<HTMLIFrameElement>('iframe')).to.include({title: 'Film', className: 'film'});
  });

  it('really ends a frame on withdrawal: it hears and says nothing any more', async () => {
    addMarkup(FRAME);
    const loaded = nextMessage();
    grant();
    await loaded;
    const frame = find<HTMLIFrameElement>('iframe');
    const heard: unknown[] = [];
    window.addEventListener('message', ({data}) => heard.push(data));
    const [channel, witness] = [new BroadcastChannel('framed'), new BroadcastChannel('framed')];
    channel.postMessage('are you there?');
    await waitUntil(() => heard.length === 1);

    withdraw();
    expect(frame.isConnected).to.equal(false);
    expect(frame.contentWindow).to.equal(null);
    const witnessed = oneEvent(witness, 'message');
    channel.postMessage('are you still there?');
    await witnessed;
    window.postMessage('the last word', '*');
    await waitUntil(() => heard.includes('the last word'));
    expect(heard).to.eql(['still here', 'the last word']);
    [channel, witness].forEach((each) => each.close());
  });

  it('leaves a frame in its place on withdrawal, ready for the next grant', async () => {
    const place = addMarkup(`<p></p>${FRAME}<p></p>`);
    const before = place.innerHTML;
    grant();
    withdraw();
    expect(place.innerHTML).to.equal(before);
    const loaded = nextMessage();
    grant();
    expect(await loaded).to.equal('loaded');
  });

  it('gives an image its address and its candidates, and takes them away', async () => {
    addMarkup(gated('img', `alt="" data-src="${FOLDER}/pixel.svg" data-srcset="${FOLDER}/pixel.svg 2x"`));
    const image = find<HTMLImageElement>('img');
    const loaded = oneEvent(image, 'load');
    grant();
    await loaded;
    expect(image.getAttribute('src')).to.equal(`${FOLDER}/pixel.svg`);
    expect(image.getAttribute('srcset')).to.equal(`${FOLDER}/pixel.svg 2x`);
    withdraw();
    expect(image.hasAttribute('src') || image.hasAttribute('srcset')).to.equal(false);
  });

  it('gives a style sheet its address, and takes its rules away', async () => {
    addMarkup(gated('link', `rel="stylesheet" data-href="${FOLDER}/embed.css"`));
    const rule = () => getComputedStyle(document.documentElement).getPropertyValue('--embed-loaded').trim();
    const loaded = oneEvent(find('link'), 'load');
    grant();
    await loaded;
    expect(rule()).to.equal('yes');
    withdraw();
    expect(rule()).to.equal('');
  });

  it('loads a frame once when granted twice', () => {
    addMarkup(FRAME);
    grant();
    const frame = find('iframe');
    frame.setAttribute('src', 'about:blank#changed-by-the-page');
    grant();
    expect(find('iframe')).to.equal(frame);
    expect(frame.getAttribute('src')).to.equal('about:blank#changed-by-the-page');
  });

  it('leaves alone what the page does not gate', () => {
    addMarkup('<img alt="" data-src="/lazy.svg"><iframe title="x" src="about:blank"></iframe>');
    grant();
    withdraw();
    expect(find('img').hasAttribute('src')).to.equal(false);
    expect(find('iframe').getAttribute('src')).to.equal('about:blank');
  });

  it('leaves a withdrawn embed withdrawn when the page gives it its address back', () => {
    addMarkup(FRAME);
    grant();
    withdraw();
    find('iframe').setAttribute('src', 'about:blank');
    withdraw();
    expect(find('iframe').hasAttribute('src')).to.equal(false);
  });
});

describe('embeds added to the page later', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage()));
  afterEach(() => {
    page.leave();
    clearPage();
  });

  it('get their address when they are granted already', async () => {
    page.grant('functional');
    addMarkup(FRAME);
    await waitUntil(() => find('iframe').hasAttribute('src'));
    expect(find('iframe').getAttribute('src')).to.equal(`${FOLDER}/framed.html`);
  });

  it('get it by their service alone, where that is granted', () => {
    addMarkup(
      gated('img', 'alt="" data-service="maps" data-src="about:blank#maps"') +
        gated('img', 'alt="" data-service="films" data-src="about:blank#films"'),
    );
    page.grant('maps');
    expect(find('[data-service=maps]').getAttribute('src')).to.equal('about:blank#maps');
    expect(find('[data-service=films]').hasAttribute('src')).to.equal(false);
  });
});
