import {attempt} from '../../core/attempt.js';
import type {Service} from '../../types.js';
import {KNOWN_SERVICES} from '../known-services.js';
import type {KnownService} from '../known-services.js';
import {owns} from '../sweep.js';

/** Hosts that serve much else besides: being there says nothing. */
export const SHARED_HOSTS: readonly string[] = ['www.google.com', 'fonts.googleapis.com', 'www.gstatic.com'];

/** What pages fetch of a service, and its function does not: frames, and the images that replace a script. */
const FETCHED_BY_PAGES: readonly (readonly [address: string, use: string])[] = [
  ['*/matomo.php', 'matomo'],
  ['*/piwik.*', 'matomo'],
  ['*/container_*.js', 'matomo-tag-manager'],
  ['browser.sentry-cdn.com/*', 'sentry'],
  ['js.sentry-cdn.com/*', 'sentry'],
  ['www.google.com/maps/*', 'google-maps'],
  ['www.googletagmanager.com/ns.html', 'google-tag-manager'],
];

/** What the browser would fetch; nothing if it can make nothing of it. */
export const addressOf = (text: string): URL | undefined => attempt(() => new URL(text, document.baseURI));

/** The services that ship whose script, frame or host this is. More than one where they share it. */
export function servicesAt({host, pathname}: URL): readonly KnownService[] {
  const address = host + pathname;
  const exact = KNOWN_SERVICES.filter(
    ({use, scripts}) =>
      scripts.some((name) => owns({name}, address)) ||
      FETCHED_BY_PAGES.some(([name, owner]) => owner === use && owns({name}, address)),
  );
  if (exact.length || SHARED_HOSTS.includes(host)) return exact;
  return KNOWN_SERVICES.filter(({hosts}) => hosts.some((name) => owns({name}, host)));
}

/** The service that ships which is most like this one. */
export function likeness({id, hosts = []}: Pick<Service, 'id' | 'hosts'>): KnownService | undefined {
  const own = hosts.map(hostOf).filter((host) => !SHARED_HOSTS.includes(host));
  const shared = (known: KnownService) =>
    own.filter((host) => known.hosts.some((name) => owns({name}, host)));
  const [closest] = KNOWN_SERVICES.filter((known) => shared(known).length > 0).sort(
    (one, other) => shared(other).length - shared(one).length,
  );
  return KNOWN_SERVICES.find(({use}) => use === id) ?? closest;
}

/** Whether a service has declared the host. */
export const talksTo = ({hosts = []}: Pick<Service, 'hosts'>, host: string): boolean =>
  hosts.some((pattern) => owns({name: hostOf(pattern)}, host));

/** `https://stats.example.com/matomo` → `stats.example.com` */
const hostOf = (pattern: string) => pattern.replace(/^https?:\/\/|\/.*$/g, '');
