import type {Receipt, ReceiptCopy} from '../types.js';
import {attempt} from '../core/attempt.js';
import {COPIES_KEY} from '../core/keys.js';

const LIMIT = 20;

/** The receipts that this browser keeps for the visitor, the newest first. */
export const copies = (): readonly ReceiptCopy[] =>
  // No storage, or somebody else's value: there are none.
  attempt(() => (JSON.parse(localStorage.getItem(COPIES_KEY) ?? '[]') as ReceiptCopy[]).filter(isCopy)) ?? [];

export const keepCopy = (receipt: Receipt): void =>
  attempt(() =>
    localStorage.setItem(COPIES_KEY, JSON.stringify([copyOf(receipt), ...copies()].slice(0, LIMIT))),
  );

/** Of a refusal, nothing by which its receipt, or whoever refused, could be found again: not even the hour. */
function copyOf(receipt: Receipt): ReceiptCopy {
  const {event, time, choices, notice} = receipt;
  if (event !== 'refused') return receipt;
  return {time: `${time.slice(0, 10)}T00:00:00.000Z`, choices, notice};
}

const isCopy = ({time, choices, notice}: ReceiptCopy) =>
  Date.parse(time) > 0 && typeof choices === 'object' && !!notice.version;
