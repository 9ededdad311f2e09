import process from 'node:process';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../../scripts/browsers.mjs';
import {PuppeteerTab} from './puppeteer-tab.mjs';

/** @typedef {import('./journey.mjs').Settings} Settings */

/**
 * Chromium. Its browser contexts are visitors.
 *
 * @param {{proxyPort: number, fingerprint: string}} network
 */
export function chromium({proxyPort, fingerprint}) {
  return sharedBrowser({
    launchOptions: ({textSize}) => ({
      executablePath: findBrowser('chromium').paths.browser,
      args: [
        ...(textSize ? [`--blink-settings=defaultFontSize=${textSize}`] : []),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--proxy-server=127.0.0.1:${proxyPort}`,
        `--ignore-certificate-errors-spki-list=${fingerprint}`,
        ...QUIET_CHROMIUM,
      ],
    }),
    prepare: prepareChromium,
  });
}

/**
 * Firefox, over WebDriver BiDi. What a visitor prefers is a preference, so that another one takes another
 * browser.
 *
 * @param {{proxyPort: number}} network
 */
export function firefox({proxyPort}) {
  return sharedBrowser({
    launchOptions: (settings) => ({
      browser: 'firefox',
      executablePath: findBrowser('firefox').paths.browser,
      acceptInsecureCerts: true,
      extraPrefsFirefox: {...QUIET_FIREFOX, ...proxyPreferences(proxyPort), ...visitorPreferences(settings)},
    }),
    prepare: async (page, {viewport}) => {
      await page.setViewport(viewport ?? VIEWPORT);
    },
  });
}

const VIEWPORT = {width: 1024, height: 768};

/** What Chromium asks the network for by itself, and its switch from http to https. */
const QUIET_CHROMIUM = [
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeIncognito,NetworkTimeServiceQuerying',
];

const QUIET_FIREFOX = {
  'app.normandy.enabled': false,
  'browser.newtabpage.activity-stream.unifiedAds.spocs.enabled': false,
  'browser.newtabpage.activity-stream.unifiedAds.tiles.enabled': false,
  'browser.region.update.enabled': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'dom.security.https_first': false,
  'dom.security.https_first_pbm': false,
};

/** @param {number} port */
function proxyPreferences(port) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

/** @param {Settings} settings */
function visitorPreferences({signals = {}, colorScheme = 'light', reducedMotion = false, textSize = 16}) {
  return {
    'privacy.globalprivacycontrol.functionality.enabled': true,
    'privacy.globalprivacycontrol.enabled': signals.gpc === true,
    'privacy.donottrackheader.enabled': signals.dnt === '1',
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'font.size.variable.x-western': textSize,
  };
}

/** @param {import('puppeteer-core').Page} page @param {Settings} settings */
async function prepareChromium(page, settings) {
  const {signals = {}, colorScheme, reducedMotion, forcedColors, media = '', viewport} = settings;
  await page.setViewport(viewport ?? VIEWPORT);
  // Puppeteer's own emulateMediaFeatures() knows no forced colours.
  const session = await page.createCDPSession();
  const features = [
    {name: 'prefers-color-scheme', value: colorScheme ?? 'light'},
    {name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference'},
    {name: 'forced-colors', value: forcedColors ? 'active' : 'none'},
  ];
  await session.send('Emulation.setEmulatedMedia', {media, features});
  // Chromium has no such switches, so the page gets what another browser would show it.
  await page.evaluateOnNewDocument(({gpc, dnt}) => {
    const define = (name, value) =>
      Object.defineProperty(Navigator.prototype, name, {
        get: () => value,
        configurable: true,
        enumerable: true,
      });
    if (gpc !== undefined) define('globalPrivacyControl', gpc);
    if (dnt !== undefined) define('doNotTrack', dnt);
  }, signals);
  const headers = {...(signals.gpc && {'Sec-GPC': '1'}), ...(signals.dnt && {DNT: signals.dnt})};
  await page.setExtraHTTPHeaders(headers);
}

/**
 * A browser process that lives until the next visitor needs another one.
 *
 * @param {object} engine
 * @param {(settings: Settings) => import('puppeteer-core').LaunchOptions} engine.launchOptions
 * @param {(page: import('puppeteer-core').Page, settings: Settings) => Promise<void>} engine.prepare
 */
function sharedBrowser({launchOptions, prepare}) {
  /** @type {{key: string, browser: Promise<import('puppeteer-core').Browser>} | undefined} */
  let running;
  const close = async () => (await running?.browser)?.close();

  return {
    /** @param {Settings} settings */
    async open(settings) {
      const options = launchOptions(settings);
      const key = JSON.stringify(options);
      if (running?.key !== key) {
        await close();
        running = {key, browser: puppeteer.launch(options)};
      }
      const context = await (await running.browser).createBrowserContext();
      const openTab = async () => {
        const page = await context.newPage();
        await prepare(page, settings);
        return new PuppeteerTab(page, openTab);
      };
      return {tab: await openTab(), close: () => context.close()};
    },
    close,
  };
}
