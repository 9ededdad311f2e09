import {expect} from '@open-wc/testing';
import {createLayerCheck} from '../../../../dist/esm/gate/lint/data-layer.js';
import {keepWarnings} from '../../fixtures/warnings.js';

const DENIED = ['consent', 'default', {ad_storage: 'denied'}];

/** As gtag() pushes it. */
function command(..._words: unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}

function complaintsAbout(...commands: unknown[][]): string[] {
  const {said, warn} = keepWarnings();
  window.dataLayer = commands.map((words) => command(...words));
  createLayerCheck(warn)();
  return said;
}

describe('createLayerCheck', () => {
  afterEach(() => Reflect.deleteProperty(window, 'dataLayer'));

  const wrong: Readonly<Record<string, unknown[][]>> = {
    'a config without a default': [
      ['js', 0],
      ['config', 'G-1'],
    ],
    'a default after a config': [['js', 0], ['config', 'G-1'], DENIED],
    'an update in the place of a default': [
      ['consent', 'update', {}],
      ['config', 'G-1'],
    ],
  };
  for (const [name, commands] of Object.entries(wrong)) {
    it(`names ${name}, and the service that has the order right`, () => {
      const [complaint, ...more] = complaintsAbout(...commands);
      expect(complaint).to.match(
        /^gtag\('config', 'G-1'\) stands in the dataLayer before any consent default/,
      );
      expect(complaint).to.include('{"use": "google-analytics"}');
      expect(more).to.eql([]);
    });
  }

  it('names an event that comes first, and the service for advertising', () => {
    expect(complaintsAbout(['event', 'purchase'], DENIED)[0]).to.match(/^gtag\('event', 'purchase'\)/);
    expect(complaintsAbout(['config', 'AW-1'])[0]).to.include('{"use": "google-ads"}');
  });

  it('says nothing of a default that comes first, of preparations, or of what is no command', () => {
    expect(complaintsAbout(['set', 'ads_data_redaction', true], ['js', 0], DENIED, ['config', 'G-1'])).to.eql(
      [],
    );
    expect(complaintsAbout(['js', 0])).to.eql([]);
    const {said, warn} = keepWarnings();
    const check = createLayerCheck(warn);
    window.dataLayer = [['config', 'G-1'], {event: 'gtm.js'}];
    check();
    Object.assign(window, {dataLayer: 'not a list'});
    check();
    expect(said).to.eql([]);
  });

  it('remembers a good beginning that Tag Manager has forgotten since', () => {
    const {said, warn} = keepWarnings();
    const check = createLayerCheck(warn);
    window.dataLayer = [command(...DENIED), command('config', 'G-1')];
    check();
    window.dataLayer.splice(0, 1);
    check();
    expect(said).to.eql([]);
  });
});
