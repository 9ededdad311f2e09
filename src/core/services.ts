import type {Config, Consent, Service} from '../types.js';
import {hasGrant} from './consent.js';

/** Services that are known in full: the others stay denied until they are. */
export const described = ({services}: Pick<Config, 'services'>): Service[] =>
  services.filter((service): service is Service => !('use' in service));

/** Whether services may have to run now: something is granted, silence is a yes, or one runs while denied. */
export const mayRunServices = ({regime, services}: Config, consent: Consent): boolean =>
  regime !== 'opt-in' || hasGrant(consent) || services.some(({mode}) => mode === 'signal');
