import type {Consent, ConsentGate} from './types.js';

/** Denies everything and does nothing: on a server, or where there is no configuration to trust. */
export function deniedGate(): ConsentGate {
  const consent: Consent = {
    categories: {necessary: 'granted'},
    services: {},
    decidedAt: null,
    expiresAt: null,
    id: null,
    regime: 'opt-in',
    signals: {gpc: null, dnt: null},
  };
  const nothing = () => {};
  return {
    consent: Object.freeze(consent),
    isGranted: (target) => target === 'necessary',
    grantAll: nothing,
    denyAll: nothing,
    choose: nothing,
    withdraw: nothing,
    openPreferences: nothing,
    reset: nothing,
    subscribe: () => nothing,
  };
}
