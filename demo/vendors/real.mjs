/**
 * Vendors whose real browser code is on npm, and what a site writes to use each with consent-gate.
 *
 * - `service` is the file in `consent-gate/services/`, `options` what its function gets
 * - `init` is the body of the function that starts a vendor's package, with the first grant, and `code` what it
 *   takes of the package. A bundler makes a file of the site out of `import()`; here it is the vendor's, as npm
 *   ships it
 * - `tag` is for vendors that come as a script: what stands for it here
 * - `file` lies in node_modules, `host` is where the vendor itself serves it from
 * - `collector` is where it sends what it has seen, and `answers` what that says, by path, to keep it content
 */
export const REAL_VENDORS = {
  posthog: {
    name: 'PostHog',
    service: 'posthog',
    options: '{load, init}',
    code: '{default: posthogJs}',
    init: `
// The last two, because it ignores browsers that a program drives, and so that one can read what it sends.
return (window.client = posthogJs.init('phc_demo', {
  api_host: location.origin + '/vendor/us.i.posthog.com',
  advanced_disable_flags: true,
  capture_pageview: 'history_change',
  opt_out_useragent_filter: true,
  disable_compression: true,
}));`,
    file: 'posthog-js/dist/module.no-external.js',
    host: 'us-assets.i.posthog.com',
    collector: 'us.i.posthog.com',
    answers: {'': {status: 1}},
  },
  mixpanel: {
    name: 'Mixpanel',
    service: 'mixpanel',
    options: '{load, init}',
    code: '{default: mixpanelBrowser}',
    init: `
mixpanelBrowser.init('demo', {
  api_host: location.origin + '/vendor/api-js.mixpanel.com',
  batch_flush_interval_ms: 1000,
  track_pageview: 'url-with-path',
});
return (window.client = mixpanelBrowser);`,
    file: 'mixpanel-browser/dist/mixpanel.module.js',
    host: 'cdn.mxpnl.com',
    collector: 'api-js.mixpanel.com',
    answers: {'': {code: 200, status: 'OK', num_good_events: 1}},
  },
  amplitude: {
    name: 'Amplitude',
    service: 'amplitude',
    options: '{load, init}',
    init: `
window.amplitude.init('demodemodemo', {
  serverUrl: location.origin + '/vendor/api2.amplitude.com/2/httpapi',
  fetchRemoteConfig: false,
  autocapture: true,
  flushIntervalMillis: 10,
});
return (window.client = window.amplitude);`,
    file: '@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js',
    host: 'cdn.amplitude.com',
    collector: 'api2.amplitude.com',
    answers: {'': {code: 200, events_ingested: 1, payload_size_bytes: 100, server_upload_time: 0}},
  },
  segment: {
    name: 'Segment',
    service: 'segment',
    options: '{load, init}',
    init: `
const analytics = AnalyticsNext.AnalyticsBrowser.load(
  {writeKey: 'demo', cdnURL: location.origin + '/vendor/cdn.segment.com'},
  {
    integrations: {
      'Segment.io': {
        apiHost: location.host + '/vendor/api.segment.io/v1',
        protocol: location.protocol.replace(':', ''),
      },
    },
  },
);
analytics.page();
return (window.client = analytics);`,
    file: '@segment/analytics-next/dist/umd/index.js',
    host: 'cdn.segment.com',
    collector: 'api.segment.io',
    answers: {
      '/v1/projects/demo/settings': {integrations: {'Segment.io': {apiKey: 'demo'}}},
      '': {success: true},
    },
  },
  snowplow: {
    name: 'Snowplow',
    service: 'snowplow',
    options: "{load, init, collector: 'collector.lykt.example'}",
    init: `
const tracker = snowplowBrowserTracking.newTracker('sp', location.origin + '/vendor/collector.lykt.example', {
  cookieSecure: location.protocol === 'https:',
  contexts: {browser: true},
});
tracker.enableActivityTracking({minimumVisitLength: 2, heartbeatDelay: 2});
tracker.trackPageView();
return (window.client = tracker);`,
    file: '@snowplow/browser-tracker/dist/index.umd.min.js',
    host: 'scripts.lykt.example',
    collector: 'collector.lykt.example',
  },
  clarity: {
    name: 'Microsoft Clarity',
    service: 'microsoft-clarity',
    options: "{projectId: 'demo', scriptUrl: '/vendor-real/clarity.js'}",
    // Not on npm is Microsoft's tag itself, only the recorder that it loads. Like it, this starts the recorder
    // ahead of the calls so far.
    tag: `
clarity.q.unshift(['start', {
  projectId: 'demo',
  upload: location.origin + '/vendor/k.clarity.ms/collect',
  track: true,
}]);
document.head.append(Object.assign(document.createElement('script'), {src: '/vendor-real/clarity.npm.js'}));`,
    file: 'clarity-js/build/clarity.min.js',
    host: 'scripts.clarity.ms',
    collector: 'k.clarity.ms',
  },
  plausible: {
    name: 'Plausible Analytics',
    service: 'plausible',
    options: "{domain: 'lykt.example', scriptUrl: '/vendor-real/plausible.js'}",
    // On npm is its tracker as a module. This starts it as the script for the tag starts itself.
    tag: `
const {domain} = document.currentScript.dataset;
import('/vendor-real/plausible.npm.js').then(({init}) => {
  const {q = []} = window.plausible;
  init({domain, endpoint: location.origin + '/vendor/plausible.io/api/event', captureOnLocalhost: true});
  for (const call of q) window.plausible(...call);
});`,
    file: '@plausible-analytics/tracker/plausible.js',
    host: 'plausible.io',
    collector: 'plausible.io',
  },
};
