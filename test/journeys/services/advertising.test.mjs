import {journey} from '../../tools/journey.mjs';
import {acceptAgain, eventually, forgetRequests, keepReports, reportOf, settle, withdraw} from '../shop.mjs';
import {addressOf, expectClean, linesOf, proveService} from './cases.mjs';

const CHROMIUM = {engines: ['chromium']};
const EVERYWHERE = ['chromium', 'firefox', 'webkit'];

/** A command for Google's tags, which take `arguments` objects only. */
function googleEvent() {
  (function () {
    window.dataLayer.push(arguments);
  })('event', 'lamp');
}

/** What would start a tag; the page's own messages stay, for whoever else reads the data layer. */
const googleQueue = () => window.dataLayer.filter((entry) => entry[0] === 'config' || 'gtm.start' in entry);

proveService({
  use: 'google-analytics',
  stop: 'best-effort',
  view: /google-analytics\.com\/g\/collect\?.*en=page_view/,
  event: googleEvent,
  queue: googleQueue,
  isShared: true,
});

proveService({
  use: 'google-ads',
  stop: 'impossible',
  view: /doubleclick\.net\/.*en=page_view/,
  event: googleEvent,
  queue: googleQueue,
  isShared: true,
  again: 'next page',
  landing: 'gclid=click',
});

proveService({
  use: 'google-tag-manager',
  stop: 'impossible',
  view: /googletagmanager\.com\/a\?.*e=gtm\.js/,
  event: () => window.dataLayer.push({event: 'lamp'}),
  queue: googleQueue,
  isShared: true,
  again: 'next page',
});

proveService({
  use: 'adroll',
  stop: 'impossible',
  view: /d\.adroll\.com\/segment\/.*name=pageView/,
  event: () => window.adroll.track('lamp'),
  queue: () => window.adroll,
  again: 'next page',
  landing: 'fbclid=click',
  engines: EVERYWHERE,
});

proveService({
  use: 'perfect-audience',
  stop: 'impossible',
  view: /pixel-geo\.prfct\.co\/seg\/.*add=All\+visitors/,
  event: () => window._pq.push(['track', 'lamp']),
  queue: () => window._pq,
  again: 'next page',
});

proveService({
  use: 'hubspot',
  stop: 'best-effort',
  view: /track\.hubspot\.com\/__ptq\.gif\?.*k=1/,
  event: () => (window._hsq ??= []).push(['trackCustomBehavioralEvent', {name: 'lamp'}]),
  queue: () => [...(window._hsq ?? []), ...window._hsp],
  landing: 'fbclid=click',
  written: ['__hstc', 'hubspotutk', '__hssc', '__hssrc', '_fbp', '_fbc', 'multiFbc'],
});

proveService({
  use: 'meta-pixel',
  stop: 'best-effort',
  view: /www\.facebook\.com\/tr\/\?.*ev=PageView/,
  event: () => window.fbq('trackCustom', 'lamp'),
  queue: () => window.fbq.queue,
  landing: 'fbclid=click',
  engines: EVERYWHERE,
});

proveService({
  use: 'microsoft-uet',
  stop: 'best-effort',
  view: /bat\.bing\.com\/action\/.*evt=pageLoad/,
  event: () => window.uetq.push('event', 'lamp', {}),
  queue: () => window.uetq,
  whileDenied: 'counting',
  landing: 'msclkid=click',
});

proveService({
  use: 'linkedin-insight',
  stop: 'impossible',
  view: /px\.ads\.linkedin\.com\/collect\?.*event=pageview/,
  event: () => window.lintrk('track', {conversion_id: 'lamp'}),
  queue: () => [...window.lintrk.q, ...window._linkedin_data_partner_ids],
  again: 'next page',
});

proveService({
  use: 'tiktok-pixel',
  stop: 'best-effort',
  view: /analytics\.tiktok\.com\/api\/.*event=Pageview/,
  event: () => window.ttq.track('lamp'),
  queue: () => window.ttq,
});

proveService({
  use: 'pinterest',
  stop: 'best-effort',
  view: /ct\.pinterest\.com\/v3\/.*event=pagevisit/,
  event: () => window.pintrk('track', 'lamp'),
  queue: () => window.pintrk.queue,
});

