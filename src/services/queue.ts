/** A list of calls that waits for a vendor's script, which may put something of its own there: `_paq`, `uetq`. */
export type Queue = Pick<unknown[], 'push'> & Record<string, unknown>;

const page = () => window as unknown as Record<string, unknown>;

/** What the page has under a name, its own or the vendor's by now; otherwise a new list. */
export const queueOf = (name: string): Queue => (page()[name] ??= []) as Queue;

/** Forgets the calls that nobody has taken over. */
export const emptyQueue = (name: string): void => {
  const queue = page()[name];
  if (Array.isArray(queue)) queue.length = 0;
};

/** From here to `restore`, what the page calls under a name is neither sent nor kept for later. */
export const silence = (name: string, quiet: unknown = () => undefined): void => {
  silenced[name] ??= page()[name];
  page()[name] = quiet;
};

export const restore = (name: string): void => {
  if (silenced[name]) page()[name] = silenced[name];
  delete silenced[name];
};

const silenced: Record<string, unknown> = {};
