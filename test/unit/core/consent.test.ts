import {expect} from '@open-wc/testing';
import {decide, deniedBySignals, hasGrant, isGranted, undecided} from '../../../dist/esm/core/consent.js';
import type {Action, Consent, Regime, Signals} from '../../../dist/esm/types.js';
import {DAY, ID, NOW, QUIET, after, blank, configOf, nextPage, serviceOf} from '../fixtures/configs.js';

const ALL = {necessary: 'granted', functional: 'granted', analytical: 'granted', advertising: 'granted'};
const NONE = {necessary: 'granted', functional: 'denied', analytical: 'denied', advertising: 'denied'};
const UNASKED = {...NONE, functional: 'undecided', analytical: 'undecided', advertising: 'undecided'};

/** The eight moments at which it matters what the browser says: GPC, then DNT. */
const SIGNALS: readonly Signals[] = [
  {gpc: true, dnt: '1'},
  {gpc: true, dnt: '0'},
  {gpc: true, dnt: null},
  {gpc: false, dnt: '1'},
  {gpc: false, dnt: '0'},
  {gpc: false, dnt: null},
  {gpc: null, dnt: '1'},
  {gpc: null, dnt: '0'},
  {gpc: null, dnt: null},
];

/** What was stored before: the action, and the signals of the browser at that time. */
const STORED: Readonly<Record<string, readonly [Action[], Signals]>> = {
  nothing: [[], QUIET],
  'a grant of everything': [[{type: 'grant-all'}], QUIET],
  'a grant made with both signals on': [[{type: 'grant-all'}], {gpc: true, dnt: '1'}],
  'a refusal': [[{type: 'deny-all'}], QUIET],
};

/**
 * Functional, analytical, advertising, in a column for each of `SIGNALS`. `+` granted, `-` denied,
 * `y` undecided and allowed, `n` undecided and not allowed.
 */
const EXPECTED: Readonly<Record<Regime, Readonly<Record<string, string>>>> = {
  'opt-in': {
    //                        gpc  true             false            null
    //                        dnt  1   0   null     1   0   null     1   0   null
    nothing: /*                */ 'n-- n-- n--      n-- nnn nnn      n-- nnn nnn',
    'a grant of everything': /**/ '+-- +-- +--      +-- +++ +++      +-- +++ +++',
    'a grant made with both signals on': '+++ +++ +++ +++ +++ +++ +++ +++ +++',
    'a refusal': /*            */ '--- --- ---      --- --- ---      --- --- ---',
  },
  'opt-out': {
    nothing: /*                */ 'y-- yy- yy-      y-- yyy yyy      y-- yyy yyy',
    'a grant of everything': /**/ '+-- ++- ++-      +-- +++ +++      +-- +++ +++',
    'a grant made with both signals on': '+++ +++ +++ +++ +++ +++ +++ +++ +++',
    'a refusal': /*            */ '--- --- ---      --- --- ---      --- --- ---',
  },
  'notice-only': {
    nothing: /*                */ 'y-- yy- yy-      y-- yyy yyy      y-- yyy yyy',
    'a grant of everything': /**/ '+-- ++- ++-      +-- +++ +++      +-- +++ +++',
    'a grant made with both signals on': '+++ +++ +++ +++ +++ +++ +++ +++ +++',
    'a refusal': /*            */ '--- --- ---      --- --- ---      --- --- ---',
  },
};

const MARKS: Readonly<Record<string, string>> = {
  'granted true': '+',
  'denied false': '-',
  'undecided true': 'y',
  'undecided false': 'n',
};

const marksOf = (consent: Consent) =>
  ['functional', 'analytical', 'advertising']
    .map((id) => MARKS[`${consent.categories[id]} ${isGranted(consent, id)}`])
    .join('');

