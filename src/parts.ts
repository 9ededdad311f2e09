import type {Enforcer, Page} from './enforce.js';
import type {Ui} from './ui/mount.js';

/** The parts of the library that a page may never need: each is fetched once, when it is wanted. */
export class Parts {
  /** The enforcer, as soon as it is there. */
  enforcer: Enforcer | undefined;
  #enforcing: Promise<Enforcer> | undefined;
  #ui: Promise<Ui> | undefined;
  /** Said once: what fails after the enforcer does so because of it. */
  #isSaid = false;
  readonly #page: Omit<Page, 'ui'>;
  readonly #broken: () => void;

  /** @param broken called when nothing can be enforced: a mistake in the options, or a file that is missing */
  constructor(page: Omit<Page, 'ui'>, broken: () => void) {
    this.#page = page;
    this.#broken = broken;
  }

  get hasUi(): boolean {
    return !!this.#ui;
  }

  loadUi = (): Promise<Ui> => {
    if (!this.#ui) {
      this.#ui = import('./ui/mount.js').then(({mountUi}) =>
        mountUi(this.#page.config(), () => this.loadEnforcer()),
      );
      this.#ui.catch((error: unknown) => this.#isSaid || say(error));
    }
    return this.#ui;
  };

  /** Nothing is released without it. */
  loadEnforcer(): Promise<Enforcer> {
    if (!this.#enforcing) {
      const page = {...this.#page, ui: this.loadUi};
      this.#enforcing = import('./enforce.js').then(
        ({createEnforcer}) => (this.enforcer = createEnforcer(page)),
      );
      this.#enforcing.catch((error: unknown) => {
        this.#isSaid = true;
        say(error);
        this.#broken();
      });
    }
    return this.#enforcing;
  }
}

/** What could not be had is not a yes. */
const say = (error: unknown): void =>
  console.error('[consent-gate] what is not granted stays denied:', error);

/** For whoever waits for a part: its failure has been said. */
export const said = (): void => {};
