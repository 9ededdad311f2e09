import type {Consent, ScriptSpec, Service, ServiceContext} from '../types.js';
import {isGranted} from '../core/consent.js';
import {releaseEmbeds} from './embeds.js';
import {createScripts} from './scripts.js';
import {trusted} from './trusted.js';

/** Holds back and releases: services, and what is marked up in the page. */
export interface Gate {
  /** Brings everything in line with the consent of this moment; says which services it stopped. */
  apply(): Stopped;
  /** Releases what was added to the page since. */
  release(): void;
}

export interface Stopped {
  /** Services that ran, or were on their way, and do so no longer. */
  readonly stopped: readonly Service[];
  /** Those of them that cannot prove it. */
  readonly unstopped: readonly string[];
}

export interface GateOptions {
  /** The services known now, and the consent now: read again at every step. */
  readonly services: () => readonly Service[];
  readonly consent: () => Consent;
  readonly nonce: string | undefined;
  /** Told of a failure in a service's own code. */
  readonly onFailure: (service: string, step: string, error: unknown) => void;
}

/** `loading` until its script ran; `stopped` when it ran and was told to stop. */
type State = 'loading' | 'running' | 'stopped';

export function createGate({services, consent, nonce, onFailure}: GateOptions): Gate {
  const states = new Map<string, State>();

  const find = (id: string) => services().find((service) => service.id === id);
  const isAllowed = (target: string) => isGranted(consent(), find(target)?.category ?? target, target);
  const isElementAllowed = ({dataset}: HTMLElement) =>
    isGranted(consent(), find(dataset['service'] ?? '')?.category ?? dataset['category'], dataset['service']);
  const scripts = createScripts(isElementAllowed, nonce);

  const contextOf = ({id, mode}: Service): ServiceContext => ({
    consent: consent(),
    isGranted: isAllowed,
    script: (spec) => scripts.insert(build(spec), () => mode === 'signal' || isAllowed(id), place),
  });

  /** A vendor's mistake is contained: it is named, and the others go on. */
  function attempt<T>(service: Service, step: keyof Service, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      onFailure(service.id, step, error);
      return undefined;
    }
  }

  function start(service: Service): void {
    const context = contextOf(service);
    const first = states.get(service.id) !== 'stopped';
    if (first) attempt(service, 'beforeLoad', () => service.beforeLoad?.(context));
    const running = () => {
      // The consent may have ended while the script was on its way.
      if (states.get(service.id) !== 'loading') return;
      states.set(service.id, 'running');
      attempt(service, 'onGrant', () => service.onGrant?.(contextOf(service), {first}));
    };
    states.set(service.id, 'loading');
    const loaded = first && attempt(service, 'load', () => service.load?.(context));
    if (loaded instanceof Promise) loaded.then(running, (error: unknown) => fail(service, error));
    else running();
  }

  function fail(service: Service, error: unknown): void {
    if (states.get(service.id) !== 'loading') return;
    states.delete(service.id);
    onFailure(service.id, 'load', error);
  }

  /** Returns whether the service proved that it stopped. */
  function stop(service: Service): boolean {
    const context = contextOf(service);
    if (states.get(service.id) === 'loading') {
      states.delete(service.id);
      attempt(service, 'onCancel', () => service.onCancel?.(context));
      return true;
    }
    states.set(service.id, 'stopped');
    const proof = attempt(service, 'onRevoke', () => service.onRevoke?.(context));
    // Scripts in the page's markup are judged apart; what loaded by itself has to prove its stop.
    return proof === 'verified' || !(service.load || service.onRevoke);
  }

  function release(): void {
    scripts.release();
    releaseEmbeds(isElementAllowed);
  }

  return {
    release,
    apply() {
      const stopped: Service[] = [];
      // What ran from the page's markup cannot be stopped, unless its service knows how.
      const unstopped = scripts.cancel().filter((id) => !find(id)?.onRevoke);
      for (const service of services()) {
        const {id, mode} = service;
        const state = states.get(id);
        const active = state === 'loading' || state === 'running';
        if (active && (mode === 'signal' || isAllowed(id))) {
          attempt(service, 'onChange', () => service.onChange?.(contextOf(service)));
        } else if (active) {
          stopped.push(service);
          if (!stop(service) && !unstopped.includes(id)) unstopped.push(id);
        } else if (mode === 'signal' || isAllowed(id)) {
          start(service);
        }
      }
      release();
      return {stopped, unstopped};
    },
  };
}

function build({src, attributes = {}}: ScriptSpec): HTMLScriptElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.src = trusted().createScriptURL(src);
  return script;
}

const place = (script: HTMLScriptElement) => document.head.append(script);
