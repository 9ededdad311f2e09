import type {Service, StorageItem} from '../types.js';
import {createStub} from './stub.js';

declare global {
  interface Window {
    intercomSettings?: object;
  }
}

/** https://developers.intercom.com/installing-intercom/web/installation */
export interface IntercomOptions {
  readonly appId: string;
  /** Where the account's data is kept. Default: `https://api-iam.intercom.io`. */
  readonly apiBase?: string;
  /** Further settings, such as `alignment`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export const optionNames = ['appId!', 'apiBase', 'settings'] as const;

/** Intercom's chat. A conversation that is open ends when the visitor says so, or leaves the page. */
export function intercom({appId, apiBase, settings}: IntercomOptions): Service {
  const boot = {...settings, app_id: appId, ...(apiBase && {api_base: apiBase})};
  const messenger = createStub('Intercom');
  let isOpen = false;
  return {
    id: 'intercom',
    category: 'functional',
    name: 'Intercom',
    provider: 'Intercom, Inc.',
    policy: 'https://www.intercom.com/legal/privacy',
    hosts: ['widget.intercom.io', 'js.intercomcdn.com', '*.intercom.io'],
    storage: STORAGE,
    beforeLoad() {
      window.intercomSettings = {...window.intercomSettings, ...boot};
      messenger.install();
    },
    load: ({script}) => script({src: `https://widget.intercom.io/widget/${encodeURIComponent(appId)}`}),
    onGrant(_, {first}) {
      if (!first) messenger('boot', {...boot, disabled: false});
      for (const event of ['onShow', 'onHide']) messenger(event, () => (isOpen = event === 'onShow'));
    },
    onCancel: messenger.empty,
    onRevoke() {
      isOpen = false;
      messenger('shutdown');
      return 'best-effort';
    },
    isInUse: () => isOpen,
  };
}

/** Names and lifetimes: Intercom's article on cookies; the key in localStorage: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: 'intercom-id-*', purpose: 'chat', lifetime: 'P9M'},
  {name: 'intercom-session-*', purpose: 'chat', lifetime: 'P1W'},
  {name: 'intercom-device-id-*', purpose: 'chat', lifetime: 'P9M'},
  {name: 'intercom.*', in: 'localStorage', purpose: 'chat', lifetime: 'persistent'},
];
