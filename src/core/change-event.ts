import type {Consent, ConsentChange} from '../types.js';

/** Raised on `document` after every change of consent. What was remembered is there from the start, and no change. */
export class ConsentChangeEvent extends Event {
  readonly consent: Consent;
  readonly change: ConsentChange;

  constructor(consent: Consent, change: ConsentChange) {
    super('consent-change');
    this.consent = consent;
    this.change = change;
  }
}

declare global {
  interface DocumentEventMap {
    'consent-change': ConsentChangeEvent;
  }
}
