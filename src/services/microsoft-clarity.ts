import type {Service, ServiceContext, StorageItem} from '../types.js';
import {each} from './storage.js';
import {createStub} from './stub.js';

/** https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2 */
export interface MicrosoftClarityOptions {
  readonly projectId: string;
  /** Where the tag is served from. Default: Microsoft's own address for the project. */
  readonly scriptUrl?: string;
}

export const optionNames = ['projectId!', 'scriptUrl'] as const;

/** Microsoft Clarity records visits. Its stop is verified. It refuses to start under Global Privacy Control. */
export function microsoftClarity({projectId, scriptUrl}: MicrosoftClarityOptions): Service {
  const clarity = createStub('clarity');
  const tell = ({isGranted}: ServiceContext) => {
    const ad_Storage = isGranted('advertising') ? 'granted' : 'denied';
    clarity('consentv2', {ad_Storage, analytics_Storage: 'granted'});
  };
  return {
    id: 'microsoft-clarity',
    category: 'analytical',
    name: 'Microsoft Clarity',
    provider: 'Microsoft Corporation',
    policy: 'https://www.microsoft.com/privacy/privacystatement',
    hosts: ['*.clarity.ms'],
    storage: STORAGE,
    beforeLoad: tell,
    load: ({script}) => script({src: scriptUrl ?? `https://www.clarity.ms/tag/${projectId}`}),
    onGrant(context, {first}) {
      if (first) return;
      // Once stopped it keeps calls again, and would make up for those of the denied time.
      clarity.empty();
      clarity('start', {});
      tell(context);
    },
    onChange: tell,
    onCancel: clarity.empty,
    onRevoke() {
      clarity.empty(); // its recorder may still be on its way
      // It stops with one last report, as a beacon. For this one call there is somebody else to take it.
      Object.assign(navigator, {sendBeacon: () => true});
      // Not `consentv2`: with a denial it starts again, without cookies. Its own are swept.
      clarity('stop');
      delete (navigator as Partial<Navigator>).sendBeacon;
      return 'verified';
    },
  };
}

/** Names and lifetimes: clarity-js 0.8.70; the third-party ones: public cookie lists; `CLID`, `ANONCHK`, `SM`: unverified. */
const STORAGE: readonly StorageItem[] = [
  {name: '_clck', purpose: 'visitor', lifetime: 'P1Y'},
  {name: '_clsk', purpose: 'session', lifetime: 'P1D'},
  {name: '_cltk', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
  {name: 'MUID', party: 'third', purpose: 'visitor', lifetime: 'P13M'},
  {name: 'CLID', party: 'third', purpose: 'visitor', lifetime: 'P1Y'},
  ...each(['ANONCHK', 'SM'], {party: 'third', purpose: 'visitor', lifetime: 'session'}),
];
