import type {Config} from '../../types.js';
import {described} from '../../core/services.js';
import {owns} from '../sweep.js';
import {talksTo} from './shelf.js';
import type {Warn} from './warn.js';

/** Cookies that nobody has declared, as soon as every declaration is there. */
export function checkCookies(config: Config, warn: Warn): void {
  const services = described(config);
  // What a service stores is known once its file was fetched.
  if (services.length < config.services.length) return;
  const items = services.flatMap(({storage = []}) => storage);
  let names: string[] = [];
  try {
    names = document.cookie.split('; ').map((text) => text.split('=')[0]!);
  } catch {
    return; // a sandboxed page has no cookies
  }
  for (const name of names.filter((found) => found && !found.endsWith(config.cookie.name))) {
    if (!items.some((item) => owns(item, name))) {
      warn(
        `the cookie "${name}" belongs to no service; declare it in a service's storage, so that it is shown and swept`,
      );
    }
  }
}

/** Hosts that nobody has declared, except those that have been named already. */
export function checkContacts(config: Config, named: ReadonlySet<string>, warn: Warn): void {
  const services = described(config);
  for (const {name} of performance.getEntriesByType('resource')) {
    const {host, hostname} = new URL(name, location.href);
    if (!hostname || hostname === location.hostname || named.has(host)) continue;
    if (!services.some((service) => talksTo(service, host)))
      warn(`${host} was contacted and belongs to no service; gate it, or declare it in a service's hosts`);
  }
}
