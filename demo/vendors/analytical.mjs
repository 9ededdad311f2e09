/** The stand-ins for analytical services, as services.mjs explains. @type {Record<string, import('./services.mjs').StandIn>} */
export const ANALYTICAL = {};
