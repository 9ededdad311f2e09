import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf} from './queue.js';

/** https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3 */
export interface TiktokPixelOptions {
  readonly pixelId: string;
}

export const optionNames = ['pixelId!'] as const;

const METHODS = (
  'page track identify instances debug on off once ready alias group enableCookie disableCookie ' +
  'holdConsent revokeConsent grantConsent'
).split(' ');
const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js';

/** TikTok Pixel. Told of a withdrawal it drops what it holds and removes nothing: the page reloads. */
export function tiktokPixel({pixelId}: TiktokPixelOptions): Service {
  const call = (method: string) => void (queueOf('ttq')[method] as (() => void) | undefined)?.();
  return {
    id: 'tiktok-pixel',
    category: 'advertising',
    name: 'TikTok Pixel',
    provider: 'TikTok Technology Limited',
    policy: 'https://www.tiktok.com/legal/privacy-policy',
    hosts: ['analytics.tiktok.com'],
    storage: STORAGE,
    beforeLoad() {
      const queue = Object.assign(queueOf('ttq'), {methods: METHODS});
      for (const method of METHODS) queue[method] ??= (...given: unknown[]) => queue.push([method, ...given]);
      // What its own snippet leaves for the script, pixel by pixel: unverified.
      const about = {_i: Object.assign([], {_u: SCRIPT}), _t: Date.now(), _o: {}};
      for (const [field, value] of Object.entries(about)) {
        Object.assign(queue, {[field]: {...(queue[field] as object), [pixelId]: value}});
      }
      Object.assign(window, {TiktokAnalyticsObject: 'ttq'});
      call('holdConsent');
      call('page');
    },
    load: ({script}) => script({src: `${SCRIPT}?sdkid=${encodeURIComponent(pixelId)}&lib=ttq`}),
    onGrant(_, {first}) {
      call('grantConsent');
      if (!first) call('page');
    },
    onCancel: () => emptyQueue('ttq'),
    onRevoke() {
      call('revokeConsent');
      return 'best-effort';
    },
  };
}

/** Names: stored pages of real sites; the lifetimes of all but the first two, and `tt_*`: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_tt*', purpose: 'ads', lifetime: 'P13M'},
  {name: '_ttp', party: 'third', purpose: 'ads', lifetime: 'P13M'},
  {name: 'ttcsid*', purpose: 'session', lifetime: 'P90D'},
  {name: 'ttclid', purpose: 'ads', lifetime: 'P90D'},
  {name: 'tt_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
];
