import type {Service} from '../types.js';
import {restore, silence} from './queue.js';
import {metaStorage} from './storage.js';
import {createStub} from './stub.js';

/** https://developers.facebook.com/docs/meta-pixel/get-started */
export interface MetaPixelOptions {
  readonly pixelId: number | string;
  /** Limited Data Use, for visitors whom the privacy laws of US states protect. */
  readonly limitedDataUse?: boolean;
  /** Where fbevents.js is served from. Default: Meta's own address. */
  readonly scriptUrl?: string;
}

export const optionNames = ['pixelId!', 'limitedDataUse', 'scriptUrl'] as const;

/** Meta Pixel (Facebook, Instagram). Leave out the `<noscript>` image: it cannot wait for consent. */
export function metaPixel({pixelId, limitedDataUse = false, scriptUrl}: MetaPixelOptions): Service {
  const src = scriptUrl ?? 'https://connect.facebook.net/en_US/fbevents.js';
  const fields = {loaded: true, version: '2.0'};
  const fbq = createStub('fbq', {calls: 'queue', runBy: 'callMethod', fields});
  return {
    id: 'meta-pixel',
    category: 'advertising',
    name: 'Meta Pixel',
    provider: 'Meta Platforms Ireland Ltd.',
    policy: 'https://www.facebook.com/privacy/policy/',
    hosts: ['connect.facebook.net', 'www.facebook.com'],
    storage: metaStorage(),
    beforeLoad() {
      Object.assign(window, {_fbq: fbq.install()});
      if (limitedDataUse) fbq('dataProcessingOptions', ['LDU'], 0, 0);
      fbq('init', `${pixelId}`);
      fbq('track', 'PageView');
    },
    // Another service, such as AdRoll, may have loaded the same script.
    load: ({script}) => (fbq.install()['callMethod'] ? undefined : script({src})),
    onGrant(_, {first}) {
      if (first) return;
      restore('fbq');
      fbq('consent', 'grant');
      fbq('track', 'PageView');
    },
    onCancel: fbq.empty,
    onRevoke() {
      fbq('consent', 'revoke');
      // It would hold the events of the denied time, and send them with the next grant.
      silence('fbq');
      return 'best-effort';
    },
  };
}
