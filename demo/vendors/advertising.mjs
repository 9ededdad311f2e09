/** The stand-ins for advertising services, as services.mjs explains. @type {Record<string, import('./services.mjs').StandIn>} */
export const ADVERTISING = {
  'x-pixel': {
    name: 'X Pixel',
    options: {pixelId: 'lykt1'},
    scripts: {'static.ads-twitter.com/uwt.js': 'uwt.js'},
    hosts: ['t.co', 'analytics.twitter.com'],
    writes: [
      {name: '_twclid', days: 30},
      {name: '_twpid', days: 30},
    ],
  },
};