describe('restore', () => {
  for (const [regime, rows] of Object.entries(EXPECTED) as [Regime, Record<string, string>][]) {
    for (const [stored, row] of Object.entries(rows)) {
      row.split(/ +/).forEach((expected, column) => {
        const {gpc, dnt} = SIGNALS[column]!;
        it(`in ${regime}, with GPC ${gpc}, DNT ${dnt} and ${stored}, says ${expected}`, () => {
          const config = configOf({regime});
          const [actions, then] = STORED[stored]!;
          const records = actions.map((action) =>
            nextPage(after(config, blank(config, then), action), [config, config], {gpc, dnt}),
          );
          expect(marksOf([...records, blank(config, {gpc, dnt})][0]!)).to.equal(expected);
        });
      });
    }
  }

  it('has as many rows as there are combinations', () => {
    const rows = Object.values(EXPECTED).flatMap((one) => Object.values(one));
    expect(rows.flatMap((row) => row.split(/ +/)).length).to.equal(3 * 4 * 9);
  });

  it('grants nothing to a visitor who was never here, in opt-in', () => {
    const consent = blank(configOf());
    expect(consent.categories).to.eql(UNASKED);
    expect(hasGrant(consent)).to.equal(false);
    expect(['functional', 'analytical', 'advertising', 'acme'].map((id) => isGranted(consent, id))).to.eql([
      false,
      false,
      false,
      false,
    ]);
    expect(consent).to.include({decidedAt: null, expiresAt: null, id: null}).and.to.be.frozen;
  });

  it('denies a service granted by itself when a new signal covers its category', () => {
    const config = configOf({services: [serviceOf('acme'), serviceOf('maps', 'functional')]});
    const choices = {acme: true, maps: true};
    const before = after(config, blank(config), {type: 'choose', choices});
    const consent = nextPage(before, [config, config], {gpc: true, dnt: null});
    expect(consent.services).to.eql({acme: 'denied', maps: 'granted'});
    expect(consent.id).to.equal(ID);
  });

  it('drops the pseudonym when a signal leaves nothing granted', () => {
    const config = configOf();
    const before = after(config, blank(config), {type: 'choose', choices: {analytical: true}});
    expect(nextPage(before, [config, config], {gpc: null, dnt: '1'}).id).to.equal(null);
  });

  it('adds no category for a signal that covers one the site does not have', () => {
    const config = configOf({categories: ['functional']});
    const consent = blank(config, {gpc: true, dnt: '1'});
    expect(consent.categories).to.eql({necessary: 'granted', functional: 'undecided'});
  });

  it('denies a service whose file has not arrived when a signal may cover it', () => {
    const config = configOf({services: [{use: 'matomo', id: 'matomo'}]});
    const before = after(config, blank(config), {type: 'choose', choices: {matomo: true}});
    expect(nextPage(before, [config, config]).services).to.eql({matomo: 'granted'});
    expect(nextPage(before, [config, config], {gpc: true, dnt: null}).services).to.eql({matomo: 'denied'});
  });
});

describe('deniedBySignals', () => {
  it('lets a visitor who decided with one signal on be covered by the other', () => {
    const gpcThen = {gpc: true, dnt: false};
    expect(deniedBySignals('opt-in', {gpc: true, dnt: null}, gpcThen)).to.eql([]);
    expect(deniedBySignals('opt-in', {gpc: true, dnt: '1'}, gpcThen)).to.eql(['analytical', 'advertising']);
    const dntThen = {gpc: false, dnt: true};
    expect(deniedBySignals('opt-out', {gpc: true, dnt: '1'}, dntThen)).to.eql(['advertising']);
  });
});

