import type {Service, StorageItem} from '../types.js';

/** A list of calls with a stub for each method, until the script takes them over. */
type TikTokQueue = unknown[] & Record<string, (...given: readonly unknown[]) => unknown>;

/** https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3 */
export interface TiktokPixelOptions {
  readonly pixelId: string;
}

/** For the script tag, which has no compiler: `!` marks a required one. */
export const optionNames = ['pixelId!'] as const;

const METHODS =
  'page track identify instances debug on off once ready alias group enableCookie disableCookie ' +
  'holdConsent revokeConsent grantConsent';
const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js';

/** TikTok Pixel. Told of a withdrawal it drops what it holds and removes nothing: the page reloads. */
export function tiktokPixel({pixelId}: TiktokPixelOptions): Service {
  const ttq = () => ((window as {ttq?: TikTokQueue}).ttq ??= [] as unknown as TikTokQueue);
  return {
    id: 'tiktok-pixel',
    category: 'advertising',
    name: 'TikTok Pixel',
    provider: 'TikTok Technology Limited',
    policy: 'https://www.tiktok.com/legal/privacy-policy',
    hosts: ['analytics.tiktok.com'],
    storage: STORAGE,
    beforeLoad() {
      const methods = METHODS.split(' ');
      const queue = Object.assign(ttq(), {methods});
      for (const method of methods) queue[method] ??= (...given) => queue.push([method, ...given]);
      // What its own snippet leaves for the script, pixel by pixel: unverified.
      const about = {_i: Object.assign([], {_u: SCRIPT}), _t: Date.now(), _o: {}};
      for (const [field, value] of Object.entries(about)) {
        Object.assign(queue, {[field]: {...queue[field], [pixelId]: value}});
      }
      Object.assign(window, {TiktokAnalyticsObject: 'ttq'});
      queue['holdConsent']!();
      queue['page']!();
    },
    load: ({script}) => script({src: `${SCRIPT}?sdkid=${encodeURIComponent(pixelId)}&lib=ttq`}),
    onGrant(_, {first}) {
      ttq()['grantConsent']?.();
      if (!first) ttq()['page']?.();
    },
    onCancel: () => void ttq().splice?.(0),
    onRevoke() {
      ttq()['revokeConsent']?.();
      return 'best-effort';
    },
  };
}

/** Names: stored pages of real sites; the lifetimes of all but the first, and `tt_*`: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_tt*', purpose: 'ads', lifetime: 'P13M'},
  {name: 'ttcsid*', purpose: 'session', lifetime: 'P90D'},
  {name: 'ttclid', purpose: 'ads', lifetime: 'P90D'},
  {name: 'tt_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
];
