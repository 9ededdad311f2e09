import type {Service, Stop} from '../types.js';

/** How a site that bundles a vendor's code has it started. */
export interface SdkOptions<Client, Code> {
  /** Fetches the code, where the bundle has it in a file of its own: `() => import('…')`. */
  readonly load?: (() => Promise<Code>) | undefined;
  /**
   * Starts the code, given what `load` resolved to, and returns its client. Called once, with the first grant,
   * and never if consent ended while the code was on its way: therefore fetch it in `load`, not here.
   */
  readonly init: (code: Code) => Client;
}

/** What becomes of a client once it has started, when consent ends, and when it comes back. */
interface Calls<Client> {
  readonly ready?: (client: Client) => unknown;
  readonly stop: (client: Client) => unknown;
  readonly resume?: (client: Client) => unknown;
  /** How sure it is then that it stopped. */
  readonly sure: Stop;
}

/**
 * The hooks of a vendor's code that the site bundles. It is started with the first grant and never again,
 * because most of them write an identifier as soon as they start, however opted out.
 */
export function sdkHooks<Client, Code>(
  {load, init}: SdkOptions<Client, Code>,
  {ready, stop, resume, sure}: Calls<Client>,
): Pick<Service, 'load' | 'onGrant' | 'onCancel' | 'onRevoke'> {
  let client: Client | undefined;
  let starting: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  const start = async (code: Code) => {
    const made = init(code);
    // A promise, against its type, is what an `async` init returns. (Segment's client merely has a `then`.)
    client = made instanceof Promise ? ((await made) as Client) : made;
    ready?.(client);
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
      const code = await load?.();
      if (!isWanted) return;
      await (starting ??= start(code as Code));
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
