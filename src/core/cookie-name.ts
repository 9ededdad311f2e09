import type {Config} from '../types.js';

/**
 * The name under which the record is kept. On https it carries a prefix, so that no other host and no insecure
 * page can plant one: `__Host-`, or `__Secure-` when it is shared with subdomains.
 */
export const cookieName = ({name, domain}: Config['cookie'], isSecure: boolean): string =>
  isSecure ? (domain ? '__Secure-' : '__Host-') + name : name;
