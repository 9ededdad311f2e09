import type {Service, Stop} from '../types.js';

/** What becomes of a client when consent ends, and when it comes back. */
interface Calls<Client> {
  readonly stop: (client: Client) => unknown;
  readonly resume?: (client: Client) => unknown;
  /** How sure it is then that it stopped. */
  readonly sure: Stop;
}

/**
 * The hooks of a vendor's code that the site bundles. It is started with the first grant and never again,
 * because most of them write an identifier as soon as they start, however opted out.
 */
export function sdkHooks<Client>(
  init: () => Client | Promise<Client>,
  {stop, resume, sure}: Calls<Client>,
): Pick<Service, 'load' | 'onGrant' | 'onCancel' | 'onRevoke'> {
  let client: Client | undefined;
  let starting: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const start = async () => {
    client = await init();
  };
  const end = () => {
    isWanted = false;
    if (!client || isStopped) return;
    isStopped = true;
    stop(client);
  };
  return {
    async load() {
      isWanted = true;
      await (starting ??= start());
      // Consent may have ended while the code was on its way.
      if (!isWanted) end();
    },
    onGrant() {
      if (!client || !isStopped) return;
      isStopped = false;
      resume?.(client);
    },
    onCancel: end,
    onRevoke() {
      end();
      return sure;
    },
  };
}
