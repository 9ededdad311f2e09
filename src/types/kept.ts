import type {Receipt} from './receipt.js';
import type {Service, StorageItem} from './service.js';

/** Whether something that may be stored is in this browser now; `unseen`: no script of this page can tell. */
export type Presence = 'present' | 'absent' | 'unseen';

/**
 * A receipt as this browser keeps it for the visitor. Of a refusal that is the day, the choices and the notice:
 * what two visitors who refused on the same day have alike.
 */
export type ReceiptCopy = Pick<Receipt, 'time' | 'choices' | 'notice'> & Partial<Receipt>;

/** What this browser keeps, as far as the page can see it. */
export interface Kept {
  /** The library's own storage, as a service like any other. */
  readonly own: Service;
  /** By the item that declares it. */
  readonly presence: ReadonlyMap<StorageItem, Presence>;
  /** The newest first. None where the site wants no receipts. */
  readonly receipts: readonly ReceiptCopy[];
}
