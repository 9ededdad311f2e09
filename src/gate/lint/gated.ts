import type {Config} from '../../types.js';
import type {Warn} from './warn.js';

/** Mistakes in what the page means to gate. */
export function checkGated(config: Config, warn: Warn): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-category]')) {
    if (element.tagName.includes('-')) continue;
    checkNames(element, config, warn);
    checkSource(element, warn);
  }
}

function checkNames(element: HTMLElement, {categories, services}: Config, warn: Warn): void {
  const {category = '', service} = element.dataset;
  const known = categories.map(({id}) => id);
  if (!known.includes(category)) {
    warn(
      `data-category="${category}" on a <${kindOf(element)}> is no category, so it stays denied; write one of ${known.join(', ')}`,
      element,
    );
  }
  if (service && !services.some(({id}) => id === service)) {
    warn(
      `data-service="${service}" is not in services, so only its category decides; add it, or correct the name`,
      element,
    );
  }
}

function checkSource(element: HTMLElement, warn: Warn): void {
  const {category} = element.dataset;
  const kind = kindOf(element);
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

const kindOf = ({tagName}: Element) => tagName.toLowerCase();

/** The gate's own clones have an empty type, or the one that was asked for; the parser's have none, or another. */
const wasReleased = (element: HTMLElement) =>
  element.getAttribute('type') === (element.dataset['type'] ?? '');
