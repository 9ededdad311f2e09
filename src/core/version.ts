/** Name and version, as receipts state them; a test keeps it equal to package.json. */
export const LIB = 'consent-gate@0.1.0';
