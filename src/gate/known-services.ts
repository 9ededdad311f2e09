// Written by scripts/docs.mjs from src/services.

/** A service that ships, as far as `debug` has to recognise it. */
export interface KnownService {
  readonly use: string;
  readonly name: string;
  /** Where it is usually filed. */
  readonly category: string;
  /** `*` stands for any run of characters, here and in the addresses of scripts. */
  readonly hosts: readonly string[];
  /** Without protocol and query. */
  readonly scripts: readonly string[];
  /** The site bundles its code and starts it by a function, so only a module can list it. */
  readonly isBundled?: true;
}

// prettier-ignore
export const KNOWN_SERVICES: readonly KnownService[] = [
  {use: 'adroll', name: 'AdRoll', category: 'advertising', hosts: ['*.adroll.com'], scripts: ['s.adroll.com/j/*/roundtrip.js']},
  {use: 'amplitude', name: 'Amplitude', category: 'analytical', hosts: ['*.amplitude.com'], scripts: [], isBundled: true},
  {use: 'crisp', name: 'Crisp', category: 'functional', hosts: ['*.crisp.chat'], scripts: ['client.crisp.chat/l.js']},
  {use: 'fathom', name: 'Fathom Analytics', category: 'analytical', hosts: ['cdn.usefathom.com'], scripts: ['cdn.usefathom.com/script.js']},
  {use: 'google-ads', name: 'Google Ads', category: 'advertising', hosts: ['www.googleadservices.com', '*.doubleclick.net', 'www.google.com'], scripts: ['www.googletagmanager.com/gtag/js']},
  {use: 'google-analytics', name: 'Google Analytics', category: 'analytical', hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'], scripts: ['www.googletagmanager.com/gtag/js']},
  {use: 'google-maps', name: 'Google Maps', category: 'functional', hosts: ['maps.googleapis.com', 'maps.gstatic.com', 'fonts.googleapis.com', 'www.google.com'], scripts: ['maps.googleapis.com/maps/api/js']},
  {use: 'google-tag-manager', name: 'Google Tag Manager', category: 'advertising', hosts: ['www.googletagmanager.com'], scripts: ['www.googletagmanager.com/gtm.js']},
  {use: 'hotjar', name: 'Hotjar', category: 'analytical', hosts: ['*.hotjar.com', '*.hotjar.io'], scripts: ['static.hotjar.com/c/hotjar-*.js']},
  {use: 'hubspot', name: 'HubSpot', category: 'advertising', hosts: ['*.hs-scripts.com', '*.hs-analytics.net', '*.hs-banner.com', '*.hubspot.com', '*.hsadspixel.net'], scripts: ['js.hs-scripts.com/*.js', 'js-*.hs-scripts.com/*.js']},
  {use: 'intercom', name: 'Intercom', category: 'functional', hosts: ['widget.intercom.io', 'js.intercomcdn.com', '*.intercom.io'], scripts: ['widget.intercom.io/widget/*']},
  {use: 'linkedin-insight', name: 'LinkedIn Insight Tag', category: 'advertising', hosts: ['snap.licdn.com', '*.ads.linkedin.com'], scripts: ['snap.licdn.com/li.lms-analytics/insight.min.js']},
  {use: 'matomo-tag-manager', name: 'Matomo Tag Manager', category: 'advertising', hosts: [], scripts: []},
  {use: 'matomo', name: 'Matomo', category: 'analytical', hosts: [], scripts: ['*/matomo.js']},
  {use: 'meta-pixel', name: 'Meta Pixel', category: 'advertising', hosts: ['connect.facebook.net', 'www.facebook.com'], scripts: ['connect.facebook.net/en_US/fbevents.js']},
  {use: 'microsoft-clarity', name: 'Microsoft Clarity', category: 'analytical', hosts: ['*.clarity.ms'], scripts: ['www.clarity.ms/tag/*']},
  {use: 'microsoft-uet', name: 'Microsoft Advertising', category: 'advertising', hosts: ['bat.bing.com', 'bat.bing.net'], scripts: ['bat.bing.com/bat.js']},
  {use: 'mixpanel', name: 'Mixpanel', category: 'analytical', hosts: ['*.mixpanel.com', 'cdn.mxpnl.com'], scripts: [], isBundled: true},
  {use: 'perfect-audience', name: 'Perfect Audience', category: 'advertising', hosts: ['tag.perfectaudience.com', 'tag.marinsm.com', '*.prfct.co', 'secure.adnxs.com'], scripts: ['tag.perfectaudience.com/serve/*.js']},
  {use: 'pinterest', name: 'Pinterest', category: 'advertising', hosts: ['s.pinimg.com', 'ct.pinterest.com'], scripts: ['s.pinimg.com/ct/core.js']},
  {use: 'plausible', name: 'Plausible Analytics', category: 'analytical', hosts: ['plausible.io'], scripts: ['plausible.io/js/script.js']},
  {use: 'posthog', name: 'PostHog', category: 'analytical', hosts: ['*.i.posthog.com'], scripts: [], isBundled: true},
  {use: 'recaptcha', name: 'reCAPTCHA', category: 'functional', hosts: ['www.google.com', 'www.gstatic.com', 'www.recaptcha.net'], scripts: ['www.google.com/recaptcha/api.js']},
  {use: 'segment', name: 'Segment', category: 'analytical', hosts: ['cdn.segment.com', 'api.segment.io'], scripts: [], isBundled: true},
  {use: 'sentry', name: 'Sentry', category: 'functional', hosts: ['*.sentry.io'], scripts: [], isBundled: true},
  {use: 'snowplow', name: 'Snowplow', category: 'analytical', hosts: [], scripts: [], isBundled: true},
  {use: 'stripe', name: 'Stripe', category: 'necessary', hosts: ['*.stripe.com'], scripts: ['js.stripe.com/v3/']},
  {use: 'tiktok-pixel', name: 'TikTok Pixel', category: 'advertising', hosts: ['analytics.tiktok.com'], scripts: ['analytics.tiktok.com/i18n/pixel/events.js']},
  {use: 'umami', name: 'Umami', category: 'analytical', hosts: ['cloud.umami.is'], scripts: ['cloud.umami.is/script.js']},
  {use: 'vimeo', name: 'Vimeo', category: 'functional', hosts: ['player.vimeo.com', '*.vimeocdn.com'], scripts: []},
  {use: 'x-pixel', name: 'X Pixel', category: 'advertising', hosts: ['static.ads-twitter.com', 't.co', 'analytics.twitter.com'], scripts: ['static.ads-twitter.com/uwt.js']},
  {use: 'youtube', name: 'YouTube', category: 'functional', hosts: ['www.youtube-nocookie.com', '*.ytimg.com', '*.googlevideo.com'], scripts: []},
  {use: 'youtube', name: 'YouTube', category: 'advertising', hosts: ['www.youtube.com'], scripts: []},
  {use: 'zendesk', name: 'Zendesk', category: 'functional', hosts: ['*.zdassets.com', '*.zendesk.com', '*.zopim.com', '*.smooch.io'], scripts: ['static.zdassets.com/ekr/snippet.js']},
];
