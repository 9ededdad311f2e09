import type {Action, Config, Consent, ConsentChange, ConsentOptions, Layer, Service} from './types.js';
import type {ConsentActionEvent} from './core/action-event.js';
import {ConsentChangeEvent} from './core/change-event.js';
import {readConfig} from './core/config.js';
import {decide, hasGrant, isGranted, restore, undecided} from './core/consent.js';
import {newId} from './core/id.js';
import {OUTBOX_KEY, SWEEP_KEY} from './core/keys.js';
import {decode, encode} from './core/record.js';
import type {Enforced, Enforcer, ServiceLoader} from './enforce.js';
import type {Recorder} from './receipts/recorder.js';
import {readDnt} from './signals/dnt.js';
import {readGpc} from './signals/gpc.js';
import {cookieStorage} from './storage/cookie.js';
import {followTabs} from './storage/tabs.js';
import type {Ui} from './ui/mount.js';

/** What a page holds in its hand. The script tag puts it on `window.consentGate`. */
export interface ConsentGate {
  /** The consent now: frozen, replaced as a whole by every decision. */
  readonly consent: Consent;
  /** Whether a category or a service is allowed now. What is unknown is not. */
  isGranted(target: string): boolean;
  grantAll(): void;
  denyAll(): void;
  /**
   * Decides by category or service: `choose({analytical: true})`. What is not named stays as it
   * was; what nobody has decided becomes denied.
   */
  choose(choices: Readonly<Record<string, boolean>>): void;
  /** Takes everything back, stops it, and removes what it left. */
  withdraw(): void;
  /** Opens the preference center. */
  openPreferences(): void;
  /** Forgets the decision, as if the visitor had never been here, and asks again. */
  reset(): void;
  /** Calls back after every change. Returns the way to stop that. */
  subscribe(listener: ConsentListener): () => void;
}

export type ConsentListener = (consent: Consent, change: ConsentChange) => void;

const NOTHING: Enforced = {granted: [], denied: [], removed: [], remaining: [], unstopped: []};

/**
 * The one place that holds the consent, and the one file that knows every layer. It remembers and
 * decides at once; what follows from that is fetched when there is something to follow.
 */
export class Start implements ConsentGate {
  #config: Config;
  #consent: Consent;
  /** The record as this page last saw it. What the browser does not keep lives as long as the page. */
  #record: string | undefined;
  #enforcer: Enforcer | undefined;
  #isBroken: boolean;
  readonly #fetched = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<ConsentListener>();
  readonly #signals = {gpc: readGpc(), dnt: readDnt()};
  readonly #options: ConsentOptions;
  readonly #storage;
  readonly #tellTabs;
  readonly #loadService: ServiceLoader | undefined;

