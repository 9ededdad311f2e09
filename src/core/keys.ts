/** localStorage: undelivered receipts. Absent when there are none. */
export const OUTBOX_KEY = 'consent-gate-outbox';

/** localStorage: the latest receipt, for the visitor to see. Only while something is granted. */
export const RECEIPT_KEY = 'consent-gate-receipt';

/** localStorage: what the next page sweeps once more. Only between two pages. */
export const SWEEP_KEY = 'consent-gate-sweep';
