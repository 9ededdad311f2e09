import type {Config, Service, StorageItem} from '../types.js';
import {cookieName} from './cookie-name.js';
import {COPIES_KEY, OUTBOX_KEY, RECEIPT_KEY, SWEEP_KEY} from './keys.js';

/** What the library itself stores, declared like any service. It has no name: that is the visitor's language's to say. */
export function ownStorage(config: Config, isSecure: boolean): Service {
  const {cookie, lifetime, controller, receipts} = config;
  const record: StorageItem = {
    name: cookieName(cookie, isSecure),
    purpose: 'consent',
    lifetime: `P${lifetime}D`,
  };
  const wantsReceipts = receipts.endpoint || receipts.transport;
  return {
    id: 'consent-gate',
    category: 'necessary',
    provider: controller.name,
    storage: [record, key(SWEEP_KEY), ...(wantsReceipts ? RECEIPTS : [])],
  };
}

const key = (name: string, lifetime = 'persistent'): StorageItem => ({
  name,
  in: 'localStorage',
  purpose: 'consent',
  lifetime,
});

/** The outbox gives up after thirty days. */
const RECEIPTS = [key(OUTBOX_KEY, 'P30D'), key(RECEIPT_KEY), key(COPIES_KEY)];
