import type {
  Action,
  Config,
  Consent,
  ConsentChange,
  ConsentGate,
  ConsentListener,
  ConsentOptions,
  Layer,
} from './types.js';
import type {ConsentActionEvent} from './core/action-event.js';
import type {ConsentChangeEvent} from './core/change-event.js';
import {attempt} from './core/attempt.js';
import {NO_OPTIONS, readConfig} from './core/config.js';
import {decide, hasGrant, isGranted, restore, undecided} from './core/consent.js';
import {newId} from './core/id.js';
import {COPIES_KEY, OUTBOX_KEY, RECEIPT_KEY, SWEEP_KEY} from './core/keys.js';
import {ADDITIONS, PLACED} from './core/placed.js';
import {described, mayRunServices} from './core/services.js';
import {decode, encode} from './core/record.js';
import type {ServiceLoader} from './describe-services.js';
import type {Change} from './enforce.js';
import {Parts, said} from './parts.js';
import {readDnt} from './signals/dnt.js';
import {readGpc} from './signals/gpc.js';
import {cookieStorage} from './storage/cookie.js';
import {followTabs, type Told} from './storage/tabs.js';

/**
 * The one place that holds the consent, and the one that wires. It remembers and decides at once;
 * what follows from that is fetched when there is something to follow.
 */
export class Start implements ConsentGate {
  #config: Config;
  #consent: Consent;
  /** As this page last saw it. What the browser does not keep lives as long as the page. */
  #record: string | undefined;
  /** Nothing may be granted on this page, and nobody is asked. */
  #isBroken = false;
  readonly #signals = {gpc: readGpc(), dnt: readDnt()};
  readonly #storage;
  readonly #tellTabs;
  readonly #parts;

  /** @param mistake why the options cannot be read at all */
  constructor(options: ConsentOptions, loadService?: ServiceLoader, mistake?: unknown) {
    this.#config = readConfig(mistake ? NO_OPTIONS : options);
    this.#storage = cookieStorage(this.#config.cookie);
    this.#record = this.#storage.read();
    this.#consent = this.#restored();
    const learn = (services: Config['services']) => {
      this.#config = {...this.#config, services};
      this.#show();
    };
    this.#parts = new Parts(
      {options, loadService, learn, config: () => this.#config, consent: () => this.#consent},
      () => this.#break(),
    );
    this.#tellTabs = followTabs(this.#config.cookie.name, (told) => this.#follow(told));
    document.addEventListener('consent-action', (event) => this.#answer(event));
    document.addEventListener('click', (event) => this.#openByLink(event));
    new MutationObserver(() => this.#parts.hasUi || this.#show()).observe(document, ADDITIONS);
    if (mistake) this.#break();
    // The checks name the mistake, if there was anything to read.
    this.#begin(!!mistake && Object.keys(options).length > 0);
  }

  get consent(): Consent {
    return this.#consent;
  }
  isGranted(target: string): boolean {
    const service = this.#config.services.find(({id}) => id === target);
    return isGranted(this.#consent, service ? service.category : target, target);
  }
  readonly grantAll = () => this.#decide({type: 'grant-all'});
  readonly denyAll = () => this.#decide({type: 'deny-all'});
  readonly choose = (choices: Readonly<Record<string, boolean>>) => this.#decide({type: 'choose', choices});
  readonly withdraw = () => this.#decide({type: 'withdraw'});
  readonly openPreferences = () => void this.#open().catch(said);
  reset(): void {
    this.#storage.remove();
    for (const key of [RECEIPT_KEY, COPIES_KEY]) attempt(() => localStorage.removeItem(key));
    this.#follow();
    this.#tellTabs();
  }
  subscribe(listener: ConsentListener): () => void {
    const tell = ({consent, change}: ConsentChangeEvent) => listener(consent, change);
    document.addEventListener('consent-change', tell);
    return () => document.removeEventListener('consent-change', tell);
  }

  #restored(signals = this.#signals): Consent {
    return restore(this.#config, decode(this.#config, this.#record, Date.now()), signals);
  }

  /** The first look at what this browser remembers. A signal that is new since then takes back what it covers. */
  #begin(isMistaken: boolean): void {
    const remembered = this.#restored({gpc: null, dnt: null});
    const choices = ({categories}: Consent) => Object.values(categories).join();
    const isSignalled = choices(remembered) !== choices(this.#consent);
    if (isSignalled && hasGrant(remembered)) this.#carryOut(remembered, 'signalled');
    else this.#show();
    const isWaiting = attempt(() => localStorage.getItem(SWEEP_KEY) ?? localStorage.getItem(OUTBOX_KEY));
    if (isWaiting || isMistaken || this.#config.debug || mayRunServices(this.#config, this.#consent))
      void this.#parts.loadEnforcer();
  }

  #break(): void {
    this.#isBroken = true;
    this.#config = readConfig(NO_OPTIONS);
    this.#record = undefined;
    this.#consent = this.#restored();
    this.#show();
  }

  #decide(action: Action, layer: Layer = 'none'): void {
    if (this.#isBroken) return;
    const before = this.#consent;
    this.#consent = decide(this.#config, before, action, {now: Date.now(), newId});
    this.#carryOut(before, 'decided', action, layer);
  }

  /** Another tab decided, or this page comes back from the history. */
  #follow({record}: Told = {record: this.#storage.read()}): void {
    if (record === this.#record || this.#isBroken) return;
    this.#record = record;
    const before = this.#consent;
    this.#consent = this.#restored();
    this.#carryOut(before, 'restored');
  }

  /** Everything that follows from a change, in this order. */
  #carryOut(
    before: Consent,
    cause: ConsentChange['cause'],
    action: Action | null = null,
    layer: Layer = 'none',
  ): void {
    if (cause !== 'restored') this.#remember();
    const isVisitor = navigator.userActivation?.isActive !== false;
    const change: Change = {before, cause, action, layer, isVisitor, now: Date.now()};
    const tell = this.#parts.enforcer?.enforce(change);
    this.#show();
    if (cause !== 'restored') this.#tellTabs(this.#record);
    if (tell) tell();
    else
      this.#parts
        .loadEnforcer()
        .then((enforcer) => enforcer.enforce(change)())
        .catch(said);
  }

  #remember(): void {
    this.#storage.write(encode(this.#config, this.#consent), this.#consent.expiresAt!);
    this.#record = this.#storage.read();
  }

  #answer({action, layer}: ConsentActionEvent): void {
    if (action.type === 'open-preferences') this.openPreferences();
    else if (action.type !== 'load-once') this.#decide(action, layer);
    else this.#parts.loadEnforcer().then((enforcer) => enforcer.witness(action), said);
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
    if (isAsking) this.#parts.loadEnforcer();
    if (isAsking || this.#parts.hasUi || document.querySelector(PLACED)) {
      this.#parts.loadUi().then((ui) => ui.update(this.#state()), said);
    }
  }

  #state() {
    return {consent: this.#consent, asking: this.#asking(), services: described(this.#config), drawn: PLACED};
  }

  /** If the interface was blocked, a link still leads where the site says. */
  #openByLink(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('[data-consent-open]');
    if (!link) return;
    event.preventDefault();
    this.#open().catch(() => link.href && location.assign(link.href));
  }

  async #open(): Promise<void> {
    const [ui] = await Promise.all([
      this.#parts.loadUi(),
      this.#parts.loadEnforcer().then((enforcer) => enforcer.describeServices()),
    ]);
    ui.update(this.#state());
    await ui.openPreferences();
  }
}
