import type {Service, StorageItem} from '../types.js';

/** https://support.google.com/youtube/answer/171780 */
export interface YoutubeOptions {
  /**
   * Where the frames are from. The default, which is `www.youtube-nocookie.com`, stores less, not nothing;
   * `www.youtube.com` also serves advertising, so it is filed there.
   */
  readonly host?: 'www.youtube-nocookie.com' | 'www.youtube.com';
}

export const optionNames = ['host'] as const;

/** YouTube's player, for frames in the markup: `<iframe data-category data-service="youtube" data-src="…">`. */
export function youtube({host = 'www.youtube-nocookie.com'}: YoutubeOptions = {}): Service {
  return {
    id: 'youtube',
    category: host === 'www.youtube.com' ? 'advertising' : 'functional',
    name: 'YouTube',
    provider: 'Google LLC',
    policy: 'https://policies.google.com/privacy',
    hosts: [host, '*.ytimg.com', '*.googlevideo.com'],
    storage: STORAGE,
    // The gate takes the frames away, and what runs in them with them.
    onRevoke: () => 'verified',
  };
}

/** All in the frame, out of the page's reach. Names: a public cookie list; that the last is stored: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'VISITOR_INFO1_LIVE', party: 'third', purpose: 'visitor', lifetime: 'P180D'},
  {name: 'VISITOR_PRIVACY_METADATA', party: 'third', purpose: 'consent', lifetime: 'P180D'},
  {name: 'YSC', party: 'third', purpose: 'session', lifetime: 'session'},
  {name: 'yt-*', in: 'localStorage', party: 'third', purpose: 'player', lifetime: 'persistent'},
];
