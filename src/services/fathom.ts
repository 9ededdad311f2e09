import type {Service} from '../types.js';
import {createFlag} from './flag.js';

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
  const flag = createFlag('blockFathomTracking');
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
      flag.lower();
      if (!first) window.fathom?.trackPageview();
    },
    // Its own `blockTrackingForMe()` would ask the visitor, over the whole page.
    onRevoke: () => (flag.raise() ? 'verified' : 'impossible'),
  };
}
