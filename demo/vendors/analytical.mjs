/** What Matomo's tracker keeps, on the host alone. @type {import('./services.mjs').Written[]} */
const MATOMO = [
  {name: '_pk_id.*', on: 'host-only', days: 393},
  {name: '_pk_ses.*', on: 'host-only', days: 1 / 48},
];

/** The stand-ins for analytical services, as services.mjs explains. @type {Record<string, import('./services.mjs').StandIn>} */
export const ANALYTICAL = {
  hotjar: {
    name: 'Hotjar',
    options: {siteId: 12345},
    scripts: {'static.hotjar.com/c/hotjar-12345.js': 'hotjar.js'},
    hosts: ['ws.hotjar.com'],
    writes: [
      {name: '_hjSessionUser_*', days: 365},
      {name: '_hjSession_*', days: 1 / 48},
      {name: '_hjUserAttributes', in: 'localStorage'},
      {name: '_hjTabId', in: 'sessionStorage'},
    ],
  },
  umami: {
    name: 'Umami',
    options: {websiteId: 'lykt'},
    scripts: {'cloud.umami.is/script.js': 'umami.js'},
    writes: [{name: 'umami.visitor', in: 'localStorage'}],
  },
  'umami-older': {
    name: 'Umami 2.17, on a server of its own',
    use: 'umami',
    options: {websiteId: 'lykt', scriptUrl: 'https://stats.lykt.test/2.17/script.js'},
    scripts: {'stats.lykt.test/2.17/script.js': 'umami.js'},
    writes: [],
  },
  fathom: {
    name: 'Fathom',
    options: {siteId: 'LYKT'},
    scripts: {'cdn.usefathom.com/script.js': 'fathom.js'},
    writes: [],
  },
  'matomo-cloud': {
    name: 'Matomo Cloud',
    use: 'matomo',
    options: {
      url: 'https://lykt.matomo.cloud',
      siteId: 1,
      scriptUrl: 'https://cdn.matomo.cloud/lykt.matomo.cloud/matomo.js',
    },
    scripts: {'cdn.matomo.cloud/lykt.matomo.cloud/matomo.js': 'matomo.js'},
    hosts: ['lykt.matomo.cloud'],
    writes: MATOMO,
  },
  'matomo-cookieless': {
    name: 'Matomo, without cookies',
    use: 'matomo',
    options: {url: 'https://stats.lykt.test', siteId: 2, cookieless: true},
    scripts: {'stats.lykt.test/matomo.js': 'matomo.js'},
    writes: [],
  },
  'matomo-heatmaps': {
    name: 'Matomo with heatmaps',
    use: 'matomo',
    options: {url: 'https://stats.lykt.test/heatmaps', siteId: 3},
    scripts: {'stats.lykt.test/heatmaps/matomo.js': 'matomo.js'},
    writes: [...MATOMO, {name: '_pk_hsr.*', on: 'host-only', days: 1 / 48}],
  },
  'matomo-tag-manager': {
    name: 'Matomo Tag Manager',
    options: {
      url: 'https://tags.matomo.cloud',
      scriptUrl: 'https://cdn.matomo.cloud/tags.matomo.cloud/container_lykt1.js',
    },
    scripts: {
      'cdn.matomo.cloud/tags.matomo.cloud/container_lykt1.js': 'matomo-container.js',
      'cdn.matomo.cloud/tags.matomo.cloud/matomo.js': 'matomo.js',
    },
    hosts: ['tags.matomo.cloud'],
    writes: [...MATOMO, {name: 'mtm:tag_*', in: 'localStorage'}],
  },
};
