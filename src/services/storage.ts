import type {StorageItem} from '../types.js';

/** Items that differ by name only. */
export const each = (names: readonly string[], about: Omit<StorageItem, 'name'>): StorageItem[] =>
  names.map((name) => ({name, ...about}));

/**
 * Meta's names, in a page that AdRoll or HubSpot has brought its pixel into, too: stored pages of real sites;
 * domain of the cookies and the third-party one, and the purpose of `multiFbc`: unverified.
 */
export const metaStorage = (): StorageItem[] => [
  // Made when it is called, so that a bundle that has no use for it leaves it out.
  ...each(['_fbp', '_fbc'], {purpose: 'ads', lifetime: 'P90D'}),
  ...each(['lastExternalReferrer*', 'multiFbc'], {
    in: 'localStorage',
    purpose: 'source',
    lifetime: 'persistent',
  }),
  {name: 'fr', party: 'third', purpose: 'ads', lifetime: 'P90D'},
];
