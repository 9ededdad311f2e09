import type {ConsentChange, Service, StoredItem} from './types.js';
import {isGranted} from './core/consent.js';
import {described} from './core/services.js';
import type {Page} from './enforce.js';
import type {Gate, Stopped} from './gate/gate.js';
import {beyondReach, survey, sweep, sweepAgain, sweepPending} from './gate/sweep.js';
import type {Outcome} from './ui/outcome.js';

/** What a sweep did. */
export type Swept = Pick<ConsentChange, 'removed' | 'remaining'>;

/**
 * What follows when something is allowed no longer. Fetched as soon as something is granted, so that it is
 * there when that ends.
 */
export interface Withdrawal {
  /** What the services that may not run have in this browser. To be asked before they stop: some tidy up themselves. */
  survey(): StoredItem[];
  /** Removes it. `found` is what was there before the stop, `denied` are the ids of what is allowed no longer. */
  sweep(found: readonly StoredItem[], denied: readonly string[], stops: Stopped): Swept;
  /** Tells the visitor what is left, asks before something unfinished is lost, and reloads where that is needed. */
  conclude(swept: Swept, stops: Stopped, isSafe: Promise<void> | undefined): Promise<void>;
}

/** @param hasTyped - Whether a reload would lose what the visitor has written. */
export const createWithdrawal = (page: Page, gate: Gate, hasTyped: () => boolean): Withdrawal =>
  new PageWithdrawal(page, gate, hasTyped);

class PageWithdrawal implements Withdrawal {
  readonly #page: Page;
  readonly #gate: Gate;
  readonly #hasTyped: () => boolean;
  /** They run on until the visitor leaves, or says that they may end. */
  #inUse: readonly Service[] = [];
  #untold: Outcome | undefined;

  constructor(page: Page, gate: Gate, hasTyped: () => boolean) {
    this.#page = page;
    this.#gate = gate;
    this.#hasTyped = hasTyped;
    const untold = sweepPending(this.#isAllowed);
    if (untold) void page.ui().then((ui) => ui.showOutcome(untold as Outcome));
  }

  survey = (): StoredItem[] => survey(this.#sides());

  sweep(found: readonly StoredItem[], denied: readonly string[], {stopped, inUse}: Stopped): Swept {
    this.#inUse = inUse;
    const ended = [...denied, ...stopped.map(({id}) => id)];
    const left = sweep(this.#sides());
    if (ended.length) sweepAgain(this.#sidesLater, () => this.#untold);
    return {
      removed: found.filter((item) => !left.some((other) => isSame(item, other))),
      remaining: [
        ...left.map((item) => ({...item, reason: 'unreachable' as const})),
        // Only where it really ran: a service that never did has left nothing with its vendor.
        ...beyondReach(this.#sides().stopped.filter(({id}) => ended.includes(id))),
      ],
    };
  }

  async conclude(swept: Swept, {unstopped, inUse}: Stopped, isSafe?: Promise<void>): Promise<void> {
    // Not before the receipt is safe.
    await isSafe;
    const mustReload = this.#mustReload(unstopped);
    if (inUse.length > 0 || (mustReload && this.#hasTyped())) {
      const isWorthless = await this.#tell(swept, [...unstopped, ...inUse.map(({id}) => id)]);
      if (isWorthless) this.#finish(swept, mustReload);
    } else if (mustReload) this.#reload(swept);
    else if (swept.remaining.length) await this.#tell(swept);
  }

  /** The visitor has said that nothing unfinished is worth keeping. */
  #finish(before: Swept, mustReload: boolean): void {
    const found = this.survey();
    const stops = this.#gate.apply(true);
    const {removed, remaining} = this.sweep(found, [], stops);
    if (!mustReload && !this.#mustReload(stops.unstopped)) return;
    this.#reload({removed: [...before.removed, ...removed], remaining: [...before.remaining, ...remaining]});
  }

  #mustReload = (unstopped: readonly string[]) =>
    unstopped.length > 0 && this.#page.config().reload !== 'never';

  #reload(swept: Swept): void {
    if (swept.remaining.length) this.#untold = this.#inWords(swept);
    location.reload();
  }

  /** Resolves with whether the visitor said that what is unfinished may end. */
  #tell = async (swept: Swept, unfinished: readonly string[] = []): Promise<boolean> =>
    (await this.#page.ui()).showOutcome(this.#inWords(swept, unfinished));

  /** Services by the names that the visitor knows, and what two of them own once. */
  #inWords({removed, remaining}: Swept, unfinished: readonly string[] = []): Outcome {
    const services = described(this.#page.config());
    const name = (id: string) => services.find((service) => service.id === id)?.name ?? id;
    return {
      removed: new Set(removed.map((item) => item.in + item.name)).size,
      remaining: [...new Set(remaining.map(({service}) => service))].map((id) => ({
        service: name(id),
        names: remaining.filter(({service}) => service === id).map((item) => item.name),
      })),
      unfinished: unfinished.map(name),
    };
  }

  #sidesLater = (isLeaving: boolean) => {
    if (isLeaving) {
      this.#gate.apply(true);
      this.#inUse = [];
    }
    return this.#sides();
  };

  /** Who keeps what is theirs, and who does not. */
  #sides() {
    const services = described(this.#page.config());
    const isKept = (service: Service) => this.#isAllowed(service) || this.#inUse.includes(service);
    return {
      granted: services.filter(isKept),
      stopped: services.filter((service) => !isKept(service)),
    };
  }

  #isAllowed = ({id, category}: Pick<Service, 'id' | 'category'>) =>
    isGranted(this.#page.consent(), category, id);
}

const isSame = (item: StoredItem, other: StoredItem) =>
  item.service === other.service && item.in === other.in && item.name === other.name;
