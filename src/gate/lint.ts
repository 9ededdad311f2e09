import type {Config} from '../types.js';
import {owns} from './sweep.js';

/** Says mistakes in the page's markup aloud, each once. Loaded only with `debug`. */
export function lint(config: () => Config): void {
  const said = new Set<string>();
  const warn = (text: string, ...what: unknown[]) => {
    if (said.has(text)) return;
    said.add(text);
    console.warn(`[consent-gate] ${text}`, ...what);
  };
  const check = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-category]')) {
      if (!element.tagName.includes('-')) checkElement(element, config(), warn);
    }
    checkCookies(config(), warn);
    checkHosts(config(), warn);
  };
  check();
  new MutationObserver(check).observe(document, {childList: true, subtree: true});
  addEventListener('load', check);
}

type Warn = (text: string, ...what: unknown[]) => void;

function checkElement(element: HTMLElement, {categories, services}: Config, warn: Warn): void {
  const {category = '', service} = element.dataset;
  const known = categories.map(({id}) => id);
  const kind = element.tagName.toLowerCase();
  if (!known.includes(category)) {
    warn(
      `data-category="${category}" on a <${kind}> is no category, so it stays denied; write one of ${known.join(', ')}`,
      element,
    );
  }
  if (service && !services.some(({id}) => id === service)) {
    warn(
      `data-service="${service}" is not in services, so only its category decides; add it, or correct the name`,
      element,
    );
  }
  if (kind === 'script' && element.getAttribute('type') !== 'text/plain' && !wasReleased(element)) {
    warn(
      `a <script data-category="${category}"> without type="text/plain" has already run; add the type`,
      element,
    );
  }
  if (['iframe', 'img'].includes(kind) && element.hasAttribute('src') && !element.dataset['src']) {
    warn(`a gated <${kind}> has src, so the browser has already fetched it; write data-src`, element);
  }
  if (kind === 'link' && element.hasAttribute('href') && !element.dataset['href']) {
    warn('a gated <link> has href, so the browser has already fetched it; write data-href', element);
  }
}

/** The gate's own clones have an empty type, or the one that was asked for; the parser's have none, or another. */
const wasReleased = (element: HTMLElement) =>
  element.getAttribute('type') === (element.dataset['type'] ?? '');

function checkCookies({services, cookie}: Config, warn: Warn): void {
  const items = services.flatMap((service) => ('use' in service ? [] : (service.storage ?? [])));
  let names: string[] = [];
  try {
    names = document.cookie.split('; ').map((text) => text.split('=')[0]!);
  } catch {
    return; // a sandboxed page has no cookies
  }
  for (const name of names.filter((found) => found && !found.endsWith(cookie.name))) {
    if (!items.some((item) => owns(item, name))) {
      warn(
        `the cookie "${name}" belongs to no service; declare it in a service's storage, so that it is shown and swept`,
      );
    }
  }
}

function checkHosts({services}: Config, warn: Warn): void {
  const declared = services.flatMap((service) => ('use' in service ? [] : (service.hosts ?? [])));
  for (const {name} of performance.getEntriesByType('resource')) {
    const {host, hostname} = new URL(name, location.href);
    if (!hostname || hostname === location.hostname) continue;
    const isDeclared = declared.some((pattern) =>
      owns({name: pattern.replace(/^https?:\/\/|\/.*$/g, '')}, host),
    );
    if (!isDeclared)
      warn(`${host} was contacted and belongs to no service; gate it, or declare it in a service's hosts`);
  }
}
