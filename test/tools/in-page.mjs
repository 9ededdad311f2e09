/**
 * Functions that are sent into the page as source. Each stands alone: it sees only its arguments and the
 * page. The first argument of those that look something up is `findAll` itself.
 */

/** The elements for a selector; ` >>> ` steps into open shadow roots. @param {string} selector */
export function findAll(selector) {
  const [outermost, ...inner] = selector.split(' >>> ');
  return inner.reduce(
    (hosts, part) => hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(part) ?? [])]),
    [...document.querySelectorAll(outermost)],
  );
}

/** @param {typeof findAll} findAll @param {string} selector */
export function isVisible(findAll, selector) {
  return findAll(selector).some(
    (element) =>
      element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      }) && element.getBoundingClientRect().width > 0,
  );
}

/**
 * The middle of an element, once it holds still and nothing lies over it; before that, what is in the way.
 *
 * @param {typeof findAll} findAll
 * @param {string} selector
 * @returns {Promise<{x: number, y: number} | {problem: string}>}
 */
export async function pointAt(findAll, selector) {
  const element = findAll(selector)[0];
  if (!element) return {problem: 'is not on the page'};
  const middle = () => {
    const {left, top, width, height} = element.getClientRects()[0] ?? new DOMRect();
    return {x: left + width / 2, y: top + height / 2, width, height};
  };
  const {x, y} = middle();
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  }
  const before = middle();
  // Two frames, or a moment where the browser draws none.
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    setTimeout(resolve, 200);
  });
  const now = middle();
  if (now.width === 0 || now.height === 0) return {problem: 'has no size'};
  if (now.x !== before.x || now.y !== before.y) return {problem: 'keeps moving'};

  let hit = document.elementFromPoint(now.x, now.y);
  while (
    hit?.shadowRoot?.elementFromPoint(now.x, now.y) &&
    hit.shadowRoot.elementFromPoint(now.x, now.y) !== hit
  ) {
    hit = hit.shadowRoot.elementFromPoint(now.x, now.y);
  }
  for (let node = hit; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (node === element) return {x: now.x, y: now.y};
  }
  return {problem: `is covered by ${hit ? hit.cloneNode().outerHTML : 'the edge of the window'}`};
}

/**
 * Waits for the next click and keeps it from the page if it is not on this element.
 *
 * @param {typeof findAll} findAll
 * @param {string} selector
 */
export function watchClick(findAll, selector) {
  const element = findAll(selector)[0];
  window.journeyWatch?.abort();
  window.journeyWatch = new AbortController();
  window.journeyClick = 'nowhere';
  const watch = (event) => {
    if (event.type === 'pointerdown' && !event.composedPath().includes(element)) {
      window.journeyClick = 'elsewhere';
    }
    if (window.journeyClick === 'elsewhere') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.type !== 'click') return;
    if (window.journeyClick === 'nowhere') window.journeyClick = 'there';
    window.journeyWatch.abort();
  };
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    addEventListener(name, watch, {capture: true, signal: window.journeyWatch.signal});
  }
}

/**
 * Where the click went that was watched for: `there`, `elsewhere`, or `nowhere` that this page knows of.
 *
 * @param {number} patience - Milliseconds to wait for it.
 */
export async function whereClicked(patience) {
  const deadline = performance.now() + patience;
  while (window.journeyClick === 'nowhere' && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // Another document than the one that was clicked in knows nothing of it.
  return window.journeyClick ?? 'there';
}

/** Everything a visitor's browser keeps for this origin and this page may read. */
export async function readStorage() {
  const databases = await indexedDB.databases();
  return {
    cookie: document.cookie,
    localStorage: {...localStorage},
    sessionStorage: {...sessionStorage},
    indexedDB: databases.map(({name}) => name).sort(),
  };
}

/** Leaves a mark on the document that is about to be left. @param {string} mark */
export function leaveMark(mark) {
  Object.assign(window, {journeyMark: mark});
  return location.href;
}

/**
 * Whether another document has taken the place of the marked one and got as far as `until`.
 *
 * @param {{mark: string, left: string, target: string, until: 'commit' | 'parsed' | 'load'}} journey
 */
export function hasArrived({mark, left, target, until}) {
  // A fragment of the page we are on is no other document.
  const sameDocument =
    location.href === target && target.includes('#') && target.split('#')[0] === left.split('#')[0];
  // Firefox passes through an empty document when the next page gets a process of its own.
  if (location.href === 'about:blank' || (window.journeyMark === mark && !sameDocument)) return false;
  // The engines' own error pages are nobody's destination.
  if (/^(chrome-error|about:neterror)/.test(location.href)) return false;
  return {commit: true, parsed: document.readyState !== 'loading', load: document.readyState === 'complete'}[
    until
  ];
}
