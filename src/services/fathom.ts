import {attempt} from '../core/attempt.js';
import type {Service} from '../types.js';

declare global {
  interface Window {
    fathom?: {trackPageview(): unknown};
  }
}

/** https://usefathom.com/docs/script/script-advanced */
export interface FathomOptions {
  readonly siteId: string;
  /** Further attributes, such as `data-spa`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export const optionNames = ['siteId!', 'attributes'] as const;

/** Fathom Analytics. It stores nothing, and asks before it sends whether it is blocked. Facts: copies of its script. */
export function fathom({siteId, attributes}: FathomOptions): Service {
  let isDenied = false;
  let isAsked = false;
  return {
    id: 'fathom',
    category: 'analytical',
    name: 'Fathom Analytics',
    provider: 'Conva Ventures Inc.',
    policy: 'https://usefathom.com/privacy',
    hosts: ['cdn.usefathom.com'],
    storage: [],
    load: ({script}) =>
      script({
        src: 'https://cdn.usefathom.com/script.js',
        attributes: {...attributes, 'data-site': siteId},
      }),
    onGrant(_, {first}) {
      isDenied = false;
      if (!first) window.fathom?.trackPageview();
    },
    // Its own `blockTrackingForMe()` would ask the visitor, over the whole page.
    onRevoke() {
      isDenied = true;
      if (!isAsked) answer(FLAG, () => isDenied);
      isAsked = true;
      return attempt(() => localStorage.getItem(FLAG)) ? 'verified' : 'impossible';
    },
  };
}

const FLAG = 'blockFathomTracking';

/** Answers for a key without storing it: in storage, a tab that is closed would take it away from the others. */
function answer(key: string, isSet: () => boolean): void {
  const {getItem} = Storage.prototype;
  Storage.prototype.getItem = function (name) {
    return name === key && isSet() ? 'true' : getItem.call(this, name);
  };
}
