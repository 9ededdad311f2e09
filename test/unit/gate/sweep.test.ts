import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {SWEEP_KEY} from '../../../dist/esm/core/keys.js';
import {beyondReach, owns, survey, sweep, sweepAgain, sweepPending} from '../../../dist/esm/gate/sweep.js';
import type {Sweepable} from '../../../dist/esm/gate/sweep.js';
import type {StorageItem} from '../../../dist/esm/types.js';

const acme = (...storage: StorageItem[]): Sweepable => ({id: 'acme', category: 'analytical', storage});
const zeta = (...storage: StorageItem[]): Sweepable => ({id: 'zeta', category: 'advertising', storage});
const stop = (...stopped: Sweepable[]) => ({stopped, granted: []});

const cookies = () =>
  document.cookie
    .split('; ')
    .map((cookie) => cookie.split('=')[0]!)
    .filter((name) => name.startsWith('sweep'))
    .sort();
const setCookie = (name: string, attributes = 'path=/') => void (document.cookie = `${name}=1;${attributes}`);

describe('owns', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['_ga', '_ga', true],
    ['_ga', '_ga_ABC', false],
    ['_ga', 'x_ga', false],
    ['_ga_*', '_ga_ABC123', true],
    ['_ga_*', '_ga', false],
    ['_gat*', '_gat', true],
    ['_pk_id.*', '_pk_id.1.7ca8', true],
    ['_pk_id.*', '_pk_idx1', false],
    ['crisp-client/session/*', 'crisp-client/session/9f', true],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c', false],
    ['*', 'anything', true],
    ['x.y', 'xzy', false],
    ['a+(b)[c]{d}^e$f|g\\h?', 'a+(b)[c]{d}^e$f|g\\h?', true],
    ['line*', 'line\nbreak', true],
  ];
  for (const [pattern, name, expected] of cases) {
    it(`says that ${JSON.stringify(name)} is ${expected ? '' : 'not '}${pattern}`, () => {
      expect(owns({name: pattern}, name)).to.equal(expected);
    });
  }
});

describe('sweep', () => {
  afterEach(() =>
    sweep(
      stop(
        acme({name: 'sweep*'}, {name: 'sweep*', in: 'localStorage'}, {name: 'sweep*', in: 'sessionStorage'}),
      ),
    ),
  );

  it('removes the cookies of a service that was stopped, and nobody else’s', () => {
    ['sweep_id', 'sweep_ses.1', 'sweep_ses.2', 'sweep-own'].forEach((name) => setCookie(name));
    expect(sweep(stop(acme({name: 'sweep_id'}, {name: 'sweep_ses.*'})))).to.eql([]);
    expect(cookies()).to.eql(['sweep-own']);
  });

  it('removes local and session storage by the same patterns', () => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('sweep:id', '1');
      storage.setItem('sweep:ses.1', '1');
    }
    sweep(stop(acme({name: 'sweep:*', in: 'localStorage'}, {name: 'sweep:id', in: 'sessionStorage'})));
    expect(localStorage.getItem('sweep:id')).to.equal(null);
    expect(localStorage.getItem('sweep:ses.1')).to.equal(null);
    expect(sessionStorage.getItem('sweep:id')).to.equal(null);
    expect(sessionStorage.getItem('sweep:ses.1')).to.equal('1');
  });

  it('removes databases by the same patterns', async () => {
    const create = (name: string) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      });
    await create('sweep-database');
    await create('kept-database');
    await create('sweep-shared');
    sweep({
      stopped: [acme({name: 'sweep-*', in: 'indexedDB'})],
      granted: [zeta({name: 'sweep-shared', in: 'indexedDB'})],
    });
    const names = async () => (await indexedDB.databases()).map(({name}) => name);
    await waitUntil(async () => !(await names()).includes('sweep-database'));
    expect(await names()).to.include.members(['kept-database', 'sweep-shared']);
    ['kept-database', 'sweep-shared'].forEach((name) => indexedDB.deleteDatabase(name));
  });

  it('keeps what a granted service owns too, under whatever pattern', () => {
    ['sweep_gac_1', 'sweep_gcl', 'sweep_own'].forEach((name) => setCookie(name));
    const kept = zeta({name: 'sweep_g*'});
    expect(sweep({stopped: [acme({name: 'sweep_*'})], granted: [kept]})).to.eql([]);
    expect(cookies()).to.eql(['sweep_gac_1', 'sweep_gcl']);
  });

  it('keeps nothing for a granted service that owns the name in another place', () => {
    setCookie('sweep_id');
    sweep({stopped: [acme({name: 'sweep_id'})], granted: [zeta({name: 'sweep_id', in: 'localStorage'})]});
    expect(cookies()).to.eql([]);
  });

  it('touches nothing that belongs to the vendor’s own site or to the server', () => {
    setCookie('sweep_id');
    const third: StorageItem = {name: 'sweep_id', party: 'third'};
    const http: StorageItem = {name: 'sweep_id', httpOnly: true};
    expect(sweep(stop(acme(third, http)))).to.eql([]);
    expect(cookies()).to.eql(['sweep_id']);
  });

  it('removes a name whose characters mean something to others', () => {
    const name = 'sweep-client/session(1)+%2F';
    setCookie(name);
    sweep(stop(acme({name})));
    expect(document.cookie).not.to.include('sweep-client');
  });

  describe('where storage throws, as in a sandboxed frame', () => {
    const refuse = () => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    };
    beforeEach(() =>
      Object.defineProperty(document, 'cookie', {get: refuse, set: refuse, configurable: true}),
    );
    afterEach(() => Reflect.deleteProperty(document, 'cookie'));

    it('finds nothing, and says nothing', () => {
      expect(sweep(stop(acme({name: 'sweep*'}, {name: 'sweep_id', path: '/shop'})))).to.eql([]);
    });
  });
});