describe('decide', () => {
  const config = configOf({services: [serviceOf('acme'), serviceOf('pixel', 'advertising')]});
  const decided = (...actions: Action[]) => after(config, blank(config), ...actions);

  it('grants every category when the visitor accepts everything', () => {
    expect(decided({type: 'grant-all'})).to.deep.include({categories: ALL, services: {}, id: ID});
  });

  it('denies every category but the necessary when the visitor rejects everything', () => {
    expect(decided({type: 'deny-all'})).to.deep.include({categories: NONE, services: {}, id: null});
  });

  it('takes closing the banner for a no', () => {
    expect(decided({type: 'dismiss'})).to.deep.include({categories: NONE, id: null});
  });

  it('lets closing the banner change no earlier answer', () => {
    const chosen: Action = {type: 'choose', choices: {analytical: true}};
    expect(decided(chosen, {type: 'dismiss'}).categories).to.eql({...NONE, analytical: 'granted'});
    expect(decided({type: 'grant-all'}, {type: 'dismiss'}).categories).to.eql(ALL);
  });

  it('takes everything back when the visitor withdraws', () => {
    const consent = decided(
      {type: 'grant-all'},
      {type: 'grant-service', service: 'acme'},
      {type: 'withdraw'},
    );
    expect(consent).to.deep.include({categories: NONE, services: {}, id: null});
  });

  it('never denies the necessary, whatever is asked', () => {
    for (const action of [
      {type: 'deny-all'},
      {type: 'dismiss'},
      {type: 'withdraw'},
      {type: 'choose', choices: {necessary: false}},
    ] as Action[]) {
      expect(decided(action).categories['necessary']).to.equal('granted');
    }
  });

  it('grants what is named and denies what nobody has decided', () => {
    const consent = decided({type: 'choose', choices: {analytical: true}});
    expect(consent.categories).to.eql({...NONE, analytical: 'granted'});
  });

  it('leaves what is not named as it was', () => {
    const consent = decided({type: 'grant-all'}, {type: 'choose', choices: {advertising: false}});
    expect(consent.categories).to.eql({...ALL, advertising: 'denied'});
  });

  it('takes only true for a yes', () => {
    const choices = {functional: 'yes', analytical: 1, advertising: {}} as never;
    expect(decided({type: 'choose', choices}).categories).to.eql(NONE);
  });

  it('keeps an exception within a category', () => {
    const consent = decided({type: 'choose', choices: {analytical: true, acme: false, pixel: true}});
    expect(consent.services).to.eql({acme: 'denied', pixel: 'granted'});
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(false);
    expect(isGranted(consent, 'analytical', 'other')).to.equal(true);
    expect(isGranted(consent, 'advertising', 'pixel')).to.equal(true);
  });

  it('keeps no exception that says the same as its category', () => {
    expect(decided({type: 'choose', choices: {analytical: true, acme: true}}).services).to.eql({});
  });

  it('lets a category that is named speak for its services that are not', () => {
    const exception: Action = {type: 'choose', choices: {acme: true, pixel: true}};
    const consent = decided(exception, {type: 'choose', choices: {analytical: false}});
    expect(consent.services).to.eql({pixel: 'granted'});
  });

  it("grants one embed's service and nothing else", () => {
    const consent = decided({type: 'deny-all'}, {type: 'grant-service', service: 'acme'});
    expect(consent).to.deep.include({categories: NONE, services: {acme: 'granted'}, id: ID});
    expect(isGranted(consent, 'analytical')).to.equal(false);
  });

  it("asks about the rest after an embed's service was granted on its own", () => {
    const consent = decided({type: 'grant-service', service: 'acme'});
    expect(consent.categories).to.eql(UNASKED);
    expect(undecided(config, consent)).to.eql(['functional', 'analytical', 'advertising']);
  });

  it('mints a pseudonym at the first grant only, and keeps it', () => {
    let minted = 0;
    const moment = {now: NOW, newId: () => `id-${(minted += 1)}`};
    const refused = decide(config, blank(config), {type: 'deny-all'}, moment);
    expect([refused.id, minted]).to.eql([null, 0]);
    const granted = decide(config, refused, {type: 'grant-all'}, moment);
    const changed = decide(config, granted, {type: 'choose', choices: {advertising: false}}, moment);
    expect([granted.id, changed.id, minted]).to.eql(['id-1', 'id-1', 1]);
    const withdrawn = decide(config, changed, {type: 'withdraw'}, moment);
    const again = decide(config, withdrawn, {type: 'grant-all'}, moment);
    expect([withdrawn.id, again.id]).to.eql([null, 'id-2']);
  });

  it('remembers the day, not the hour', () => {
    const {decidedAt, expiresAt} = decided({type: 'deny-all'});
    expect(decidedAt).to.equal(Date.UTC(2026, 10, 22));
    expect(expiresAt).to.equal(Date.UTC(2027, 4, 23));
  });

  it('cannot be changed afterwards', () => {
    expect(decided({type: 'grant-all'})).to.be.frozen;
  });
});

