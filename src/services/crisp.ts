import type {Service, StorageItem} from '../types.js';
import {emptyQueue, queueOf} from './queue.js';

declare global {
  interface Window {
    $crisp?: {push(...calls: readonly unknown[][]): unknown; is?(state: string): boolean};
  }
}

/** https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/ */
export interface CrispOptions {
  readonly websiteId: string;
  /** Keep the conversation from other subdomains: `app.example.com`. By default the whole site shares it. */
  readonly cookieDomain?: string;
}

export const optionNames = ['websiteId!', 'cookieDomain'] as const;

/** Crisp's chat. A conversation that is open ends when the visitor says so, or leaves the page. */
export function crisp({websiteId, cookieDomain}: CrispOptions): Service {
  const tell = (...action: string[]) => void (window.$crisp ??= []).push(['do', ...action]);
  return {
    id: 'crisp',
    category: 'functional',
    name: 'Crisp',
    provider: 'Crisp IM SAS',
    policy: 'https://crisp.chat/en/privacy/',
    hosts: ['*.crisp.chat'],
    storage: STORAGE,
    beforeLoad() {
      queueOf('$crisp');
      const domain = cookieDomain && {CRISP_COOKIE_DOMAIN: cookieDomain};
      Object.assign(window, {CRISP_WEBSITE_ID: websiteId, ...domain});
    },
    load: ({script}) => script({src: 'https://client.crisp.chat/l.js'}),
    onGrant(_, {first}) {
      if (!first) tell('chat:show');
    },
    onCancel: () => emptyQueue('$crisp'),
    onRevoke() {
      // That this forgets the conversation is unverified; what it leaves is swept.
      tell('session:reset');
      tell('chat:hide');
      return 'best-effort';
    },
    // Before its script ran there is no `is`.
    isInUse: () => ['session:ongoing', 'chat:opened'].some((state) => window.$crisp?.is?.(state)),
  };
}

/** Names and lifetime: a public cookie list. */
const STORAGE: readonly StorageItem[] = [{name: 'crisp-client/*', purpose: 'chat', lifetime: 'P6M'}];
