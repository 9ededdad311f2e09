/** What the interface draws where the site has put it. */
export const PLACED = 'consent-button,consent-embed,iframe[data-category]';
