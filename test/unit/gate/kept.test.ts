import {expect, waitUntil} from '@open-wc/testing';
import {watchKept} from '../../../dist/esm/gate/kept.js';
import type {Kept, StorageItem} from '../../../dist/esm/types.js';
import {configOf, serviceOf} from '../fixtures/configs.js';
import {quickScript} from '../fixtures/page.js';
import {receiptOf} from '../fixtures/receipts.js';

const COOKIE: StorageItem = {name: 'kept_id.*'};
const LOCAL: StorageItem = {name: 'kept_local', in: 'localStorage'};
const SESSION: StorageItem = {name: 'kept_session', in: 'sessionStorage'};
const DATABASE: StorageItem = {name: 'kept-db', in: 'indexedDB'};
const THIRD: StorageItem = {name: 'kept_id.third', party: 'third'};
const HIDDEN: StorageItem = {name: 'kept_id.hidden', httpOnly: true};
const ELSEWHERE: StorageItem = {name: 'kept_elsewhere', path: '/no/such/place'};
const ITEMS = [COOKIE, LOCAL, SESSION, DATABASE, THIRD, HIDDEN, ELSEWHERE];

const config = configOf({
  cookie: {name: 'kept-own'},
  services: [serviceOf('acme', 'analytical', {storage: ITEMS})],
});

/** What has been told, and the way to have it looked at. */
function watch() {
  const told: Kept[] = [];
  const receipts = [receiptOf(1)];
  const look = watchKept({config: () => config, receipts: async () => receipts}, (kept) => told.push(kept));
  const states = () => ITEMS.map((item) => told.at(-1)?.presence.get(item));
  return {told, look, states};
}

function store(): void {
  document.cookie = 'kept_id.1=1';
  localStorage.setItem('kept_local', '1');
  sessionStorage.setItem('kept_session', '1');
}

function forget(): void {
  document.cookie = 'kept_id.1=;max-age=0';
  localStorage.removeItem('kept_local');
  sessionStorage.removeItem('kept_session');
}

describe('watchKept', () => {
  beforeEach(forget);
  afterEach(forget);

  it('tells what is stored and what is not, and what no page can see', async () => {
    const {look, states} = watch();
    const are = (...expected: string[]) => waitUntil(() => states().join() === expected.join());
    void look();
    await are('absent', 'absent', 'absent', 'absent', 'unseen', 'unseen', 'unseen');
    store();
    void look();
    await are('present', 'present', 'present', 'absent', 'unseen', 'unseen', 'unseen');
  });

  it('waits for no list of databases, which may never come', async () => {
    const {databases} = indexedDB;
    indexedDB.databases = () => new Promise(() => {});
    const {look, states} = watch();
    store();
    await look();
    indexedDB.databases = databases;
    expect(states()).to.eql(['present', 'present', 'present', 'unseen', 'unseen', 'unseen', 'unseen']);
  });

  it('sees databases', async () => {
    const {look, states} = watch();
    await new Promise(
      (resolve) =>
        (indexedDB.open('kept-db').onsuccess = ({target}) => {
          (target as IDBOpenDBRequest).result.close();
          resolve(undefined);
        }),
    );
    void look();
    await waitUntil(() => states()[3] === 'present');
    await new Promise((resolve) => (indexedDB.deleteDatabase('kept-db').onsuccess = resolve));
  });

  it('tells the library’s own storage and the visitor’s receipts', async () => {
    const {told, look} = watch();
    await look();
    const ownState = () => told.at(-1)!.presence.get(told.at(-1)!.own.storage![0]!);
    expect(ownState()).to.equal('absent');
    document.cookie = 'kept-own=1';
    void look();
    await waitUntil(() => ownState() === 'present');
    document.cookie = 'kept-own=;max-age=0';
    expect(told[0]!.receipts.length).to.equal(1);
  });

  for (const [what, happen] of Object.entries({
    'the consent has changed': () => document.dispatchEvent(new Event('consent-change')),
    'the page is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
    'another tab has stored something': () => window.dispatchEvent(new Event('storage')),
    'a script has been loaded': () => {
      const script = document.createElement('script');
      script.src = quickScript('kept');
      script.addEventListener('load', () => script.remove());
      document.head.append(script);
    },
  })) {
    it(`looks again when ${what}`, async () => {
      const {look, states} = watch();
      await look();
      // Not a cookie, of which some browsers tell by themselves.
      localStorage.setItem('kept_local', '1');
      happen();
      await waitUntil(() => states()[1] === 'present');
    });
  }
});
