/** A list of calls that waits for a vendor's script, which may put something of its own there: `_paq`, `uetq`. */
export type Queue = Pick<unknown[], 'push'> & Record<string, unknown>;

const page = globalThis as unknown as Record<string, unknown>;

/** What the page has under a name, its own or the vendor's by now; otherwise a new list. */
export const queueOf = (name: string): Queue => {
  if (emptied[name]) emptyQueue(name);
  emptied[name] = false;
  return (page[name] ??= []) as Queue;
};

/** Forgets the calls that nobody has taken over, and those which the page makes until it is asked for again. */
export const emptyQueue = (name: string): void => {
  const queue = page[name];
  if (Array.isArray(queue)) queue.length = 0;
  emptied[name] = true;
};

/** By name, since two services of a kind share one list. */
const emptied: Record<string, boolean> = {};

/** From here to `restore`, what the page calls under a name is neither sent nor kept for later. */
export const silence = (name: string, quiet: unknown = () => undefined): void => {
  silenced[name] ??= [page[name]];
  page[name] = quiet;
};

export const restore = (name: string): void => {
  if (silenced[name]) [page[name]] = silenced[name];
  delete silenced[name];
};

/** What was there, which may have been nothing. */
const silenced: Record<string, [unknown]> = {};
