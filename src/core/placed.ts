/** What the interface draws where the site has put it. */
export const PLACED =
  'consent-button,consent-embed,consent-declaration,consent-receipt,iframe[data-category]';

/** Everything that is added to a page later, for a `MutationObserver`. */
export const ADDITIONS = {childList: true, subtree: true};
