import {expect} from '@open-wc/testing';
import {checkNoscript} from '../../../../dist/esm/gate/lint/noscript.js';
import {addMarkup, clearPage} from '../../fixtures/page.js';
import {keepWarnings} from '../../fixtures/warnings.js';

function complaints(): string[] {
  const {said, warn} = keepWarnings();
  checkNoscript(warn);
  return said;
}

describe('checkNoscript', () => {
  afterEach(clearPage);

  const pixels: Readonly<Record<string, string>> = {
    '<img alt="" src="https://www.facebook.com/tr?id=1&amp;ev=PageView&amp;noscript=1">':
      'www.facebook.com/tr of Meta Pixel',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe>':
      'www.googletagmanager.com/ns.html of Google Tag Manager',
    '<p><img alt="" src="//stats.example.com/matomo.php?idsite=1&amp;rec=1"></p>':
      'stats.example.com/matomo.php of Matomo',
  };
  for (const [markup, named] of Object.entries(pixels)) {
    it(`has it removed: ${named}`, () => {
      addMarkup(`<noscript>${markup}</noscript>`);
      const [complaint, ...more] = complaints();
      expect(complaint).to.include(`a <noscript> has ${named} fetched`).and.include('remove it');
      expect(more).to.eql([]);
    });
  }

  it('sees children that a script has put there too', () => {
    const noscript = document.createElement('noscript');
    const image = document.createElement('img');
    image.loading = 'lazy';
    image.setAttribute('src', 'https://px.ads.linkedin.com/collect/?pid=1');
    noscript.append(image);
    addMarkup('').append(noscript);
    expect(complaints().length).to.equal(1);
  });

  it('says nothing of a text for people, or of an image of the site itself', () => {
    addMarkup('<noscript>See https://example.com/help <img alt="" src="/logo.svg"></noscript>');
    expect(complaints()).to.eql([]);
  });
});