  /** @param mistake why nothing may be granted on this page, whatever the options say */
  constructor(options: ConsentOptions, loadService?: ServiceLoader, mistake?: unknown) {
    this.#options = options;
    this.#loadService = loadService;
    this.#isBroken = !!mistake;
    this.#config = readConfig(mistake ? ({} as ConsentOptions) : options);
    this.#storage = cookieStorage(this.#config.cookie);
    this.#record = this.#storage.read();
    this.#consent = this.#restored();
    this.#tellTabs = followTabs(this.#config.cookie.name, () => this.#follow());
    document.addEventListener('consent-action', (event) => this.#answer(event));
    document.addEventListener('click', (event) => this.#openByLink(event));
    document.addEventListener('DOMContentLoaded', () => this.#show());
    this.#begin();
    // Says the mistake by its path, where it is one of the options.
    if (mistake) void this.#load();
  }

  get consent(): Consent {
    return this.#consent;
  }
  isGranted(target: string): boolean {
    const service = this.#config.services.find(({id}) => id === target);
    return !this.#isBroken && isGranted(this.#consent, service ? service.category : target, target);
  }
  grantAll(): void {
    this.#decide({type: 'grant-all'});
  }
  denyAll(): void {
    this.#decide({type: 'deny-all'});
  }
  choose(choices: Readonly<Record<string, boolean>>): void {
    this.#decide({type: 'choose', choices});
  }
  withdraw(): void {
    this.#decide({type: 'withdraw'});
  }
  openPreferences(): void {
    this.#open().catch(() => {});
  }
  reset(): void {
    this.#storage.remove();
    this.#follow();
    this.#tellTabs();
  }
  subscribe(listener: ConsentListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #restored(signals = this.#signals): Consent {
    return restore(this.#config, decode(this.#config, this.#record, Date.now()), signals);
  }

  /** The first look at what this browser remembers. A signal that is new since then takes back what it covers. */
  #begin(): void {
    const {regime, debug} = this.#config;
    const remembered = this.#restored({gpc: null, dnt: null});
    if (JSON.stringify(remembered.categories) !== JSON.stringify(this.#consent.categories) && hasGrant(remembered)) this.#carryOut(remembered, 'signalled');
    else this.#show();
    if (hasGrant(this.#consent) || regime !== 'opt-in' || debug || keeps(SWEEP_KEY)) void this.#load();
    if (keeps(OUTBOX_KEY)) this.#receipts()?.then((recorder) => recorder.flush()).catch(() => {});
  }

  #decide(action: Action, layer: Layer = 'none'): void {
    const before = this.#consent;
    this.#consent = decide(this.#config, before, action, {now: Date.now(), newId});
    this.#carryOut(before, 'decided', action, layer);
  }

  /** Another tab decided, or this page comes back from the history. */
  #follow(): void {
    const record = this.#storage.read();
    if (record === this.#record) return;
    this.#record = record;
    const before = this.#consent;
    this.#consent = this.#restored();
    this.#carryOut(before, 'restored');
  }

  /** Everything that follows from a change, in this order. */
  #carryOut(before: Consent, cause: ConsentChange['cause'], action: Action | null = null, layer: Layer = 'none'): void {
    const isNews = cause !== 'restored';
    if (isNews) this.#remember();
    const enforced = this.#enforcer?.enforce(before);
    const receipt = isNews && this.#receipt(before, action, layer);
    this.#show();
    const finish = (done: Enforced) => {
      this.#tell({cause, ...done});
      if (done.unstopped.length && this.#config.reload !== 'never') {
        void Promise.resolve(receipt).finally(() => location.reload());
      }
    };
    if (enforced) finish(enforced);
    else void this.#load().then((enforcer) => finish(enforcer?.enforce(before) ?? NOTHING));
    if (isNews) this.#tellTabs();
  }

  #remember(): void {
    this.#storage.write(encode(this.#config, this.#consent), this.#consent.expiresAt!);
    this.#record = this.#storage.read();
  }

  #tell(change: ConsentChange): void {
    for (const listener of [...this.#listeners]) listener(this.#consent, change);
    document.dispatchEvent(new ConsentChangeEvent(this.#consent, change));
  }

  #answer({action, layer}: ConsentActionEvent): void {
    if (action.type === 'open-preferences') this.openPreferences();
    else this.#decide(action, layer);
  }

  /** A signal has answered already: nobody is asked again, unless the site wants to. */
  #asking(): string[] {
    const {gpc, dnt} = this.#signals;
    const isAnswered = this.#isBroken || ((gpc || dnt === '1') && !this.#config.askDespiteSignal);
    return isAnswered ? [] : undecided(this.#config, this.#consent);
  }

  /** Brings the interface up to date; fetches it only to ask, or when the page shows a part of it. */
  #show(): void {
    const isAsking = this.#asking().length > 0;
    if (isAsking) void this.#load();
    if (isAsking) void this.#receipts();
    if (isAsking || this.#fetched.has('ui') || document.querySelector('consent-button')) {
      this.#ui().then((ui) => ui.update(this.#state()), () => {});
    }
  }

  #state() {
    return {consent: this.#consent, asking: this.#asking(), services: this.#config.services.filter(isDescribed)};
  }

  /** If the interface was blocked, a link still leads where the site says. */
  #openByLink(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-consent-open]');
    if (!link) return;
    event.preventDefault();
    this.#open().catch(() => link.href && location.assign(link.href));
  }

  async #open(): Promise<void> {
    const [ui] = await Promise.all([this.#ui(), this.#described()]);
    ui.update(this.#state());
    await ui.openPreferences();
  }

  #load(): Promise<Enforcer | undefined> {
    const page = {
      options: this.#options,
      config: () => this.#config,
      consent: () => this.#consent,
      loadService: this.#loadService,
      learn: (services: Config['services']) => {
        this.#config = {...this.#config, services};
        this.#show();
      },
    };
    const start = async () => {
      const {createEnforcer} = await import('./enforce.js');
      this.#enforcer = createEnforcer(page);
      this.#enforcer.enforce();
      return this.#enforcer;
    };
    return this.#fetch('enforcer', start).catch(() => {
      this.#isBroken = true;
      this.#show();
      return undefined;
    });
  }

  async #described(): Promise<void> {
    await (await this.#load())?.describeServices();
  }

  #ui(): Promise<Ui> {
    return this.#fetch('ui', async () => (await import('./ui/mount.js')).mountUi(this.#config));
  }

  /** None is made where the site has not said where it goes. */
  #receipts(): Promise<Recorder> | undefined {
    const {endpoint, transport} = this.#config.receipts;
    if (!endpoint && !transport) return undefined;
    const shown = async () => {
      const [{lang, texts, categories}] = await Promise.all([this.#ui(), this.#described()]);
      return {lang, texts: await texts(), categories, services: this.#config.services.filter(isDescribed)};
    };
    return this.#fetch('receipts', async () => (await import('./receipts/recorder.js')).createRecorder(this.#config, shown));
  }

  async #receipt(before: Consent, action: Action | null, layer: Layer): Promise<void> {
    const isVisitor = navigator.userActivation?.isActive !== false;
    const decided = {consent: this.#consent, before, action, layer, isVisitor, now: Date.now()};
    await this.#receipts()?.then((recorder) => recorder.record(decided)).catch(say);
  }

  /** Fetches a part of the library once; a failure is said once, and everybody who waits is told. */
  #fetch<T>(name: string, get: () => Promise<T>): Promise<T> {
    if (!this.#fetched.has(name)) {
      const part = get();
      part.catch(say);
      this.#fetched.set(name, part);
    }
    return this.#fetched.get(name) as Promise<T>;
  }
}

const isDescribed = (service: Config['services'][number]): service is Service => !('use' in service);

/** What could not be had is not a yes. */
const say = (error: unknown) => console.error('[consent-gate] what is not granted stays denied; this failed:', error);

/** Storage throws in a sandboxed frame: the same as none. */
function keeps(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
