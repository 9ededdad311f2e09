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

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['siteId!', 'attributes'] as const;

/** Fathom Analytics. It stores nothing but the flag that keeps it quiet, which goes with the page: unverified. */
export function fathom({siteId, attributes}: FathomOptions): Service {
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
      removeEventListener('pageshow', block);
      unblock();
      if (!first) window.fathom?.trackPageview();
    },
    // Its own `blockTrackingForMe()` would ask the visitor, over the whole page.
    onRevoke() {
      block();
      addEventListener('pagehide', unblock);
      addEventListener('pageshow', block);
      return 'verified';
    },
  };
}

// Not in `storage`: the sweep would take it away while it is needed.
const FLAG = 'blockFathomTracking';
const block = () => attempt(() => localStorage.setItem(FLAG, 'true'));
const unblock = () => attempt(() => localStorage.removeItem(FLAG));