describe('sweep on a page in a folder', () => {
  const FOLDER = '/test/unit/fixtures/deep';
  const service = acme({name: 'sweep_id'});
  let frame: HTMLIFrameElement;
  let page: Window & {readonly sweeper: typeof import('../../../dist/esm/gate/sweep.js')};

  const open = async () => {
    const added = document.createElement('iframe');
    added.src = `${FOLDER}/page.html`;
    document.body.append(added);
    await oneEvent(added, 'load');
    return added;
  };
  const cookiesIn = ({contentDocument}: HTMLIFrameElement) =>
    contentDocument!.cookie.split('; ').filter((cookie) => cookie.startsWith('sweep'));

  beforeEach(async () => {
    frame = await open();
    page = frame.contentWindow as unknown as typeof page;
  });
  afterEach(() => {
    ['/', '/test', '/test/', '/test/unit', `${FOLDER}`, `${FOLDER}/`, '/elsewhere'].forEach((path) =>
      setCookie('sweep_id', `path=${path};max-age=0`),
    );
    frame.remove();
  });

  for (const path of ['/', '/test', '/test/', '/test/unit', FOLDER, `${FOLDER}/`, `${FOLDER}/page.html`]) {
    it(`removes a cookie that was set on ${path}`, () => {
      setCookie('sweep_id', `path=${path}`);
      expect(cookiesIn(frame).length).to.equal(1);
      expect(page.sweeper.sweep(stop(service))).to.eql([]);
      expect(cookiesIn(frame)).to.eql([]);
    });
  }

  it('removes three cookies of one name on three paths', () => {
    ['/', '/test', '/test/unit'].forEach((path) => setCookie('sweep_id', `path=${path}`));
    expect(cookiesIn(frame).length).to.equal(3);
    page.sweeper.sweep(stop(service));
    expect(cookiesIn(frame)).to.eql([]);
  });

  it('removes them too when the page has another address since, as in a single-page application', async () => {
    frame.contentDocument!.cookie = 'sweep_id=1';
    setCookie('sweep_id', 'path=/test');
    expect(cookiesIn(frame).length).to.equal(2);
    page.history.replaceState(null, '', '/elsewhere/now');
    page.sweeper.sweep(stop(service));
    const next = await open();
    expect(cookiesIn(next)).to.eql([]);
    next.remove();
  });

  it('removes a cookie that lives where the page cannot see it, if its service says where', async () => {
    setCookie('sweep_id', `path=${FOLDER}`);
    expect(cookiesIn(frame).length).to.equal(1);
    expect(cookies()).to.eql([]);
    sweep(stop(acme({name: 'sweep_id', path: FOLDER})));
    await waitUntil(() => cookiesIn(frame).length === 0);
  });
});

describe('survey', () => {
  afterEach(() => sweep(stop(acme({name: 'sweep*'}, {name: 'sweep*', in: 'localStorage'}))));

  it('names what each stopped service has in this browser, and where', () => {
    setCookie('sweep_id');
    localStorage.setItem('sweep:key', '1');
    const found = survey(stop(acme({name: 'sweep_*'}), zeta({name: 'sweep:*', in: 'localStorage'})));
    expect(found).to.eql([
      {service: 'acme', name: 'sweep_id', in: 'cookie'},
      {service: 'zeta', name: 'sweep:key', in: 'localStorage'},
    ]);
  });
});

