import {expect} from '@open-wc/testing';
import {checkOptions} from '../../../dist/esm/core/check.js';
import {owns} from '../../../dist/esm/gate/sweep.js';
import {en} from '../../../dist/esm/locales/en.js';
import type {Service, StorageItem} from '../../../dist/esm/types.js';
import {OPTIONS} from '../fixtures/configs.js';
import {contextOf} from '../fixtures/context.js';

/** A file in `services/`: the names of its options, and one function. */
type ServiceFile = {readonly optionNames: readonly string[]} & Record<string, (options: object) => Service>;

const HOOKS = ['beforeLoad', 'onGrant', 'onChange', 'onCancel', 'onRevoke', 'isInUse'] as const;

/** A bundled SDK, started by the site's own code, that has every method there is. */
const anyClient: object = new Proxy(() => anyClient, {
  get: (_, name) => (name === 'then' ? undefined : anyClient),
  apply: () => anyClient,
});

const folder = (await (await fetch('/__names?folder=src/services')).json()) as string[];
const list = await sourceOf('all');
const names = folder.filter((name) => list.includes(`./${name}.`));
const built = new Map<string, Service>();
/** Those whose code the site bundles, and those that the page itself embeds: the gate fetches nothing for them. */
const BUNDLED = ['amplitude', 'mixpanel', 'posthog', 'segment', 'sentry', 'snowplow'];
const EMBEDDED = ['google-maps', 'recaptcha', 'vimeo', 'youtube'];
for (const name of names) {
  const {optionNames, ...functions} = (await import(`../../../dist/esm/services/${name}.js`)) as ServiceFile;
  const required = optionNames
    .filter((option) => option.endsWith('!'))
    .map((option) => option.replace('!', ''));
  const options = Object.fromEntries(
    required.map((option) => [option, `https://${option.toLowerCase()}.example`]),
  );
  built.set(name, Object.values(functions)[0]!({...options, init: () => anyClient}));
}

const wild = ({name}: StorageItem) => name.replaceAll('*', '1x');
const areaOf = (item: StorageItem) => item.in ?? 'cookie';
/** What a service is, what it may load, and what that may load: two that share some of it share its names. */
const family = ({id, loads = []}: Service) => [
  id,
  ...loads,
  ...loads.flatMap((each) => built.get(each)?.loads ?? []),
];
const areRelated = (one: Service, other: Service) => family(one).some((id) => family(other).includes(id));
/** What lies on the vendor's own domain is told, and never touched. */
const swept = ({storage = []}: Service) => storage.filter(({party}) => party !== 'third');

/** What a service might use to reach the network, and whether it did. */
function watchNetwork() {
  const used: string[] = [];
  const {fetch: realFetch, Image: RealImage} = window;
  const {sendBeacon} = Navigator.prototype;
  const {open} = XMLHttpRequest.prototype;
  const elements = document.getElementsByTagName('*').length;
  Object.assign(window, {
    fetch: () => used.push('fetch'),
    Image: class {
      constructor() {
        used.push('Image');
      }
    },
  });
  Navigator.prototype.sendBeacon = () => !!used.push('sendBeacon');
  XMLHttpRequest.prototype.open = () => void used.push('XMLHttpRequest');
  return () => {
    Object.assign(window, {fetch: realFetch, Image: RealImage});
    Navigator.prototype.sendBeacon = sendBeacon;
    XMLHttpRequest.prototype.open = open;
    return {used, added: document.getElementsByTagName('*').length - elements};
  };
}

