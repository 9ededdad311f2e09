/** A vendor's function: its own, or ours that keeps the calls for it. */
export interface Stub {
  (...call: readonly unknown[]): unknown;
  [field: string]: unknown;
}

const page = globalThis as unknown as Record<string, Stub | undefined>;

interface StubShape {
  /** Where the vendor's script looks for the calls. Default `q`. */
  readonly calls?: string;
  /** What the vendor's script adds when it takes over, if it does not replace the function. */
  readonly runBy?: string;
  /** What else the script wants to find. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * The function of the page that a vendor's script takes over, with the calls made so far: `fbq`, `hj`.
 * One that is already there, of the page's own or of another service, is used as it is.
 */
export function createStub(name: string, {calls = 'q', runBy = '', fields}: StubShape = {}) {
  const build = (): Stub => {
    const keep = (...call: unknown[]) => (stub[calls] as unknown[]).push(call);
    const stub = ((...call) => ((stub[runBy] ?? keep) as Stub)(...call)) as Stub;
    return Object.assign(stub, {[calls]: [], push: stub}, fields);
  };
  const install = () => {
    if (emptied[name]) empty();
    emptied[name] = false;
    return (page[name] ??= build());
  };
  const call = (...words: readonly unknown[]) => void install()(...words);
  /** Forgets the calls that nobody has taken over, and those of the page until ours go on. Returns whether any waited. */
  const empty = () => {
    const kept = page[name]?.[calls];
    emptied[name] = true;
    return Array.isArray(kept) && kept.splice(0).length > 0;
  };
  return Object.assign(call, {install, empty});
}

/** By name, since two services of a kind share one function. */
const emptied: Record<string, boolean> = {};
