import {mark} from './mark.js';

/** What an element may load from, once released. */
const SOURCES = ['src', 'srcset', 'href'] as const;
const GATED = SOURCES.map((name) => `[data-category][data-${name}]:not(script)`).join();

/** Gives frames, images and links their address when they are allowed, and takes it away when not. */
export function releaseEmbeds(isAllowed: (element: HTMLElement) => boolean): void {
  for (const element of document.querySelectorAll<HTMLElement>(GATED)) {
    const allowed = isAllowed(element);
    for (const name of SOURCES) {
      const source = mark(element, name);
      if (source === undefined || allowed === element.hasAttribute(name)) continue;
      if (allowed) element.setAttribute(name, source);
      else withdraw(element, name);
    }
  }
}

/** A frame goes on running when its address is removed; a fresh element in its place does not. */
function withdraw(element: HTMLElement, name: string): void {
  element.removeAttribute(name);
  if (element instanceof HTMLIFrameElement) element.replaceWith(element.cloneNode(true));
}
