import type {Service, StoredItem} from './types.js';
import {isGranted} from './core/consent.js';
import {described} from './core/services.js';
import type {Page} from './enforce.js';
import type {Gate, Stopped} from './gate/gate.js';
import {beyondReach, survey, sweep, sweepAgain, sweepPending} from './gate/sweep.js';
import type {Outcome} from './gate/sweep.js';
import {watchTyping} from './gate/typing.js';

/**
 * What follows when something is allowed no longer. Fetched as soon as something is granted, so that it is
 * there when that ends.
 */
export interface Withdrawal {
  /** What the services that may not run have in this browser. To be asked before they stop: some tidy up themselves. */
  survey(): StoredItem[];
  /** Removes it. `found` is what was there before the stop, `denied` are the ids of what is allowed no longer. */
  sweep(found: readonly StoredItem[], denied: readonly string[], stops: Stopped): Outcome;
  /** Tells the visitor what is left, asks before something unfinished is lost, and reloads where that is needed. */
  conclude(outcome: Outcome, stops: Stopped, isSafe: Promise<void> | undefined): Promise<void>;
}

export const createWithdrawal = (page: Page, gate: Gate): Withdrawal => new PageWithdrawal(page, gate);

class PageWithdrawal implements Withdrawal {
  readonly #page: Page;
  readonly #gate: Gate;
  readonly #hasTyped = watchTyping();
  /** They run on until the visitor leaves, or says that they may end. */
  #inUse: readonly Service[] = [];
  #untold: Outcome | undefined;

  constructor(page: Page, gate: Gate) {
    this.#page = page;
    this.#gate = gate;
    const untold = sweepPending(this.#isAllowed);
    if (untold) void this.#tell(untold);
  }

  survey = (): StoredItem[] => survey(this.#sides());

  sweep(found: readonly StoredItem[], denied: readonly string[], {stopped, inUse}: Stopped): Outcome {
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

  async conclude(outcome: Outcome, {unstopped, inUse}: Stopped, isSafe?: Promise<void>): Promise<void> {
    // Not before the receipt is safe.
    await isSafe;
    const mustReload = this.#mustReload(unstopped);
    const isUnfinished = inUse.length > 0 || (mustReload && this.#hasTyped());
    if (!isUnfinished && mustReload) return this.#reload(outcome);
    if (!isUnfinished && !outcome.remaining.length) return;
    const isWorthless = await this.#tell(
      outcome,
      isUnfinished ? [...unstopped, ...inUse.map(({id}) => id)] : [],
    );
    if (isUnfinished && isWorthless) this.#finish(outcome, mustReload);
  }

  /** The visitor has said that nothing unfinished is worth keeping. */
  #finish(before: Outcome, mustReload: boolean): void {
    const found = this.survey();
    const stops = this.#gate.apply(true);
    const {removed, remaining} = this.sweep(found, [], stops);
    if (mustReload || this.#mustReload(stops.unstopped)) {
      this.#reload({
        removed: [...before.removed, ...removed],
        remaining: [...before.remaining, ...remaining],
      });
    }
  }

  #mustReload = (unstopped: readonly string[]) =>
    unstopped.length > 0 && this.#page.config().reload !== 'never';

  #reload(outcome: Outcome): void {
    if (outcome.remaining.length) this.#untold = outcome;
    location.reload();
  }

  async #tell(outcome: Outcome, unfinished: readonly string[] = []): Promise<boolean> {
    const ui = await this.#page.ui();
    return ui.showOutcome({...outcome, unfinished});
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