proveService({
  use: 'x-pixel',
  stop: 'impossible',
  view: /\/\/t\.co\/.*events=PageView/,
  event: () => window.twq('event', 'lamp'),
  queue: () => window.twq.queue,
  again: 'next page',
});

journey(
  'Microsoft is told of a no, and counts on without the visitor',
  CHROMIUM,
  async ({page, demo, expect}) => {
    const counted = (kind) => linesOf(demo).filter((line) => line.includes(`evt=${kind}`));
    await page.goto(addressOf('microsoft-uet', {reload: 'never'}));
    await page.click('[data-action=accept]');
    await eventually(() => counted('pageLoad').length > 0);
    expect.match(counted('pageLoad')[0], /asc=G&sid=\w+&vid=\w+/);
    await withdraw(page);
    await page.evaluate(() => window.uetq.push('event', 'lamp', {}));
    await eventually(() => counted('custom').length > 0);
    expect.match(counted('custom')[0], /asc=D&ea=lamp/);
    await expectClean(page, expect);
  },
);

journey('HubSpot told of a no loads no pixel that is still on its way', CHROMIUM, async (traveller) => {
  const {page, demo, expect} = traveller;
  demo.hold('js.hs-banner.com');
  await page.goto(addressOf('hubspot', {reload: 'never'}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.standIns?.includes('hubspot-pixel.js'));
  await withdraw(page);
  await settle(page);
  forgetRequests(demo);
  demo.release('js.hs-banner.com');
  await page.waitFor(() => window.standIns.includes('hubspot-banner.js'));
  await settle(page);
  expect.deepEqual(
    linesOf(demo).filter((line) => !line.includes('js.hs-banner.com')),
    [],
  );
});

journey('HubSpot: a chat that is open is not cut off by a withdrawal', CHROMIUM, async ({page, expect}) => {
  await page.goto(addressOf('hubspot', {reload: 'never'}));
  await page.click('[data-action=accept]');
  await page.waitForVisible('#hubspot-messages-launcher');
  await page.evaluate(() => window.HubSpotConversations.widget.open());
  await keepReports(page);
  await withdraw(page);
  const {unstopped, remaining} = await reportOf(page, 'hubspot');
  expect.deepEqual(unstopped, ['hubspot']);
  expect.doesNotMatch(JSON.stringify(remaining), /unreachable/);
  await page.waitForVisible('consent-outcome >>> [data-action=finish]');
  expect.match(await page.evaluate(() => document.cookie), /hs-messages-is-open=true/);
});

journey('Pinterest told of a no counts nothing when its second script comes', CHROMIUM, async (traveller) => {
  const {page, demo, expect} = traveller;
  demo.hold('s.pinimg.com/ct/lib/main.5eaf.js');
  await page.goto(addressOf('pinterest', {reload: 'never'}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.standIns?.includes('pinterest-core.js'));
  await settle(page);
  await withdraw(page);
  demo.release('s.pinimg.com/ct/lib/main.5eaf.js');
  await page.waitFor(() => window.standIns.includes('pinterest-main.js'));
  await settle(page);
  expect.deepEqual(
    linesOf(demo).filter((line) => line.includes('ct.pinterest.com')),
    [],
  );
  await expectClean(page, expect);
  await acceptAgain(page);
  await eventually(() => linesOf(demo).some((line) => /tid=2612345678&event=pagevisit/.test(line)));
});

journey(
  'AdRoll works again for who says yes again on a page that does not reload',
  CHROMIUM,
  async (traveller) => {
    const {page, demo} = traveller;
    const calls = () => linesOf(demo).filter((line) => /\/segment\/.*name=lamp/.test(line));
    await page.goto(addressOf('adroll', {reload: 'never'}));
    await page.click('[data-action=accept]');
    await eventually(() => linesOf(demo).some((line) => /\/segment\/.*name=pageView/.test(line)));
    await withdraw(page);
    await settle(page);
    await acceptAgain(page);
    await settle(page);
    await page.evaluate(() => window.adroll.track('lamp'));
    await eventually(() => calls().length === 1);
  },
);
