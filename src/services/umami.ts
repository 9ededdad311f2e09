import type {Service, StorageItem} from '../types.js';

declare global {
  interface Window {
    umami?: {track(): unknown};
    umamiWhileDenied?: ((type: string, payload: object) => undefined) | undefined;
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

/** Umami. Its stop is verified: it asks before it sends anything. Facts: its tracker, src/tracker/index.js. */
export function umami(options: UmamiOptions): Service {
  const {websiteId, scriptUrl = 'https://cloud.umami.is/script.js', attributes} = options;
  const asked = {'data-website-id': websiteId, 'data-before-send': 'umamiWhileDenied'};
  return {
    id: 'umami',
    category: 'analytical',
    name: 'Umami',
    provider: 'Umami Software, Inc.',
    policy: 'https://umami.is/privacy',
    hosts: [scriptUrl],
    storage: STORAGE,
    load: ({script}) => script({src: scriptUrl, attributes: {...attributes, ...asked}}),
    onGrant(_, {first}) {
      window.umamiWhileDenied = undefined;
      if (!first) window.umami?.track();
    },
    onRevoke() {
      // Not with its flag in localStorage, which would outlive the page, or not outlive the sweep.
      window.umamiWhileDenied = () => undefined;
      return 'verified';
    },
  };
}

/** Older versions store nothing. Name: Umami's source. */
const STORAGE: readonly StorageItem[] = [
  {name: 'umami.visitor', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
];
