/**
 * Vendors whose real browser script is on npm.
 *
 * - `file` lies in node_modules, `host` is where the vendor itself serves it from
 * - `start` is what a site writes to start it, here with the collector on this machine
 * - `stop` is the vendor's own call to stop; Plausible has none that keeps it from reporting the time on the page
 * - `answer` is what its collector must say to keep it content
 */
export const REAL_VENDORS = {
  posthog: {
    name: 'PostHog',
    host: 'us-assets.i.posthog.com',
    file: 'posthog-js/dist/array.full.no-external.js',
    service: {
      category: 'analytical',
      name: 'PostHog',
      provider: 'PostHog Inc.',
      hosts: ['us.i.posthog.com', 'us-assets.i.posthog.com'],
      storage: [
        {name: 'ph_*_posthog', purpose: 'visitor', lifetime: 'P1Y'},
        {name: 'ph_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
        {name: 'ph_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
        {name: '__ph_*', in: 'localStorage', purpose: 'consent', lifetime: 'persistent'},
      ],
    },
    start: `
posthog.init('phc_demo', {
  api_host: location.origin + '/vendor/us.i.posthog.com',
  advanced_disable_flags: true,
  opt_out_useragent_filter: true,
  request_batching: false,
});`,
    stop: 'posthog.opt_out_capturing()',
    answer: {status: 1},
  },
  mixpanel: {
    name: 'Mixpanel',
    host: 'cdn.mxpnl.com',
    file: 'mixpanel-browser/dist/mixpanel.umd.js',
    service: {
      category: 'analytical',
      name: 'Mixpanel',
      provider: 'Mixpanel Inc.',
      hosts: ['api-js.mixpanel.com', 'cdn.mxpnl.com'],
      storage: [
        {name: 'mp_*_mixpanel', purpose: 'visitor', lifetime: 'P1Y'},
        {name: 'mp_*', in: 'localStorage', purpose: 'visitor', lifetime: 'persistent'},
        {name: '__mp*', in: 'localStorage', purpose: 'session', lifetime: 'persistent'},
        {name: 'mp_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
        {name: '__mp*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
        {name: 'mixpanel*', in: 'indexedDB', purpose: 'session', lifetime: 'persistent'},
      ],
    },
    start: `
mixpanel.init('demo', {
  api_host: location.origin + '/vendor/api-js.mixpanel.com',
  batch_flush_interval_ms: 500,
  track_pageview: true,
});`,
    stop: 'mixpanel.opt_out_tracking()',
    answer: {code: 200, status: 'OK', num_good_events: 1},
  },
  amplitude: {
    name: 'Amplitude',
    host: 'cdn.amplitude.com',
    file: '@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js',
    service: {
      category: 'analytical',
      name: 'Amplitude',
      provider: 'Amplitude Inc.',
      hosts: ['api2.amplitude.com', 'cdn.amplitude.com'],
      storage: [
        {name: 'AMP_*', purpose: 'visitor', lifetime: 'P1Y'},
        {name: 'AMP_*', in: 'localStorage', purpose: 'session', lifetime: 'persistent'},
        {name: 'AMP_*', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
        {name: 'AMP_*', in: 'indexedDB', purpose: 'counter', lifetime: 'persistent'},
      ],
    },
    start: `
amplitude.init('demodemodemo', {
  serverUrl: location.origin + '/vendor/api2.amplitude.com/2/httpapi',
  fetchRemoteConfig: false,
  defaultTracking: true,
  flushIntervalMillis: 300,
});`,
    stop: 'amplitude.setOptOut(true)',
    answer: {code: 200, events_ingested: 1, payload_size_bytes: 100, server_upload_time: 0},
  },
  clarity: {
    name: 'Microsoft Clarity',
    host: 'scripts.clarity.ms',
    file: 'clarity-js/build/clarity.min.js',
    service: {
      category: 'analytical',
      name: 'Microsoft Clarity',
      provider: 'Microsoft Corporation',
      hosts: ['*.clarity.ms'],
      storage: [
        {name: '_clck', purpose: 'visitor', lifetime: 'P1Y'},
        {name: '_clsk', purpose: 'session', lifetime: 'P1D'},
        {name: '_cltk', in: 'sessionStorage', purpose: 'session', lifetime: 'session'},
      ],
    },
    start: `
clarity('start', {
  projectId: 'demo',
  upload: location.origin + '/vendor/k.clarity.ms/collect',
  track: true,
});`,
    stop: "clarity('stop')",
  },
  plausible: {
    name: 'Plausible Analytics',
    host: 'plausible.io',
    file: '@plausible-analytics/tracker/plausible.js',
    module: true,
    service: {
      category: 'analytical',
      name: 'Plausible Analytics',
      provider: 'Plausible Insights OÜ',
      hosts: ['plausible.io'],
      storage: [],
    },
    start: `
import {init} from '/vendor-real/plausible.js';

init({
  domain: 'lykt.example',
  endpoint: location.origin + '/vendor/plausible.io/api/event',
  captureOnLocalhost: true,
});`,
  },
};