describe('every service', () => {
  it('is found', () => {
    expect(names).to.include.members(['adroll', 'google-analytics', 'matomo']);
  });

  it('is in the list of all: whatever else is in the folder is what services share', async () => {
    const sources = await Promise.all(folder.filter((name) => name !== 'all').map(sourceOf));
    const others = folder.filter((name) => name !== 'all' && !names.includes(name));
    const unused = others.filter((name) => !sources.some((source) => source.includes(`./${name}.`)));
    expect(unused).to.eql([]);
  });

  it('has an id of its own, which is the name of its file', () => {
    expect([...built].filter(([name, {id}]) => name !== id).map(([name]) => name)).to.eql([]);
  });

  it('leaves the names of all others alone, unless they load one another or the same third', () => {
    const services = [...built.values()];
    const clashes = services.flatMap((one) =>
      services
        .filter((other) => other !== one && !areRelated(one, other))
        .flatMap((other) =>
          swept(one).flatMap((item) =>
            swept(other)
              .filter((theirs) => areaOf(theirs) === areaOf(item) && owns(theirs, wild(item)))
              .map((theirs) => `${one.id} ${item.name} is ${other.id} ${theirs.name}`),
          ),
        ),
    );
    expect(clashes).to.eql([]);
  });

  for (const name of names.filter((each) => ![...BUNDLED, ...EMBEDDED].includes(each))) {
    it(`asks the gate for its script: ${name}`, async () => {
      const context = contextOf(built.get(name)!.category);
      await built.get(name)!.load!(context);
      expect(context.scripts.length).to.equal(1);
    });
  }

  for (const name of [...BUNDLED, ...EMBEDDED]) {
    it(`has no script of its own to fetch: ${name}`, async () => {
      const context = contextOf(built.get(name)!.category);
      await built.get(name)!.load?.(context);
      expect(context.scripts).to.eql([]);
    });
  }

  for (const [name, service] of built) {
    describe(name, () => {
      it('passes the checks of the options', () => {
        expect(() => checkOptions({...OPTIONS, services: [service]})).not.to.throw();
      });

      it('is told to the visitor by name and by the hosts that it talks to', () => {
        expect(service.name).to.be.a('string').and.not.be.empty;
        expect(service.hosts).to.be.an('array').and.not.be.empty;
      });

      it('tells of everything it stores what for and how long, in words that every language has', () => {
        expect(service.storage).to.be.an('array');
        for (const {name, purpose, lifetime} of service.storage!) {
          expect(Object.keys(en.purposes), name).to.include(purpose);
          expect(lifetime, name).to.match(/^(session|persistent|P(\d+[YMWD]|T\d+[HMS]))$/);
        }
      });

      it('promises no cookie a longer life than the 400 days that browsers give', () => {
        const days = (lifetime: string) => Number(/^P(\d+)D$/.exec(lifetime)?.[1] ?? 0);
        const years = (lifetime: string) => Number(/^P(\d+)Y$/.exec(lifetime)?.[1] ?? 0);
        const cookies = service.storage!.filter((item) => areaOf(item) === 'cookie');
        expect(cookies.filter(({lifetime = ''}) => days(lifetime) > 400 || years(lifetime) > 1)).to.eql([]);
      });

      it('requests nothing before it may load', () => {
        const stop = watchNetwork();
        service.beforeLoad?.(contextOf(service.category));
        expect(stop()).to.eql({used: [], added: 0});
      });

      it('requests nothing itself when it loads', async () => {
        const stop = watchNetwork();
        await service.load?.(contextOf(service.category));
        expect(stop()).to.eql({used: [], added: 0});
      });

      for (const hook of HOOKS) {
        it(`survives ${hook} on a page where nothing of the vendor is`, () => {
          forgetGlobals();
          const call = () => service[hook]?.(contextOf(service.category), {first: true});
          expect(call).not.to.throw();
          expect(call).not.to.throw();
          forgetGlobals();
        });
      }

      it('says how sure it is that it stopped', () => {
        expect(['verified', 'best-effort', 'impossible']).to.include(service.onRevoke!(contextOf()));
      });
    });
  }
});

const native = new Set(Object.getOwnPropertyNames(window));

/** As on a page that no vendor was on yet. */
function forgetGlobals() {
  const added = Object.getOwnPropertyNames(window).filter((name) => !native.has(name) && name !== 'ran');
  added.forEach((name) => Reflect.deleteProperty(window, name));
}

async function sourceOf(name: string): Promise<string> {
  return (await fetch(`/src/services/${name}.ts`)).text();
}
