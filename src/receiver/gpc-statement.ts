/** The document a site serves as `/.well-known/gpc.json`. */
export interface GpcStatement {
  readonly gpc: true;
  readonly lastUpdate: string;
}

/**
 * Says publicly that the site honours Global Privacy Control, since the day `lastUpdate` (`YYYY-MM-DD`).
 * Throws when it is no such day. https://w3c.github.io/gpc/#gpc-support-resource
 *
 * @example
 * app.get('/.well-known/gpc.json', (c) => c.json(gpcStatement('2026-11-22')));
 */
export function gpcStatement(lastUpdate: string): GpcStatement {
  if (!/^\d{4}-\d\d-\d\d$/.test(lastUpdate) || Number.isNaN(Date.parse(lastUpdate))) {
    throw new TypeError(`lastUpdate is "${lastUpdate}", but must be a day such as 2026-11-22`);
  }
  return {gpc: true, lastUpdate};
}
