import type {Service, StorageItem} from '../types.js';
import {createFlag} from './flag.js';

declare global {
  interface Window {
    umami?: {track(): unknown};
  }
}

/** https://umami.is/docs/tracker-configuration */
export interface UmamiOptions {
  readonly websiteId: string;
  /** Where the script is served from. Default: `https://cloud.umami.is/script.js`. */
  readonly scriptUrl?: string;
  /** Further attributes, such as `data-domains`; `data-identity-stitching="false"` keeps newer versions from storing. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export const optionNames = ['websiteId!', 'scriptUrl', 'attributes'] as const;

/** Umami, of any version: it asks before it sends whether it is disabled. Facts: its tracker, src/tracker/index.js. */
export function umami(options: UmamiOptions): Service {
  const {websiteId, scriptUrl = 'https://cloud.umami.is/script.js', attributes} = options;
  const flag = createFlag('umami.disabled');
  return {
    id: 'umami',
    category: 'analytical',
    name: 'Umami',
    provider: 'Umami Software, Inc.',
    policy: 'https://umami.is/privacy',
    hosts: [scriptUrl],
    storage: STORAGE,
    load: ({script}) => script({src: scriptUrl, attributes: {...attributes, 'data-website-id': websiteId}}),
    onGrant(_, {first}) {
      flag.lower();
      if (!first) window.umami?.track();
    },
    // Not by `data-before-send`, which is the site's own, and unknown to versions before 2.18.
    onRevoke: () => (flag.raise() ? 'verified' : 'impossible'),
  };
}

/** Older versions store nothing. Name: Umami's source. */
const STORAGE: readonly StorageItem[] = [
  {name: 'umami.visitor', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
];
