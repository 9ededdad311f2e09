/** A random UUID, version 4. `crypto.randomUUID` exists on https only; the address of an object in memory ends with one. */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-36);
}
