import type {Service, StorageItem} from '../types.js';

/** https://help.vimeo.com/hc/en-us/articles/12426260232977 */
export interface VimeoOptions {
  /** Whether the frames' addresses say `?dnt=1`, which keeps Vimeo from measuring. Default `true`. */
  readonly doNotTrack?: boolean;
}

export const optionNames = ['doNotTrack'] as const;

/** Vimeo's player, for frames in the markup: `<iframe data-category data-service="vimeo" data-src="…?dnt=1">`. */
export function vimeo({doNotTrack = true}: VimeoOptions = {}): Service {
  return {
    id: 'vimeo',
    category: 'functional',
    name: 'Vimeo',
    provider: 'Vimeo.com, Inc.',
    policy: 'https://vimeo.com/privacy',
    hosts: ['player.vimeo.com', '*.vimeocdn.com'],
    storage: doNotTrack ? STORAGE : [...STORAGE, MEASURED],
    // The gate takes the frames away, and what runs in them with them.
    onRevoke: () => 'verified',
  };
}

/** All in the frame, out of the page's reach. Names: Vimeo's help; lifetimes, and `vuid`: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'player_clearance', party: 'third', purpose: 'security', lifetime: 'session'},
  {name: 'cf_clearance', party: 'third', purpose: 'security', lifetime: 'P1Y'},
  {name: '_cf_bm', party: 'third', purpose: 'security', lifetime: 'PT30M'},
  {name: '_cfuvid', party: 'third', purpose: 'security', lifetime: 'session'},
];

const MEASURED: StorageItem = {name: 'vuid', party: 'third', purpose: 'visitor', lifetime: 'P400D'};
