/** localStorage: undelivered receipts. Absent when there are none. */
export const OUTBOX_KEY = 'consent-gate-outbox';

/** localStorage: the latest receipt, for the next one to name. Only while something is granted. */
export const RECEIPT_KEY = 'consent-gate-receipt';

/** localStorage: the receipts of this browser, for the visitor to see. No code reads them for anything else. */
export const COPIES_KEY = 'consent-gate-receipts';

/** localStorage: what the next page sweeps once more. Only between two pages. */
export const SWEEP_KEY = 'consent-gate-sweep';
