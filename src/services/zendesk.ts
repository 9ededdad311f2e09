import type {Service, ServiceContext, StorageItem} from '../types.js';

declare global {
  interface Window {
    zE?: (...command: readonly unknown[]) => unknown;
  }
}

/** https://developer.zendesk.com/api-reference/widget-messaging/web/core/ */
export interface ZendeskOptions {
  /** The key in the address of the account's snippet. */
  readonly key: string;
  /** Which of the two widgets the account has. Default `messaging`. */
  readonly product?: 'messaging' | 'classic';
}

export const optionNames = ['key!', 'product'] as const;

/** Zendesk Web Widget, messaging or classic. An open conversation ends when the visitor says so, or leaves the page. */
export function zendesk({key, product = 'messaging'}: ZendeskOptions): Service {
  const src = `https://static.zdassets.com/ekr/snippet.js?key=${encodeURIComponent(key)}`;
  const family = product === 'classic' ? 'webWidget' : 'messenger';
  let isOpen = false;
  // There is no queue: before its script ran there is no `zE` either.
  const allow = ({isGranted}: ServiceContext, kinds = isGranted('analytical') ? 'all' : 'functional') =>
    product === 'classic'
      ? window.zE?.(family, 'updateSettings', {cookies: kinds !== 'none'})
      : window.zE?.('messenger:set', 'cookies', kinds);
  return {
    id: 'zendesk',
    category: 'functional',
    name: 'Zendesk',
    provider: 'Zendesk, Inc.',
    policy: 'https://www.zendesk.com/company/agreements-and-terms/privacy-notice/',
    hosts: ['*.zdassets.com', '*.zendesk.com', '*.zopim.com', '*.smooch.io'],
    storage: STORAGE,
    load: ({script}) => script({src, attributes: {id: 'ze-snippet'}}),
    onGrant(context, {first}) {
      allow(context);
      if (!first) return void window.zE?.(family, 'show');
      for (const on of ['open', 'close']) window.zE?.(`${family}:on`, on, () => (isOpen = on === 'open'));
    },
    onChange: allow,
    onRevoke(context) {
      allow(context, 'none');
      window.zE?.(family, 'hide');
      return 'best-effort';
    },
    isInUse: () => isOpen || (product === 'classic' && !!window.zE?.('webWidget:get', 'chat:isChatting')),
  };
}

/** Names: Zendesk's article on cookies; that `ZD-*` are keys: unverified. Messaging has more, and removes them itself. */
const STORAGE: readonly StorageItem[] = [
  {name: '__zlcmid', purpose: 'chat', lifetime: 'P1Y'},
  {name: '__zlcprivacy', purpose: 'consent', lifetime: 'P1Y'},
  {name: 'ZD-*', in: 'localStorage', purpose: 'chat', lifetime: 'persistent'},
  {name: 'ZD-*', in: 'sessionStorage', purpose: 'chat', lifetime: 'session'},
];
