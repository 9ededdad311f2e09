import type {Service, StorageItem} from '../types.js';
import {createStub} from './stub.js';

/** https://help.pinterest.com/en/business/article/install-the-base-code */
export interface PinterestOptions {
  readonly tagId: number | string;
}

export const optionNames = ['tagId!'] as const;

/** Pinterest Tag. Told of a withdrawal it stops its events; its cookies are swept and the page reloads. */
export function pinterest({tagId}: PinterestOptions): Service {
  let isHeld = false;
  const pintrk = createStub('pintrk', {calls: 'queue', fields: {version: '3.0'}});
  return {
    id: 'pinterest',
    category: 'advertising',
    name: 'Pinterest',
    provider: 'Pinterest Europe Ltd.',
    policy: 'https://policy.pinterest.com/privacy-policy',
    hosts: ['s.pinimg.com', 'ct.pinterest.com'],
    storage: STORAGE,
    beforeLoad() {
      pintrk('setconsent', true);
      pintrk('load', `${tagId}`);
      pintrk('page');
    },
    load: ({script}) => script({src: 'https://s.pinimg.com/ct/core.js'}),
    onGrant(_, {first}) {
      if (first) return;
      pintrk('setconsent', true);
      if (isHeld) pintrk('load', `${tagId}`);
      pintrk('page');
    },
    onCancel: pintrk.empty,
    onRevoke() {
      // Its script fetches another, until which the calls wait: they would load the tag before it hears the no.
      isHeld = pintrk.empty();
      pintrk('setconsent', false);
      return 'best-effort';
    },
  };
}

/** Names: Pinterest's help and public cookie lists; the lifetimes of the last three: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_pin_unauth', purpose: 'ads', lifetime: 'P1Y'},
  {name: '_derived_epik', purpose: 'ads', lifetime: 'P1Y'},
  {name: '_epik', purpose: 'ads', lifetime: 'P1Y'},
  {name: '_pinterest_ct_ua', party: 'third', purpose: 'ads', lifetime: 'P1Y'},
  {name: 'ar_debug', party: 'third', purpose: 'ads', lifetime: 'P1Y'},
];
