import type {Layer, Regime, Signals} from './consent.js';

/** The proof of one decision. Shape: `consent-receipt.v1.schema.json`, shipped with the package. */
export interface Receipt {
  readonly schema: 'consent-receipt/1';
  /** UUIDv4, one per event, also the `Idempotency-Key`. */
  readonly id: string;
  /** UUIDv4: this browser's pseudonym, or a fresh one for a refusal. */
  readonly consentId: string;
  /** The receipt that this one replaces. */
  readonly prev: string | null;
  /** ISO 8601 UTC, the visitor's clock. */
  readonly time: string;
  readonly validUntil: string;
  /** Host, and port where it is not the default. Never a path. */
  readonly site: string;
  readonly event: 'given' | 'refused' | 'changed' | 'withdrawn' | 'renewed' | 'signalled' | 'expired';
  readonly method:
    | 'accept-all'
    | 'reject-all'
    | 'save-choices'
    | 'withdraw-all'
    | 'dismiss'
    | 'embed-click'
    | 'gpc'
    | 'dnt'
    | 'api'
    | 'preset'
    | 'expiry'
    | 'notice-change';
  readonly by: 'user' | 'user-agent' | 'site';
  readonly layer: Layer;
  readonly regime: Regime;
  readonly jurisdiction: string;
  /** Every optional category, granted and denied. */
  readonly choices: Readonly<Record<string, boolean>>;
  /** Services whose choice differs from their category. */
  readonly services?: Readonly<Record<string, boolean>>;
  readonly signals: Signals;
  readonly notice: {readonly version: string; readonly lang: string; readonly hash: string};
  /** `consent-gate@1.2.3` */
  readonly lib: string;
}
