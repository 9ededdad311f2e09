import type {Config} from '../../types.js';
import {isGranted} from '../../core/consent.js';
import type {KnownService} from '../known-services.js';
import type {Linted} from '../lint.js';
import {addressOf, servicesAt, talksTo} from './shelf.js';
import type {Warn} from './warn.js';

interface Tracked extends Linted {
  readonly warn: Warn;
}

const FETCHING = 'script[src],iframe[src],img[src],link[href]';
const FETCHING_LINK =
  /\b(preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender|stylesheet|icon)\b/i;
const RUNNING_SCRIPT = /^$|^module$|(java|ecma)script/i;

/**
 * Trackers that the page loads by itself. What is allowed may be there: the gate has put it there, or what
 * the gate has loaded. The check gives the hosts that it has named so far.
 */
export function createTrackerCheck({config, consent, warn}: Tracked): () => ReadonlySet<string> {
  const judged = new WeakMap<Element, string>();
  const named = new Set<string>();
  return () => {
    for (const element of document.querySelectorAll<HTMLElement>(FETCHING)) {
      const url = sourceOf(element);
      // Once, at first sight: what was allowed then stays in the page after a withdrawal.
      if (!url || judged.get(element) === url.href) continue;
      judged.set(element, url.href);
      const known = servicesAt(url).filter(({category}) => category !== 'necessary');
      if (!known.length || mayLoad(known, url, {config, consent})) continue;
      named.add(url.host);
      warn(complaint(element, url, known, config()), element);
    }
    return named;
  };
}

/** What the browser fetches for an element; nothing if it does not, or if the element says that it is gated. */
function sourceOf(element: HTMLElement): URL | undefined {
  if (element.dataset['category'] !== undefined) return undefined;
  const isFetched =
    element instanceof HTMLScriptElement
      ? RUNNING_SCRIPT.test(element.type)
      : !(element instanceof HTMLLinkElement) || FETCHING_LINK.test(element.rel);
  const address = element.getAttribute('src') ?? element.getAttribute('href')!;
  return isFetched ? addressOf(address) : undefined;
}

/** Whether the visitor's consent covers it: as what it is, or as what a service of the site brings along. */
function mayLoad(known: readonly KnownService[], {host}: URL, {config, consent}: Linted): boolean {
  if (known.some(({category}) => isGranted(consent(), category))) return true;
  const uses = known.map(({use}) => use);
  const isBehind = (service: Config['services'][number]) =>
    'use' in service
      ? uses.includes(service.use)
      : uses.includes(service.id) ||
        talksTo(service, host) ||
        service.loads?.some((id) => uses.includes(id)) === true;
  return config()
    .services.filter(isBehind)
    .some(({id, category, mode}) => mode === 'signal' || isGranted(consent(), category, id));
}

function complaint(element: HTMLElement, url: URL, known: readonly KnownService[], config: Config): string {
  const kind = element.tagName.toLowerCase();
  const isListed = ({use}: KnownService) => config.services.some(({id}) => id === use);
  const closest = known.find(isListed) ?? known[0]!;
  const {use, category, isBundled} = closest;
  const names = known.map(({name}) => name).join(' or ');
  const article = kind.startsWith('i') ? 'an' : 'a';
  const done = kind === 'link' ? `contacted ${url.host}` : `fetched ${url.host}${url.pathname}`;
  // What a site starts by a function of its own is nothing that JSON can hold.
  const advice = isBundled
    ? `import {${use}} from 'consent-gate/services/${use}' for services`
    : `list {"use": "${use}"} in services`;
  const listed = isListed(closest) ? `${use} is in services already` : advice;
  const gated = {
    script: `take it out, ${listed}; or gate it: <script type="text/plain" data-category="${category}" src="…">`,
    link: `take it out, ${listed}; or gate it: <link data-category="${category}" data-href="…">`,
  }[kind];
  const embedded = `${listed}, and gate it: <${kind} data-category="${category}" data-service="${use}" data-src="…">`;
  return `${article} <${kind}> of ${names} is not gated, so the browser has already ${done}; ${gated ?? embedded}`;
}
