/** The stand-ins for functional services, as services.mjs explains. @type {Record<string, import('./services.mjs').StandIn>} */
export const FUNCTIONAL = {
  zendesk: {
    name: 'Zendesk messaging',
    options: {key: 'lykt'},
    scripts: {'static.zdassets.com/ekr/snippet.js': 'zendesk.js'},
    hosts: ['ekr.zdassets.com', 'api.smooch.io'],
    writes: [
      {name: 'ZD-buid', in: 'localStorage'},
      {name: 'ZD-store', in: 'localStorage'},
      {name: 'ZD-widgetOpen', in: 'sessionStorage'},
      // Begins with the id of the integration.
      {name: '*.clientId', in: 'localStorage', byVendor: true},
    ],
  },
  'zendesk-classic': {
    name: 'Zendesk classic',
    use: 'zendesk',
    options: {key: 'classic-lykt', product: 'classic'},
    scripts: {'static.zdassets.com/ekr/snippet.js': 'zendesk.js'},
    hosts: ['ekr.zdassets.com', 'widget-mediator.zopim.com'],
    writes: [
      {name: '__zlcmid', days: 365},
      {name: 'ZD-store', in: 'localStorage'},
      {name: 'ZD-suid', in: 'sessionStorage'},
    ],
  },
  intercom: {
    name: 'Intercom',
    options: {appId: 'lykt1'},
    scripts: {'widget.intercom.io/widget/lykt1': 'intercom.js'},
    hosts: ['api-iam.intercom.io'],
    writes: [
      {name: 'intercom-id-*', days: 270},
      {name: 'intercom-device-id-*', days: 270},
      {name: 'intercom-session-*', days: 7},
      {name: 'intercom.*', in: 'localStorage'},
    ],
  },
  crisp: {
    name: 'Crisp',
    options: {websiteId: 'lykt-0001'},
    scripts: {'client.crisp.chat/l.js': 'crisp.js'},
    hosts: ['client.relay.crisp.chat'],
    writes: [
      {name: 'crisp-client/session/*', days: 183},
      {name: 'crisp-client/socket/*', days: 183},
    ],
  },
  sentry: {
    name: 'Sentry',
    options: {replay: true},
    scripts: {'browser.sentry-cdn.com/8/bundle.js': 'sentry.js'},
    hosts: ['o1.ingest.sentry.io'],
    isBundled: true,
    writes: [{name: 'sentryReplaySession', in: 'sessionStorage'}],
  },
  stripe: {
    name: 'Stripe',
    // Necessary where somebody pays, and nobody does here.
    options: {category: 'functional'},
    scripts: {'js.stripe.com/v3/': 'stripe.js'},
    hosts: ['m.stripe.com', 'q.stripe.com'],
    writes: [
      {name: '__stripe_mid', days: 365},
      {name: '__stripe_sid', days: 1 / 48},
    ],
  },
  recaptcha: {
    name: 'reCAPTCHA',
    options: {siteKey: 'lykt', host: 'www.recaptcha.net'},
    scripts: {'www.recaptcha.net/recaptcha/api.js': 'recaptcha.js'},
    writes: [
      {name: '_grecaptcha', in: 'localStorage'},
      {name: 'rc::a', in: 'localStorage'},
      {name: 'rc::c', in: 'sessionStorage'},
    ],
  },
  'google-maps': {
    name: 'Google Maps, its JavaScript API',
    options: {apiKey: 'lykt'},
    scripts: {'maps.googleapis.com/maps/api/js': 'google-maps.js'},
    hosts: ['fonts.googleapis.com'],
    writes: [],
  },
  'google-maps-frame': {
    name: 'Google Maps in a frame',
    use: 'google-maps',
    options: {},
    scripts: {
      'www.google.com/maps/embed': 'frame.html',
      'www.google.com/frame.js': 'frame.js',
    },
    markup: frame('google-maps-frame', 'The way to the workshop', 'www.google.com/maps/embed?pb=lykt'),
    writes: [{name: 'NID', days: 183, party: 'third', partitioned: true}],
  },
  youtube: {
    name: 'YouTube',
    options: {},
    scripts: {
      'www.youtube-nocookie.com/embed/*': 'frame.html',
      'www.youtube-nocookie.com/frame.js': 'frame.js',
    },
    markup: frame('youtube', 'How a lamp is made', 'www.youtube-nocookie.com/embed/lykt'),
    writes: [
      {name: 'VISITOR_INFO1_LIVE', days: 180, party: 'third', partitioned: true},
      {name: 'YSC', party: 'third', partitioned: true},
      {name: 'yt-*', in: 'localStorage', party: 'third'},
    ],
  },
  vimeo: {
    name: 'Vimeo',
    options: {},
    scripts: {
      'player.vimeo.com/video/*': 'frame.html',
      'player.vimeo.com/frame.js': 'frame.js',
    },
    markup: frame('vimeo', 'How a lamp is repaired', 'player.vimeo.com/video/1?dnt=1'),
    writes: [{name: 'player_clearance', party: 'third', partitioned: true}],
  },
};

function frame(service, title, address) {
  return `<iframe title="${title}" data-category="functional" data-service="${service}" data-src="https://${address}"></iframe>`;
}
