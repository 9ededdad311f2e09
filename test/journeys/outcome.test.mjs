/** What follows a withdrawal, as the visitor sees it. */
import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {
  ACME,
  SHOP,
  acmeTag,
  eventually,
  forgetRequests,
  fromNpm,
  keepReports,
  plain,
  reportOf,
  settle,
  thirdParties,
  withdraw,
} from './shop.mjs';

const CHROMIUM = {engines: ['chromium']};
const ADROLL = {use: 'adroll', advertisableId: 'ADV', pixelId: 'PIX'};
const FORM = '<form><textarea aria-label="Message"></textarea><button>Send</button></form>';
const FINISH = 'consent-outcome >>> [data-action=finish]';
const LATER = 'consent-outcome >>> [data-action=later]';
const DONE = 'consent-outcome >>> [data-action=close]';

/** What it says, once it has said it: the place for that is there before. */
const told = (page) =>
  page.evaluateOn('consent-outcome >>> [role=status] > *', (news) => news.closest('dialog').innerText);

/** A visitor who has allowed AdRoll, which cannot be stopped. */
async function allowAdroll(page, {body = FORM, ...config} = {}) {
  await page.goto(plain({config: {services: [ADROLL], ...config}, body}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => /__adroll_fpc/.test(document.cookie));
}

const isReloaded = (page) =>
  page.waitFor(() => performance.getEntriesByType('navigation')[0].type === 'reload');

journey('what no page can remove is named after the reload', async ({page, expect}) => {
  await allowAdroll(page);
  await withdraw(page);
  await isReloaded(page);
  await page.waitForVisible(DONE);
  const text = await told(page);
  expect.match(text, /This site cannot remove what follows/);
  expect.match(text, /AdRoll: __adroll, __adroll_shared/);
  expect.match(text, /Removed from this browser: \d/);
  await page.click(DONE);
  await page.waitForHidden(DONE);
  await page.reload();
  await settle(page);
  expect.equal(await page.evaluate(() => document.querySelector('consent-outcome')), null);
});

journey(
  'what no page can remove is named at once where the page does not reload',
  CHROMIUM,
  async (traveller) => {
    const {page, expect} = traveller;
    await allowAdroll(page, {reload: 'never'});
    await withdraw(page);
    await page.waitForVisible(DONE);
    expect.match(await told(page), /AdRoll: __adroll, __adroll_shared/);
    expect.deepEqual(await accessibilityViolations(page, 'consent-outcome'), []);
  },
);

journey('what is told comes first for the keyboard, and hides nothing', CHROMIUM, async ({page, expect}) => {
  const links = '<p><a href="#">A link of the page</a></p>'.repeat(40);
  await allowAdroll(page, {body: `${links}<a id="last" href="#">The last one</a>`});
  await withdraw(page);
  await isReloaded(page);
  await told(page);
  await settle(page);
  await page.press('Tab');
  expect.equal(await page.evaluate(() => document.activeElement.localName), 'consent-outcome');
  await page.evaluate(() => document.getElementById('last').focus());
  await settle(page);
  const [notice, last] = await Promise.all(
    ['consent-outcome >>> dialog', '#last'].map((selector) =>
      page.evaluateOn(selector, (element) => element.getBoundingClientRect().toJSON()),
    ),
  );
  expect.ok(last.bottom <= notice.top, `${last.bottom - notice.top} px are hidden`);
});

journey('on paper nothing is told', {...CHROMIUM, media: 'print'}, async ({page, expect}) => {
  await page.goto(plain({config: {services: [ADROLL], reload: 'never'}}));
  await page.waitFor(() => !!window.consentGate && !!document.querySelector('consent-banner'));
  await page.evaluate(() => window.consentGate.grantAll());
  await page.waitFor(() => /__adroll_fpc/.test(document.cookie));
  await page.evaluate(() => window.consentGate.withdraw());
  await page.waitFor(() => !!document.querySelector('consent-outcome')?.shadowRoot.querySelector('[open]'));
  expect.equal(await page.isVisible(DONE), false);
});

journey('who only says no is told nothing more', CHROMIUM, async ({page, expect}) => {
  await page.goto(plain({config: {services: [ADROLL]}}));
  await page.click('[data-action=reject]');
  await page.waitForHidden('consent-banner');
  await settle(page);
  expect.equal(await page.evaluate(() => document.querySelector('consent-outcome')), null);
});

journey('what the visitor has typed is not lost without a question', async ({page, demo, expect}) => {
  await allowAdroll(page);
  await page.click('textarea');
  await page.type('Dear Lykt');
  await withdraw(page);
  await page.waitForVisible(FINISH);
  expect.match(await told(page), /To stop AdRoll for good/);
  await page.click(LATER);
  await settle(page);
  expect.equal(await page.evaluate(() => document.querySelector('textarea').value), 'Dear Lykt');
  // Leaving is what the visitor was waiting for.
  await page.goto(plain({config: {services: [ADROLL]}}));
  await settle(page);
  forgetRequests(demo);
  await settle(page);
  expect.deepEqual(thirdParties(demo), []);
  expect.deepEqual(
    (await page.cookies()).map(({name}) => name),
    ['__Host-consent-gate'],
  );
});

journey('what was typed before the yes is not lost either', CHROMIUM, async ({page, expect}) => {
  await page.goto(plain({config: {layout: 'bar', services: [ADROLL]}, body: FORM}));
  await page.waitForVisible('consent-banner');
  await page.click('textarea');
  await page.type('Dear Lykt');
  await page.click('[data-action=accept]');
  await page.waitFor(() => /__adroll_fpc/.test(document.cookie));
  await withdraw(page);
  await page.waitForVisible(FINISH);
  expect.equal(await page.evaluate(() => document.querySelector('textarea').value), 'Dear Lykt');
});

journey('who has nothing to lose says so, and the page reloads', CHROMIUM, async ({page, expect}) => {
  await allowAdroll(page);
  await page.click('textarea');
  await page.type('Dear Lykt');
  await withdraw(page);
  await page.click(FINISH);
  await isReloaded(page);
  await page.waitForVisible(DONE);
  expect.match(await told(page), /AdRoll: __adroll, __adroll_shared/);
});

const CHAT = `
  window.told = [];
  const chat = {
    id: 'chat', category: 'functional', name: 'Chat', storage: [{name: 'chat_id', purpose: 'chat', lifetime: 'session'}],
    load() { window.isOpen = true; document.cookie = 'chat_id=1;path=/'; },
    isInUse: () => window.isOpen,
    onRevoke() { window.told.push('revoked'); return 'verified'; },
  };
  window.gate = startConsent({controller: {name: 'Lykt'}, policy: {url: '/privacy.html'}, services: [chat]});
`;
const withChat = plain({gate: 'off', head: fromNpm(CHAT)});
const conversation = (page) =>
  page.evaluate(() => ({
    told: window.told,
    has: document.cookie.includes('chat_id'),
    isGranted: window.gate.isGranted('chat'),
  }));

journey('an open conversation is not lost without a question', CHROMIUM, async ({page, expect}) => {
  await page.goto(withChat);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.isOpen);
  await keepReports(page);
  await withdraw(page);
  await page.waitForVisible(FINISH);
  expect.match(await told(page), /To stop Chat for good/);
  // The no counts already; only its last step waits.
  expect.deepEqual(await conversation(page), {told: [], has: true, isGranted: false});
  expect.deepEqual((await reportOf(page, 'chat')).unstopped, ['chat']);
  await page.click(FINISH);
  await page.waitFor(() => window.told.length === 1);
  expect.deepEqual(await conversation(page), {told: ['revoked'], has: false, isGranted: false});
});

