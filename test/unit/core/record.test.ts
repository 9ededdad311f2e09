import {expect} from '@open-wc/testing';
import {hasGrant, isGranted, restore, undecided} from '../../../dist/esm/core/consent.js';
import {decode, encode, serviceKeys} from '../../../dist/esm/core/record.js';
import type {Action, Service} from '../../../dist/esm/types.js';
import {DAY, ID, NOW, QUIET, after, blank, configOf, nextPage, serviceOf} from '../fixtures/configs.js';

const config = configOf({services: [serviceOf('acme'), serviceOf('pixel', 'advertising')]});
const recordOf = (...actions: Action[]) => encode(config, after(config, blank(config), ...actions));
const read = (text: string | undefined, now = NOW) => decode(config, text, now);

const GRANTED = recordOf({type: 'grant-all'});
const TODAY = 20779;
/** A record by its fields, so that one of them can be wrong. */
const written = (
  fields: Partial<Record<'version' | 'decided' | 'expires' | 'granted' | 'id' | 'signals', unknown>>,
) => {
  const {
    version = 1,
    decided = TODAY,
    expires = TODAY + 182,
    granted = 'analytical',
    signals = '',
    id = ID,
  } = fields;
  return `${version}.${decided}.${expires}.${granted}.advertising.${signals}.${id}.`;
};

describe('a record', () => {
  const decisions: Readonly<Record<string, readonly Action[]>> = {
    'a grant of everything': [{type: 'grant-all'}],
    'a refusal': [{type: 'deny-all'}],
    'a closed banner': [{type: 'dismiss'}],
    'one category': [{type: 'choose', choices: {analytical: true}}],
    'one category without one of its services': [{type: 'choose', choices: {analytical: true, acme: false}}],
    'one service without its category': [{type: 'choose', choices: {acme: true}}],
    'one embed, and nothing else decided': [{type: 'grant-service', service: 'acme'}],
    'a withdrawal': [{type: 'grant-all'}, {type: 'withdraw'}],
  };
  for (const [name, actions] of Object.entries(decisions)) {
    it(`brings ${name} to the next page as it was`, () => {
      const consent = after(config, blank(config), ...actions);
      const {services, ...rest} = nextPage(consent, [config, config]);
      const {services: before, ...expected} = consent;
      expect(rest).to.eql(expected);
      expect(services).to.eql(before);
    });
  }

  for (const [signals, letters] of [
    [{gpc: true, dnt: '1'}, 'gd'],
    [{gpc: true, dnt: '0'}, 'g'],
    [{gpc: false, dnt: '1'}, 'd'],
    [{gpc: null, dnt: null}, ''],
  ] as const) {
    it(`remembers that the signals "${letters}" were on`, () => {
      const text = encode(config, after(config, blank(config, signals), {type: 'grant-all'}));
      expect(text.split('.')[5]).to.equal(letters);
      expect(read(text)!.signals).to.eql({gpc: letters.includes('g'), dnt: letters.includes('d')});
    });
  }

  it('reads as it is documented', () => {
    const plain = configOf();
    const text = encode(plain, after(plain, blank(plain), {type: 'choose', choices: {functional: true}}));
    expect(text).to.equal(`1.20779.20961.functional.analytical~advertising..${ID}.`);
  });

  it('holds no identifier after a refusal', () => {
    expect(recordOf({type: 'deny-all'})).not.to.match(/[\da-f-]{36}/);
  });

  it('is the same, byte for byte, for two visitors who refuse on the same day', () => {
    const morning = after(config, blank(config), {type: 'deny-all'});
    const evening = after(config, blank(config), {type: 'grant-all'}, {type: 'withdraw'});
    expect(encode(config, morning)).to.equal(encode(config, evening));
  });

  it('needs no character that a cookie cannot hold', () => {
    expect(GRANTED).to.match(/^[\w.~-]+$/);
  });

  it('holds choices over a thousand services within the 4,096 bytes of a cookie', () => {
    // Ids that count up have hashes that lie close together, and would make it short.
    const random = randomFrom(1000);
    const many = configOf({
      services: Array.from({length: 1000}, (_, n) =>
        serviceOf(
          `service-${random().toString(36).slice(2)}`,
          ['functional', 'analytical', 'advertising'][n % 3],
        ),
      ),
    });
    const choices = Object.fromEntries(many.services.map(({id}, n) => [id, n % 7 < 3]));
    const consent = after(many, blank(many), {type: 'choose', choices: {functional: true, ...choices}});
    const text = encode(many, consent);
    const cookie = `__Secure-consent-gate=${text}; path=/; expires=Sun, 23 May 2027 00:00:00 GMT; domain=a.b.example.co.uk; secure; samesite=lax`;
    expect(cookie.length).to.be.below(4096);
    const restored = nextPage(consent, [many, many]);
    expect(restored.categories).to.eql(consent.categories);
    expect(restored.services).to.eql(consent.services);
    expect(Object.keys(consent.services).length).to.be.above(400);
    for (const {id, category} of many.services) {
      expect(isGranted(restored, category!, id), id).to.equal(choices[id]);
    }
  });

  it('asks about a service and about everyone it passes data on to', () => {
    expect(serviceKeys(serviceOf('acme', 'analytical', {recipients: ['Zeta AS', 'Beta AB']}))).to.eql([
      'acme',
      'acme>Zeta AS',
      'acme>Beta AB',
    ]);
  });

  it('tells two services with similar names apart', () => {
    const services: Service[] = ['a', 'b', 'aa', 'ab', 'ba', 'gtag', 'multiplegtag'].map((id) =>
      serviceOf(id),
    );
    const similar = configOf({services});
    const consent = after(similar, blank(similar), {type: 'choose', choices: {gtag: true, ab: true}});
    expect(nextPage(consent, [similar, similar]).services).to.eql({gtag: 'granted', ab: 'granted'});
  });
});

