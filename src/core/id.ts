/** A random UUID, version 4. `crypto.randomUUID` exists on https only. */
export function newId(): string {
  return (
    crypto.randomUUID?.() ??
    TEMPLATE.replace(/[08]/g, (digit) => (((+digit ? 8 : 0) + random() * (+digit ? 4 : 16)) | 0).toString(16))
  );
}

const TEMPLATE = '00000000-0000-4000-8000-000000000000';

const random = () => crypto.getRandomValues(new Uint8Array(1))[0]! / 256;
