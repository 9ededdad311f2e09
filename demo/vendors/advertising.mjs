const STORED = {in: 'localStorage'};
const FOR_THE_SESSION = {in: 'sessionStorage'};

/**
 * The stand-ins of Google's tags and of advertising, as services.mjs explains.
 *
 * @type {Record<string, import('./services.mjs').StandIn>}
 */
export const ADVERTISING = {
  adroll: {
    name: 'AdRoll',
    options: {advertisableId: 'LYKTADV', pixelId: 'LYKTPIX'},
    scripts: {'s.adroll.com/j/*roundtrip.js': 'roundtrip.js'},
    hosts: ['d.adroll.com'],
    brings: ['meta-pixel'],
    writes: [
      {name: '__adroll_fpc', on: 'hostname', days: 365.25},
      {name: '__ar_v4', on: 'hostname', days: 365},
      {name: '__adroll_consent', on: 'hostname', days: 365},
      {name: '__adroll_consent_data', ...STORED},
      {name: 'adroll_nrpa_sdk', ...FOR_THE_SESSION},
    ],
  },
  'google-ads': {
    name: 'Google Ads',
    options: {conversionId: 'AW-1234567'},
    scripts: {'www.googletagmanager.com/gtag/js': 'gtag.js'},
    hosts: ['googleads.g.doubleclick.net'],
    writes: [
      {name: '_gcl_au', days: 90},
      {name: '_gcl_aw', days: 90},
      {name: '_gcl_ls', ...STORED},
    ],
  },
  'google-analytics': {
    name: 'Google Analytics',
    options: {measurementId: 'G-LYKTDEMO'},
    scripts: {'www.googletagmanager.com/gtag/js': 'gtag.js'},
    hosts: ['www.google-analytics.com'],
    // Asked for two years.
    writes: [
      {name: '_ga', days: 400},
      {name: '_ga_*', days: 400},
      {name: '_gcl_au', days: 90},
    ],
  },
  'google-tag-manager': {
    name: 'Google Tag Manager',
    options: {
      containerId: 'GTM-LYKT',
      storage: [{name: '_lykt_*', purpose: 'ads', lifetime: 'P30D'}],
    },
    scripts: {'www.googletagmanager.com/gtm.js': 'gtm.js'},
    writes: [{name: '_lykt_tag', days: 30}],
  },
  hubspot: {
    name: 'HubSpot',
    options: {portalId: 1234567},
    scripts: {
      'js.hs-scripts.com/*.js': 'hubspot-loader.js',
      'js.hs-banner.com/*/banner.js': 'hubspot-banner.js',
      'js.hs-analytics.net/analytics/*.js': 'hubspot-analytics.js',
      'js.hsadspixel.net/fb.js': 'hubspot-pixel.js',
      'js.hubspot.com/conversations-embed.js': 'hubspot-chat.js',
    },
    hosts: ['track.hubspot.com'],
    brings: ['meta-pixel'],
    writes: [
      {name: '__hstc', days: 180},
      {name: 'hubspotutk', days: 180},
      {name: '__hssc', days: 1 / 48},
      {name: '__hssrc'},
      {name: '__hs_do_not_track', days: 180},
      {name: 'hs-messages-is-open', days: 1 / 48},
    ],
  },
  'linkedin-insight': {
    name: 'LinkedIn Insight Tag',
    options: {partnerId: 123456},
    scripts: {'snap.licdn.com/li.lms-analytics/insight.min.js': 'insight.js'},
    hosts: ['px.ads.linkedin.com'],
    writes: [
      {name: 'li_fat_id', days: 30},
      {name: 'li_giant', days: 7},
      {name: 'ln_or', days: 1},
    ],
  },
  'meta-pixel': {
    name: 'Meta Pixel',
    options: {pixelId: 987654321},
    scripts: {'connect.facebook.net/*/fbevents.js': 'fbevents.js'},
    hosts: ['www.facebook.com'],
    writes: [
      {name: '_fbp', days: 90},
      {name: '_fbc', days: 90},
      {name: 'multiFbc', ...STORED},
      {name: 'lastExternalReferrer', ...STORED},
      {name: 'lastExternalReferrerTime', ...STORED},
    ],
  },
  'microsoft-uet': {
    name: 'Microsoft Advertising',
    options: {tagId: 1234567},
    scripts: {'bat.bing.com/bat.js': 'bat.js'},
    writes: [
      {name: '_uetsid', days: 1},
      {name: '_uetvid', days: 390},
      {name: '_uetmsclkid', days: 90},
      ...['_uetsid', '_uetsid_exp', '_uetvid', '_uetvid_exp'].map((name) => ({name, ...STORED})),
    ],
  },
  'perfect-audience': {
    name: 'Perfect Audience',
    options: {siteId: '5f0c0ffee0ddba11deadbeef'},
    scripts: {'tag.perfectaudience.com/serve/*.js': 'perfect-audience.js'},
    hosts: ['pixel-geo.prfct.co', 'secure.adnxs.com'],
    writes: [],
  },
  pinterest: {
    name: 'Pinterest',
    options: {tagId: 2612345678},
    scripts: {
      's.pinimg.com/ct/core.js': 'pinterest-core.js',
      's.pinimg.com/ct/lib/main.*.js': 'pinterest-main.js',
    },
    hosts: ['ct.pinterest.com'],
    writes: [
      {name: '_pin_unauth', days: 365},
      {name: '_derived_epik', days: 365},
    ],
  },
  'tiktok-pixel': {
    name: 'TikTok Pixel',
    options: {pixelId: 'CLYKT123'},
    scripts: {'analytics.tiktok.com/i18n/pixel/events.js': 'tiktok-events.js'},
    writes: [
      {name: '_ttp', days: 390},
      {name: '_tt_enable_cookie', days: 390},
      {name: 'ttcsid', days: 90},
      {name: 'ttcsid_*', days: 90},
      {name: 'tt_sessionId', ...FOR_THE_SESSION},
    ],
  },
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
