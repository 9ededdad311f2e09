import type {Consent, ConsentChange} from './consent.js';

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
