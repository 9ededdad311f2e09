/** What becomes of a client when consent ends, and when it comes back. */
interface Calls<Client> {
  readonly stop: (client: Client) => unknown;
  readonly resume?: (client: Client) => unknown;
}

/**
 * A vendor's code that the site bundles. It is started with the first grant and never again, because
 * most of them write an identifier as soon as they start, however opted out.
 */
export function createSdk<Client>(init: () => Client | Promise<Client>, {stop, resume}: Calls<Client>) {
  let client: Client | undefined;
  let starting: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const start = async () => {
    const started = init();
    // Segment's client has a `then` of its own, which would be awaited too.
    client = started instanceof Promise ? await started : started;
  };
  const end = () => {
    isWanted = false;
    if (!client || isStopped) return;
    isStopped = true;
    stop(client);
  };
  return {
    async load(): Promise<void> {
      isWanted = true;
      await (starting ??= start());
      // Consent may have ended while the code was on its way.
      if (!isWanted) end();
    },
    resume(): void {
      if (!client || !isStopped) return;
      isStopped = false;
      resume?.(client);
    },
    end,
  };
}
