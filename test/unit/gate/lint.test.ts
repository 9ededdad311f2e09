import {expect, waitUntil} from '@open-wc/testing';
import {lint} from '../../../dist/esm/gate/lint.js';
import {configOf, serviceOf} from '../fixtures/configs.js';
import {addMarkup, clearPage, consentTo} from '../fixtures/page.js';

const config = configOf({services: [serviceOf('acme', 'analytical', {storage: [{name: 'lint_known*'}]})]});

describe('lint', () => {
  const {warn} = console;
  const said: string[] = [];
  before(() => {
    console.warn = (text: string) => said.push(text);
    lint({config: () => config, consent: () => consentTo()});
  });
  after(() => (console.warn = warn));
  afterEach(clearPage);

  const mistakes: Readonly<Record<string, string>> = {
    '<script type="text/plain" data-category="marketing"></script>':
      'data-category="marketing" on a <script> is no category',
    '<script type="text/plain" data-category="analytical" data-service="acmee"></script>':
      'data-service="acmee" is not in services',
    '<script type="text/javascript" data-category="analytical"></script>':
      'a <script data-category="analytical"> without type="text/plain" has already run',
    '<iframe title="x" data-category="functional" src="about:blank"></iframe>':
      'a gated <iframe> has src, so the browser has already fetched it',
    '<img alt="" data-category="functional" src="data:,">':
      'a gated <img> has src, so the browser has already fetched it',
    '<link data-category="functional" href="data:,">': 'a gated <link> has href',
  };
  for (const [markup, message] of Object.entries(mistakes)) {
    it(`says once: ${message}`, async () => {
      addMarkup(markup);
      addMarkup(markup);
      await waitUntil(() => said.some((text) => text.includes(message)), message);
      expect(
        said.filter((text) => text.startsWith('[consent-gate] ') && text.includes(message)).length,
      ).to.equal(1);
    });
  }

  it('says nothing of markup that is right, and names only the cookie that no service declares', async () => {
    const before = said.length;
    document.cookie = 'lint_unknown=1;path=/';
    document.cookie = 'lint_known_1=1;path=/';
    addMarkup(
      '<script type="text/plain" data-category="analytical" data-service="acme"></script>' +
        '<iframe title="x" data-category="functional" data-src="about:blank"></iframe>' +
        '<consent-embed data-category="functional"></consent-embed>',
    );
    await waitUntil(() => said.length > before);
    document.cookie = 'lint_unknown=;path=/;max-age=0';
    document.cookie = 'lint_known_1=;path=/;max-age=0';
    expect(said.slice(before)).to.eql([
      '[consent-gate] the cookie "lint_unknown" belongs to no service; declare it in a service\'s storage, so that it is shown and swept',
    ]);
  });
});
