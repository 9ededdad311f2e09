import type {Consent, ScriptSpec, Service, ServiceContext} from '../types.js';
import {isGranted} from '../core/consent.js';
import {releaseEmbeds} from './embeds.js';
import {mark} from './mark.js';
import {createScripts} from './scripts.js';
import type {Scripts} from './scripts.js';
import {trusted} from './trusted.js';

/** Holds back and releases: services, and what is marked up in the page. */
export interface Gate {
  /**
   * Brings everything in line with the consent of this moment; says which services it stopped. One in which
   * the visitor would lose something runs on, unless `isFinal`.
   */
  apply(isFinal?: boolean): Stopped;
  /** Releases what was added to the page since. */
  release(): void;
}

export interface Stopped {
  /** Services that ran, or were on their way, and do so no longer. */
  readonly stopped: readonly Service[];
  /** Those of them that cannot prove it. */
  readonly unstopped: readonly string[];
  /** Services that are denied and still run: a conversation is open in them. */
  readonly inUse: readonly Service[];
}

interface GateOptions {
  /** The services known now, and the consent now: read again at every step. */
  readonly services: () => readonly Service[];
  readonly consent: () => Consent;
  readonly nonce: string | undefined;
  /** Told of a failure in a service's own code. */
  readonly onFailure: (service: string, step: string, error: unknown) => void;
}

/** One start of a service: `loading` until its script ran; `stopped` when it ran and was told to stop. */
interface Run {
  state: 'loading' | 'running' | 'stopped';
}

export const createGate = (options: GateOptions): Gate => new ServiceGate(options);

class ServiceGate implements Gate {
  readonly #options: GateOptions;
  readonly #runs = new Map<string, Run>();
  readonly #scripts: Scripts;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#scripts = createScripts(this.#isElementAllowed, options.nonce);
  }

  apply(isFinal = false): Stopped {
    const stopped: Service[] = [];
    const inUse: Service[] = [];
    // What ran from the page's markup cannot be stopped, unless its service knows how.
    const unstopped = this.#scripts.cancel().filter((id) => !this.#find(id)?.onRevoke);
    for (const service of this.#options.services()) {
      const state = this.#runs.get(service.id)?.state;
      const isActive = state === 'loading' || state === 'running';
      if (!this.#mayRun(service)) {
        if (!isActive) continue;
        if (!isFinal && state === 'running' && this.#isInUse(service)) {
          inUse.push(service);
          continue;
        }
        stopped.push(service);
        if (!this.#stop(service) && !unstopped.includes(service.id)) unstopped.push(service.id);
      } else if (isActive)
        this.#attempt(service, 'onChange', () => service.onChange?.(this.#contextOf(service)));
      else this.#start(service);
    }
    this.release();
    return {stopped, unstopped, inUse};
  }

  release(): void {
    this.#scripts.release();
    releaseEmbeds(this.#isElementAllowed);
  }

  #start(service: Service): void {
    const {id} = service;
    const isFirst = this.#runs.get(id)?.state !== 'stopped';
    const run: Run = {state: 'loading'};
    // The consent may have ended, and come back, while the script was on its way.
    const isCurrent = () => this.#runs.get(id) === run && run.state === 'loading';
    const running = () => {
      if (!isCurrent()) return;
      run.state = 'running';
      this.#attempt(service, 'onGrant', () => service.onGrant?.(this.#contextOf(service), {first: isFirst}));
    };
    const fail = (error: unknown) => {
      if (!isCurrent()) return;
      this.#runs.delete(id);
      this.#options.onFailure(id, 'load', error);
      // Or the next try would find the queue of this one.
      this.#attempt(service, 'onCancel', () => service.onCancel?.(this.#contextOf(service)));
    };
    this.#runs.set(id, run);
    if (!isFirst) return running();
    this.#attempt(service, 'beforeLoad', () => service.beforeLoad?.(this.#contextOf(service)));
    try {
      const loading = service.load?.(this.#contextOf(service));
      if (loading) loading.then(running, fail);
      else running();
    } catch (error) {
      fail(error);
    }
  }

  /** Returns whether the service proved that it stopped. */
  #stop(service: Service): boolean {
    const context = this.#contextOf(service);
    if (this.#runs.get(service.id)?.state === 'loading') {
      this.#runs.delete(service.id);
      this.#attempt(service, 'onCancel', () => service.onCancel?.(context));
      return true;
    }
    this.#runs.set(service.id, {state: 'stopped'});
    const proof = this.#attempt(service, 'onRevoke', () => service.onRevoke?.(context));
    // Scripts in the page's markup are judged apart; what loaded by itself has to prove its stop.
    return proof === 'verified' || !(service.load || service.onRevoke);
  }

  #isInUse = (service: Service) => this.#attempt(service, 'isInUse', () => service.isInUse?.()) === true;

  /** A vendor's mistake is contained: it is named, and the others go on. */
  #attempt<T>({id}: Service, step: keyof Service, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.#options.onFailure(id, step, error);
      return undefined;
    }
  }

  #contextOf(service: Service): ServiceContext {
    const run = this.#runs.get(service.id);
    const isAllowed = () => this.#runs.get(service.id) === run && this.#mayRun(service);
    return {
      consent: this.#options.consent(),
      isGranted: this.#isAllowed,
      script: (spec) => this.#scripts.insert(build(spec), isAllowed, place),
    };
  }

  #find = (id: string | undefined) => this.#options.services().find((service) => service.id === id);

  #mayRun = ({id, mode}: Service) => mode === 'signal' || this.#isAllowed(id);

  #isAllowed = (target: string) =>
    isGranted(this.#options.consent(), this.#find(target)?.category ?? target, target);

  #isElementAllowed = (element: HTMLElement) => {
    const [service, category] = [mark(element, 'service'), mark(element, 'category')];
    return isGranted(this.#options.consent(), this.#find(service)?.category ?? category, service);
  };
}

function build({src, attributes = {}}: ScriptSpec): HTMLScriptElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.src = trusted().createScriptURL(src);
  return script;
}

const place = (script: HTMLScriptElement) => document.head.append(script);