describe('beyondReach', () => {
  it('names what no page can remove, with the reason', () => {
    const storage: StorageItem[] = [
      {name: 'first'},
      {name: '__adroll', party: 'third'},
      {name: 'FPID', httpOnly: true},
      {name: 'their-key', in: 'localStorage', party: 'third'},
    ];
    expect(beyondReach([acme(...storage)])).to.eql([
      {service: 'acme', name: '__adroll', in: 'cookie', reason: 'third-party'},
      {service: 'acme', name: 'FPID', in: 'cookie', reason: 'http-only'},
      {service: 'acme', name: 'their-key', in: 'localStorage', reason: 'third-party'},
    ]);
  });
});

describe('the second sweep', () => {
  const leave = () => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  const service = acme({name: 'sweep_*'}, {name: 'sweep:*', in: 'localStorage'});
  const nobody = () => false;
  const nothing = () => undefined;
  afterEach(() => {
    sweepAgain(() => stop(), nothing);
    leave();
    localStorage.removeItem(SWEEP_KEY);
    sweep(stop(service));
  });

  it('removes what a tracker wrote back before the page was left', () => {
    sweepAgain(() => stop(service), nothing);
    setCookie('sweep_id');
    leave();
    expect(cookies()).to.eql([]);
  });

  it('comes after what the tracker itself does when the page is left', () => {
    const tracker = () => setCookie('sweep_id');
    sweepAgain(() => stop(service), nothing);
    addEventListener('pagehide', tracker);
    sweepAgain(() => stop(service), nothing);
    leave();
    removeEventListener('pagehide', tracker);
    expect(cookies()).to.eql([]);
  });

  it('removes at once what is written back while the page is open', async () => {
    sweepAgain(() => stop(service), nothing);
    setCookie('sweep_id');
    await waitUntil(() => cookies().length === 0);
  });

  it('spares nothing when the page is left, and knows that it is left only then', async () => {
    const asked: boolean[] = [];
    sweepAgain((isLeaving) => {
      asked.push(isLeaving);
      return stop(service);
    }, nothing);
    setCookie('sweep_id');
    await waitUntil(() => asked.length > 0);
    leave();
    expect(asked).to.eql([false, true]);
  });

  it('hands the next page what this one could not tell any more', () => {
    const untold = {
      removed: [],
      remaining: [{service: 'acme', name: 'x', in: 'cookie', reason: 'third-party'}],
    } as const;
    sweepAgain(
      () => stop(service),
      () => untold,
    );
    leave();
    expect(sweepPending(nobody)).to.eql(untold);
    expect(sweepPending(nobody)).to.equal(undefined);
  });

  it('is done once more by the next page', () => {
    sweepAgain(() => stop(service), nothing);
    leave();
    setCookie('sweep_id');
    localStorage.setItem('sweep:key', '1');
    sweepPending(nobody);
    expect(cookies()).to.eql([]);
    expect(localStorage.getItem('sweep:key')).to.equal(null);
  });

  it('leaves nothing behind for the page after that', () => {
    sweepAgain(() => stop(service), nothing);
    leave();
    expect(localStorage.getItem(SWEEP_KEY)).not.to.equal(null);
    sweepPending(nobody);
    expect(localStorage.getItem(SWEEP_KEY)).to.equal(null);
  });

  it('spares what has been granted again since', () => {
    sweepAgain(() => stop(service), nothing);
    leave();
    setCookie('sweep_id');
    sweepPending(({id}) => id === 'acme');
    expect(cookies()).to.eql(['sweep_id']);
  });

  it('spares what was granted all the time', () => {
    sweepAgain(() => ({stopped: [service], granted: [zeta({name: 'sweep_shared'})]}), nothing);
    leave();
    ['sweep_id', 'sweep_shared'].forEach((name) => setCookie(name));
    sweepPending(({id}) => id === 'zeta');
    expect(cookies()).to.eql(['sweep_shared']);
  });

  it('writes nothing where nobody withdrew anything', () => {
    sweepPending(nobody);
    expect(localStorage.getItem(SWEEP_KEY)).to.equal(null);
  });

  for (const content of [
    '',
    'null',
    '{}',
    '5',
    '"text"',
    '[[null]]',
    '[[5, "x", []]]',
    '[{"storage": 5}]',
    '[[{"id": "x", "storage": [null]}]]',
    '[[{"id": "x", "storage": [{"name": 5}]}]]',
    '[[{"id": "x", "storage": [{"name": "[(", "in": "cookie"}]}]]',
    '[[{"id": "x", "storage": [{"name": "*", "in": "location"}]}]]',
    '{"__proto__": {"storage": []}}',
    '[[{"id":',
    '<img src=x onerror=alert(1)>',
  ]) {
    it(`is not troubled by ${content || 'nothing'} in its place`, () => {
      setCookie('sweep_id');
      localStorage.setItem(SWEEP_KEY, content);
      expect(() => sweepPending(nobody)).not.to.throw();
      expect(cookies()).to.eql(['sweep_id']);
    });
  }
});
