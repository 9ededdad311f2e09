import {attempt} from '../core/attempt.js';

/**
 * A key of localStorage by which a vendor's script asks, each time before it sends, whether it may. It is answered
 * for and never stored: in storage, a tab that is closed would take it away from the others, and it would outlive
 * the page, or not outlive the sweep.
 */
export function createFlag(key: string) {
  let isRaised = false;
  let isAnswered = false;
  return {
    lower(): void {
      isRaised = false;
    },
    /** Returns whether a script that asks now is told so. */
    raise(): boolean {
      isRaised = true;
      if (!isAnswered) answer(key, () => isRaised);
      isAnswered = true;
      return !!attempt(() => localStorage.getItem(key));
    },
  };
}

function answer(key: string, isSet: () => boolean): void {
  const {getItem} = Storage.prototype;
  Storage.prototype.getItem = function (name) {
    return name === key && isSet() ? 'true' : getItem.call(this, name);
  };
}
