/** A random UUID, version 4. `crypto.randomUUID` exists on https only. */
export function newId(): string {
  return crypto.randomUUID?.() ?? TEMPLATE.replace(/[018]/g, randomDigit);
}

/** The digits to replace: any, and the 8, which becomes 8 to b. */
const TEMPLATE = '10000000-1000-4000-8000-100000000000';

const randomDigit = (digit: string) =>
  (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16);
