import {ADVERTISING} from './advertising.mjs';
import {ANALYTICAL} from './analytical.mjs';
import {FUNCTIONAL} from './functional.mjs';

/**
 * A service that the library loads by a script tag, with a stand-in for its vendor.
 *
 * - `use`: the file in `services/`, where the table has it more than once
 * - `options`: what a page writes, `use` aside
 * - `scripts`: which file answers for which address (host and path; `*` is any run of characters), the first
 *   of them the one that the library asks for
 * - `hosts`: where else the vendor is talked to
 * - `brings`: services whose stand-in this one loads by itself
 * - `isBundled`: the site bundles the vendor's code and starts it by a function, so `services.html` has no page of it
 * - `markup`: what the page has in its own markup for it, such as a frame
 * - `writes`: everything that the stand-in can write into the visitor's browser: see shared.js
 *
 * @typedef {object} StandIn
 * @property {string} name
 * @property {string} [use]
 * @property {Record<string, unknown>} options
 * @property {Record<string, string>} scripts
 * @property {readonly string[]} [hosts]
 * @property {readonly string[]} [brings]
 * @property {boolean} [isBundled]
 * @property {string} [markup]
 * @property {readonly Written[]} writes
 */

/**
 * One name that a vendor writes; `*` is any run of characters. `on` is where a cookie lies: on the highest
 * domain that takes it (default), on the exact host name with a domain, or on the host only. Without `days`
 * it is a session cookie. `party` is `third` in a frame. `byVendor`: its name cannot be known to the service, so
 * the vendor has to remove it when it is stopped.
 *
 * @typedef {object} Written
 * @property {string} name
 * @property {'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB'} [in] - Default `cookie`.
 * @property {'registrable' | 'hostname' | 'host-only'} [on]
 * @property {number} [days]
 * @property {boolean} [partitioned]
 * @property {'first' | 'third'} [party] - Default `first`.
 * @property {boolean} [byVendor]
 */

/** By the name of the file in `services/`, or a name of their own. @type {Record<string, StandIn>} */
export const SERVICES = {...ADVERTISING, ...ANALYTICAL, ...FUNCTIONAL};

/**
 * Which stand-in answers for an address, and what it may write: that of all services which share it, as
 * Google's do. @param {string} address - Host and path.
 */
export function standInFor(address) {
  const found = Object.values(SERVICES).flatMap(({scripts, writes}) =>
    Object.entries(scripts)
      .filter(([pattern]) => matcher(pattern).test(address))
      .map(([, file]) => ({file, writes})),
  );
  return found.length > 0 ? {file: found[0].file, writes: found.flatMap(({writes}) => writes)} : undefined;
}

/** The script that the library itself asks for, as `demo.hold` takes it. @param {string} use */
export const scriptOf = (use) => matcher(Object.keys(SERVICES[use].scripts)[0]);

/** Whether a host belongs to one of these vendors. @param {string} host */
export const isStandInHost = (host) => HOSTS.has(host);

const HOSTS = new Set(
  Object.values(SERVICES).flatMap(({scripts, hosts = []}) => [
    ...hosts,
    ...Object.keys(scripts).map((address) => address.split('/')[0]),
  ]),
);

/** A pattern of the table: `*` stands for any run of characters. @param {string} pattern */
export function matcher(pattern) {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&'));
  return RegExp(`^${parts.join('.*')}$`);
}
