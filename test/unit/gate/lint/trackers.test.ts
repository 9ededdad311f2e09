import {expect} from '@open-wc/testing';
import {createTrackerCheck} from '../../../../dist/esm/gate/lint/trackers.js';
import type {Service} from '../../../../dist/esm/types.js';
import {configOf, serviceOf} from '../../fixtures/configs.js';
import {addMarkup, clearPage, consentTo} from '../../fixtures/page.js';
import {keepWarnings} from '../../fixtures/warnings.js';

/** Nothing here is fetched: a script that is written as markup never is, and a hint only when it likes. */
const HOTJAR = '<script src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>';
const FBEVENTS = '<script src="https://connect.facebook.net/en_US/fbevents.js"></script>';

/** Looks at the page with these services, each time with what is granted then. */
function look(...services: Service[]) {
  const {said, warn} = keepWarnings();
  let consent = consentTo();
  const config = configOf({services});
  const check = createTrackerCheck({config: () => config, consent: () => consent, warn});
  return {
    said,
    with(...granted: string[]) {
      consent = consentTo(...granted);
      return [...check()];
    },
  };
}

describe('createTrackerCheck', () => {
  afterEach(clearPage);

  it('names a tracker’s script, the service that would load it and the markup that gates it', () => {
    addMarkup(HOTJAR);
    const page = look();
    expect(page.with()).to.eql(['static.hotjar.com']);
    expect(page.said).to.eql([
      'a <script> of Hotjar is not gated, so the browser has already fetched static.hotjar.com/c/hotjar-1.js; ' +
        'take it out, list {"use": "hotjar"} in services; or gate it: ' +
        '<script type="text/plain" data-category="analytical" src="…">',
    ]);
  });

  it('says so if the service is in the options already', () => {
    addMarkup(HOTJAR);
    const page = look(serviceOf('hotjar'));
    page.with();
    expect(page.said[0]).to.include('take it out, hotjar is in services already');
  });

  it('names the module of a service that JSON cannot hold, or the markup', () => {
    addMarkup('<script src="https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"></script>');
    const page = look();
    page.with();
    expect(page.said[0]).to.include(
      "take it out, import {mixpanel} from 'consent-gate/services/mixpanel' for services; or gate it: <script",
    );
  });

  for (const rel of ['preconnect', 'dns-prefetch', 'preload', 'stylesheet']) {
    it(`names <link rel="${rel}">`, () => {
      addMarkup(`<link rel="${rel}" as="script" media="not all" href="https://static.hotjar.com">`);
      const page = look();
      page.with();
      expect(page.said[0]).to.match(
        /^a <link> of Hotjar is not gated, so the browser has already contacted static\.hotjar\.com; .* <link data-category="analytical" data-href="…">$/,
      );
    });
  }

  const innocent: Readonly<Record<string, string>> = {
    'gated markup':
      '<script type="text/plain" data-category="analytical" src="https://static.hotjar.com/a.js"></script>',
    'a script that is none': '<script type="text/plain" src="https://static.hotjar.com/a.js"></script>',
    'a link that fetches nothing': '<link rel="me" href="https://analytics.twitter.com/us">',
    'what is necessary': '<script src="https://js.stripe.com/v3/"></script>',
    'a file of nobody we know': '<script src="https://cdn.example.com/app.js"></script>',
  };
  for (const [name, markup] of Object.entries(innocent)) {
    it(`says nothing of ${name}`, () => {
      addMarkup(markup);
      const page = look();
      expect(page.with()).to.eql([]);
      expect(page.said).to.eql([]);
    });
  }

  const allowed: Readonly<Record<string, [Service[], string[]]>> = {
    'its category is granted': [[], ['advertising']],
    'its service is granted': [[serviceOf('meta-pixel', 'advertising')], ['meta-pixel']],
    'a granted service brings it along': [
      [serviceOf('pack', 'advertising', {loads: ['meta-pixel']})],
      ['pack'],
    ],
    'a granted service declares the host': [
      [serviceOf('pack', 'advertising', {hosts: ['connect.facebook.net']})],
      ['pack'],
    ],
    'its service loads while denied': [[serviceOf('meta-pixel', 'advertising', {mode: 'signal'})], []],
    'its service is necessary here': [[serviceOf('meta-pixel', 'necessary')], []],
  };
  for (const [name, [services, granted]] of Object.entries(allowed)) {
    it(`says nothing where ${name}, nor after it was withdrawn`, () => {
      addMarkup(FBEVENTS);
      const page = look(...services);
      page.with(...granted);
      page.with();
      expect(page.said).to.eql([]);
    });
  }

  it('judges an element again that is given another address', () => {
    const script = addMarkup(HOTJAR).querySelector('script')!;
    const page = look();
    page.with('analytical');
    script.setAttribute('src', 'https://connect.facebook.net/en_US/fbevents.js');
    page.with('analytical');
    expect(page.said.length).to.equal(1);
    expect(page.said[0]).to.include('a <script> of Meta Pixel');
  });
});