describe('what was added since the last answer', () => {
  const before = configOf({services: [serviceOf('acme')]});
  const added = configOf({
    services: [serviceOf('acme'), serviceOf('zeta'), serviceOf('pixel', 'advertising')],
  });
  const later = (actions: Action[], config = added) =>
    nextPage(after(before, blank(before), ...actions), [before, config]);

  it('a service the visitor was never asked about is denied, and asked about', () => {
    const consent = later([{type: 'grant-all'}]);
    expect(isGranted(consent, 'analytical', 'zeta')).to.equal(false);
    expect(isGranted(consent, 'advertising', 'pixel')).to.equal(false);
    expect(undecided(added, consent)).to.eql(['zeta', 'pixel']);
  });

  it('every earlier choice stands', () => {
    const consent = later([{type: 'grant-all'}]);
    expect(consent.categories).to.eql(ALL);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(true);
    expect(consent.id).to.equal(ID);
  });

  it('is granted by a yes to what is new, which changes nothing else', () => {
    const chosen = later([{type: 'choose', choices: {analytical: true}}]);
    expect(undecided(added, chosen)).to.eql(['zeta']);
    const consent = after(added, chosen, {type: 'grant-all', only: 'undecided'});
    expect(consent.categories).to.eql({...NONE, analytical: 'granted'});
    expect(isGranted(consent, 'analytical', 'zeta')).to.equal(true);
    expect(undecided(added, consent)).to.eql([]);
  });

  it('is denied by a no to what is new, which changes nothing else', () => {
    const consent = after(added, later([{type: 'grant-all'}]), {type: 'deny-all', only: 'undecided'});
    expect(consent.categories).to.eql(ALL);
    expect(isGranted(consent, 'analytical', 'zeta')).to.equal(false);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(true);
    expect(undecided(added, consent)).to.eql([]);
  });

  it('stays answered on the page after that', () => {
    const answered = after(added, later([{type: 'grant-all'}]), {type: 'dismiss'});
    const consent = nextPage(answered, [added, added]);
    expect(undecided(added, consent)).to.eql([]);
    expect(isGranted(consent, 'analytical', 'zeta')).to.equal(false);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(true);
  });

  it('a refused category is not asked about again for a service added to it', () => {
    expect(undecided(added, later([{type: 'deny-all'}]))).to.eql([]);
    expect(undecided(added, later([{type: 'choose', choices: {analytical: true}}]))).to.eql(['zeta']);
  });

  it('whoever refused everything is not asked about a service of which only the name is known', () => {
    const named = configOf({services: [...before.services, {use: 'matomo', id: 'matomo'}]});
    expect(undecided(named, later([{type: 'deny-all'}], named))).to.eql([]);
    expect(undecided(named, later([{type: 'grant-all'}], named))).to.eql(['matomo']);
  });

  it('an added category is denied, and asked about', () => {
    const social = {id: 'social', title: 'Social', description: 'Shows posts.'};
    const config = configOf({...before, categories: [...before.categories, social]} as never);
    const consent = later([{type: 'grant-all'}], config);
    expect(consent.categories).to.eql({...ALL, social: 'undecided'});
    expect(isGranted(consent, 'social')).to.equal(false);
    expect(undecided(config, consent)).to.eql(['social']);
  });

  it('a service that passes data on to somebody new is denied, and asked about', () => {
    const config = configOf({services: [serviceOf('acme', 'analytical', {recipients: ['Zeta AS']})]});
    const consent = later([{type: 'grant-all'}], config);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(false);
    expect(undecided(config, consent)).to.eql(['acme']);
    expect(consent.categories).to.eql(ALL);
  });

  it('a recipient, service or category that is taken away asks nobody', () => {
    const then = configOf({
      services: [serviceOf('acme', 'analytical', {recipients: ['Zeta AS']}), serviceOf('gone')],
    });
    const now = configOf({services: [serviceOf('acme')], categories: ['analytical']});
    const consent = nextPage(after(then, blank(then), {type: 'grant-all'}), [then, now]);
    expect(undecided(now, consent)).to.eql([]);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(true);
  });

  it('other words for the same things ask nobody', () => {
    const now = configOf({
      services: [serviceOf('acme', 'analytical', {name: 'Acme Insights', provider: 'Acme Holding'})],
      policy: {url: '/privacy-2027', version: '2'},
      texts: {en: {title: 'Hello'}},
    });
    const consent = later([{type: 'grant-all'}], now);
    expect(undecided(now, consent)).to.eql([]);
    expect(isGranted(consent, 'analytical', 'acme')).to.equal(true);
  });
});

describe('how long an answer holds', () => {
  const decidedOn = Date.UTC(2026, 0, 1);
  const remembered = (type: 'grant-all' | 'deny-all', lifetime: number | undefined, at: number) => {
    const config = configOf(lifetime === undefined ? {} : {lifetime});
    const consent = decide(config, blank(config), {type}, {now: decidedOn, newId: () => ID});
    return nextPage(consent, [config, config], QUIET, at).decidedAt !== null;
  };

  for (const type of ['grant-all', 'deny-all'] as const) {
    it(`${type}: nobody is asked again for 5 months and 29 days`, () => {
      expect(remembered(type, undefined, Date.UTC(2026, 5, 30, 23, 59))).to.equal(true);
      expect(remembered(type, undefined, decidedOn + 181 * DAY)).to.equal(true);
    });

    it(`${type}: the visitor is asked again on day 182`, () => {
      expect(remembered(type, undefined, decidedOn + 182 * DAY)).to.equal(false);
    });

    it(`${type}: holds for 400 days and no longer where the site says so`, () => {
      expect(remembered(type, 400, decidedOn + 399 * DAY)).to.equal(true);
      expect(remembered(type, 400, decidedOn + 400 * DAY)).to.equal(false);
    });
  }

  it('whoever is asked again has nothing granted meanwhile', () => {
    const config = configOf();
    const consent = after(config, blank(config), {type: 'grant-all'});
    const later = nextPage(consent, [config, config], QUIET, NOW + 200 * DAY);
    expect(later).to.deep.include({categories: UNASKED, id: null, decidedAt: null});
    expect(undecided(config, later)).to.eql(['functional', 'analytical', 'advertising']);
  });
});

describe('isGranted', () => {
  it('takes no name that every object has for a category or service', () => {
    const consent = after(configOf(), blank(configOf()), {type: 'grant-all'});
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '']) {
      expect(isGranted(consent, name), name).to.equal(false);
      expect(isGranted(consent, undefined, name), name).to.equal(false);
    }
  });

  it('holds a service back whose category is not known yet', () => {
    const consent = after(configOf(), blank(configOf()), {type: 'grant-all'});
    expect(isGranted(consent, undefined, 'matomo')).to.equal(false);
  });
});
