import {ADDITIONS} from '../core/placed.js';

/** Calls back when elements were added to the page, by the parser, a framework, a CMS or by hand. */
export function observe(added: () => void): () => void {
  const observer = new MutationObserver((records) => {
    if (records.some(({addedNodes}) => addedNodes.length)) added();
  });
  observer.observe(document, ADDITIONS);
  // The last inline script of a page is complete only when the parser says so.
  document.addEventListener('DOMContentLoaded', added);
  return () => {
    observer.disconnect();
    document.removeEventListener('DOMContentLoaded', added);
  };
}
