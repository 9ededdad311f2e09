import type {Config, Service} from '../types.js';

/** Services that are known in full: the others stay denied until they are. */
export const described = ({services}: Pick<Config, 'services'>): Service[] =>
  services.filter((service): service is Service => !('use' in service));