describe('a record that cannot be believed', () => {
  it('is told from one that can', () => {
    expect(read(written({}))).to.deep.include({id: ID, decidedAt: TODAY * DAY});
    expect(read(GRANTED)).to.deep.include({id: ID});
  });

  const unbelievable: Readonly<Record<string, string | undefined>> = {
    absent: undefined,
    empty: '',
    'somebody else’s': 'true',
    JSON: '{"analytical":true}',
    'of another version': written({version: 2}),
    'of no version': written({version: ''}),
    'without a day': written({decided: ''}),
    'with a day that is no number': written({decided: 'today'}),
    'with a day that is negative': written({decided: -1234}),
    'from the day after tomorrow': written({decided: TODAY + 2, expires: TODAY + 184}),
    'expired today': written({decided: TODAY - 182, expires: TODAY}),
    'expired long ago': written({decided: TODAY - 400, expires: TODAY - 218}),
    'lengthened to 401 days': written({expires: TODAY + 401}),
    'lengthened to 99 years': written({expires: 57000}),
    'that ends before it begins': written({decided: TODAY + 1, expires: TODAY}),
    'that grants without an id': written({id: ''}),
    'with half an id': written({id: ID.slice(0, 20)}),
    'with an id that is markup': written({id: '<img src=x onerror=alert(1)>xxxxxxxxx'}),
    'with a category that is markup': written({granted: '<b>'}),
    'with an unknown signal': written({signals: 'x'}),
    'with capital letters for a category': written({granted: 'Analytical'}),
    'with a field too many': `${GRANTED}.x`,
    'with a line break': `${GRANTED}\n`,
    'with a space before it': ` ${GRANTED}`,
    'encoded twice': encodeURIComponent(written({}).replaceAll('.', ' ')),
    'of 4,097 characters': GRANTED.padEnd(4097, 'A'),
    'of a million characters': GRANTED.padEnd(1_000_000, 'A'),
    'of a million digits': '1'.repeat(1_000_000),
  };
  for (const [name, text] of Object.entries(unbelievable)) {
    it(`${name}: the visitor is undecided`, () => {
      expect(read(text)).to.equal(null);
      expect(hasGrant(restore(config, read(text), QUIET))).to.equal(false);
    });
  }

  it('because it grants a service without an id: the visitor is undecided', () => {
    const consent = after(config, blank(config), {type: 'choose', choices: {acme: true}});
    expect(read(encode(config, {...consent, id: null}))).to.equal(null);
  });

  it('grants no more than was granted, wherever it is cut off', () => {
    for (let length = 0; length < GRANTED.length; length += 1) {
      const consent = restore(config, read(GRANTED.slice(0, length)), QUIET);
      expect(isGranted(consent, 'analytical', 'acme') && isGranted(consent, 'advertising', 'pixel')).to.equal(
        false,
      );
    }
  });

  it('never throws and never grants, out of ten thousand random texts', () => {
    const random = randomFrom(20261122);
    const pick = (characters: string) => characters[Math.floor(random() * characters.length)]!;
    const text = (characters: string, length: number) =>
      Array.from({length: Math.floor(random() * length)}, () => pick(characters)).join('');
    const anything = () => text('01.~abcdefgzAZ-%\u0000\u00e6\ud83c{}"\\', 200);
    const likely = () =>
      [
        1,
        TODAY - Math.floor(random() * 300),
        TODAY + Math.floor(random() * 300),
        text('analytical~', 20),
        text('advertising~', 20),
        text('gd', 4),
        text('0123456789abcdef-', 36),
        text('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 4000),
      ].join('.');
    const texts = Array.from({length: 5000}, () => [anything(), likely()]).flat();
    const consents = texts.map((one) => restore(config, read(one), QUIET));
    expect(consents.length).to.equal(10_000);
    expect(consents.filter(hasGrant).length).to.equal(0);
  });
});

describe('a record that a tool wrote for the visitor', () => {
  it('refuses everything with the value 0', () => {
    const consent = restore(config, read('0'), QUIET);
    expect(consent.categories).to.eql({
      necessary: 'granted',
      functional: 'denied',
      analytical: 'denied',
      advertising: 'denied',
    });
    expect(undecided(config, consent)).to.eql([]);
    expect(consent.id).to.equal(null);
  });

  it('cannot grant with the value 1', () => {
    expect(read('1')).to.equal(null);
  });
});

describe('a record of a site that has changed', () => {
  it('gives a category that is no longer there to nobody', () => {
    const now = configOf({categories: ['analytical']});
    const consent = nextPage(after(config, blank(config), {type: 'grant-all'}), [config, now]);
    expect(consent.categories).to.eql({necessary: 'granted', analytical: 'granted'});
  });

  it('takes no category by a name that every object has', () => {
    const text = GRANTED.replace('functional~', 'constructor~tostring~');
    const consent = restore(config, read(text), QUIET);
    expect(Object.keys(consent.categories)).to.have.members([
      'necessary',
      'functional',
      'analytical',
      'advertising',
    ]);
    expect(consent.categories['functional']).to.equal('undecided');
  });
});

/** The same numbers in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
