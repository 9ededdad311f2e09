/** The stand-ins for functional services, as services.mjs explains. @type {Record<string, import('./services.mjs').StandIn>} */
export const FUNCTIONAL = {};
