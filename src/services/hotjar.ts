import type {Service, StorageItem} from '../types.js';
import {createStub} from './stub.js';

declare global {
  interface Window {
    _hjSettings?: {readonly hjid: number; readonly hjsv: number};
  }
}

/** https://help.hotjar.com/hc/en-us/articles/115009336727 */
export interface HotjarOptions {
  readonly siteId: number;
  /** The version of the snippet, `hjsv`. Default 6. */
  readonly version?: number;
}

export const optionNames = ['siteId!', 'version'] as const;

/** Hotjar records visits. It has no call to stop, so the page reloads after a withdrawal. */
export function hotjar({siteId, version = 6}: HotjarOptions): Service {
  const hj = createStub('hj');
  return {
    id: 'hotjar',
    category: 'analytical',
    name: 'Hotjar',
    provider: 'Hotjar Ltd.',
    policy: 'https://www.hotjar.com/legal/policies/privacy/',
    hosts: ['*.hotjar.com', '*.hotjar.io'],
    storage: STORAGE,
    beforeLoad() {
      window._hjSettings = {hjid: siteId, hjsv: version};
      hj.install();
    },
    load: ({script}) => script({src: `https://static.hotjar.com/c/hotjar-${siteId}.js?sv=${version}`}),
    onCancel: hj.empty,
    onRevoke: () => 'impossible',
  };
}

/** Names and lifetimes of the first two: public cookie lists; the others: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_hjSessionUser_*', purpose: 'visitor', lifetime: 'P1Y'},
  {name: '_hjSession_*', purpose: 'session', lifetime: 'PT30M'},
  {name: '_hj*', purpose: 'session', lifetime: 'session'},
  {name: '_hj*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
  {name: '_hj*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
];