journey('a conversation that is kept ends when the page is left', CHROMIUM, async ({page, expect}) => {
  await page.goto(withChat);
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.isOpen);
  await withdraw(page);
  await page.click(LATER);
  await settle(page);
  expect.deepEqual(await conversation(page), {told: [], has: true, isGranted: false});
  await page.goto(`${SHOP}/plain.html?gate=off`);
  expect.doesNotMatch((await page.storage()).cookie, /chat_id/);
});

journey('what a script writes back is removed again while the page is open', async ({page, expect}) => {
  const tag = acmeTag('mark=acme&cookie=_acme_id');
  await page.goto(plain({config: {services: [ACME], reload: 'never'}, body: tag}));
  await page.click('[data-action=accept]');
  await page.waitFor(() => window.ran);
  await withdraw(page);
  await page.waitFor(() => !document.cookie.includes('_acme_id'));
  await page.evaluate(() => {
    document.cookie = '_acme_id=2;path=/';
  });
  await page.waitFor(() => !document.cookie.includes('_acme_id'));
  expect.ok(true);
});

journey(
  'without the part that sweeps, what cannot be stopped still ends with a reload',
  CHROMIUM,
  async (traveller) => {
    const {page, demo, expect} = traveller;
    demo.fail('/consent/withdrawal.js', 404);
    await allowAdroll(page);
    await withdraw(page);
    await isReloaded(page);
    await settle(page);
    forgetRequests(demo);
    await settle(page);
    expect.deepEqual(thirdParties(demo), []);
    await eventually(() => page.isVisible('h1'));
  },
);
