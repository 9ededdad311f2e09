import type {Config, Consent, ConsentChange} from '../types.js';
import {isGranted} from './consent.js';

/** Categories and services that became allowed, or stopped being so, between two consents. */
export function difference(
  {categories, services}: Config,
  now: Consent,
  before: Consent | undefined,
): Pick<ConsentChange, 'granted' | 'denied'> {
  const granted: string[] = [];
  const denied: string[] = [];
  const compare = (id: string, category: string | undefined, service?: string) => {
    const is = isGranted(now, category, service);
    const was = before ? isGranted(before, category, service) : category === 'necessary';
    if (is !== was) (is ? granted : denied).push(id);
  };
  for (const {id} of categories) compare(id, id);
  for (const {id, category} of services) compare(id, category, id);
  return {granted, denied};
}
