import {SERVICES} from '../../../demo/vendors/services.mjs';
import {journey} from '../../tools/journey.mjs';
import {acceptAgain, eventually, fromNpm, keepReports, plain, reportOf, settle, withdraw} from '../shop.mjs';
import {addressOf, count, linesOf, proveService} from './cases.mjs';
import {proveFrame} from './frames.mjs';

const EVERYWHERE = ['chromium', 'firefox', 'webkit'];

const ZENDESK = {stop: 'best-effort', view: /\/compose\//, isHeard: false, again: 'next page'};

proveService({
  ...ZENDESK,
  use: 'zendesk',
  event: () => window.zE?.('messenger', 'sendMessage', {content: {type: 'text', text: 'lamp'}}),
  engines: EVERYWHERE,
});

proveService({
  ...ZENDESK,
  use: 'zendesk-classic',
  event: () => window.zE?.('webWidget', 'chat:send', 'lamp'),
});

proveService({
  use: 'intercom',
  stop: 'best-effort',
  view: /web\/ping\?.*why=boot/,
  event: () => window.Intercom?.('trackEvent', 'lamp'),
  queue: () => window.Intercom?.q,
});

proveService({
  use: 'crisp',
  stop: 'best-effort',
  view: /relay\.crisp\.chat.*kind=join/,
  event: () => (window.$crisp ??= []).push(['do', 'message:send', ['text', 'lamp']]),
  queue: () => window.$crisp,
  again: 'next page',
});

/** What shows each chat, and how a conversation begins and ends; `from` is the file in `services/`. */
const CHATS = {
  zendesk: {
    from: 'zendesk',
    launcher: '#launcher',
    open: () => window.zE('messenger', 'open'),
    close: () => window.zE('messenger', 'close'),
  },
  'zendesk-classic': {
    from: 'zendesk',
    launcher: '#launcher',
    open: () => window.zE('webWidget', 'chat:send', 'lamp'),
    close: () => window.zE('webWidget', 'chat:end'),
  },
  intercom: {
    from: 'intercom',
    launcher: '.intercom-launcher',
    open: () => window.Intercom('show'),
    close: () => window.Intercom('hide'),
  },
  crisp: {
    from: 'crisp',
    launcher: '#crisp-chatbox',
    open: () => window.$crisp.push(['do', 'chat:open']),
    close: () => window.$crisp.push(['do', 'chat:close']),
  },
};

for (const [use, {from, launcher, open, close}] of Object.entries(CHATS)) {
  const only = {engines: ['chromium']};

  journey(`${use}: the chat is gone when consent ends, and back after a yes`, only, async ({page}) => {
    await page.goto(addressOf(use, {reload: 'never'}));
    await page.click('[data-action=accept]');
    await page.waitForVisible(launcher);
    await keepReports(page);
    await withdraw(page);
    await reportOf(page, use);
    await page.waitForHidden(launcher);
    await acceptAgain(page);
    await page.waitForVisible(launcher);
  });

  journey(`${use}: it says whether a conversation is open`, only, async ({page, expect}) => {
    const options = JSON.stringify(SERVICES[use].options);
    const code = `
      import {${from}} from 'consent-gate/services/${from}.js';
      window.chat = ${from}(${options});
      startConsent({controller: {name: 'Lykt'}, policy: {url: '/privacy.html'}, services: [window.chat]});`;
    const isInUse = () => page.evaluate(() => window.chat.isInUse());
    await page.goto(plain({gate: 'off', head: fromNpm(code)}));
    await page.waitForVisible('consent-banner');
    const before = await isInUse();
    await page.click('[data-action=accept]');
    await page.waitForVisible(launcher);
    const loaded = await isInUse();
    await page.evaluate(open);
    const during = await isInUse();
    await page.evaluate(close);
    expect.deepEqual([before, loaded, during, await isInUse()], [false, false, true, false]);
  });
}

journey(
  'zendesk: without a yes to analytical cookies it keeps what the conversation needs, and no more',
  {engines: ['chromium']},
  async ({page, demo, expect}) => {
    await page.goto(addressOf('zendesk'));
    await page.waitForVisible('consent-banner');
    await page.evaluate(() => window.consentGate.choose({functional: true}));
    await eventually(() => linesOf(demo).some((line) => /allowed=functional/.test(line)));
    await settle(page);
    expect.equal(count(demo, ZENDESK.view), 1);
    await page.evaluate(() => window.consentGate.choose({functional: true, analytical: true}));
    await eventually(() => linesOf(demo).some((line) => /allowed=all/.test(line)));
  },
);

proveService({
  use: 'stripe',
  stop: 'impossible',
  view: /q\.stripe\.com.*event=load/,
  again: 'next page',
});

proveService({
  use: 'recaptcha',
  stop: 'impossible',
  view: /api2\/anchor/,
  event: () => window.grecaptcha?.execute('lykt', {action: 'lamp'}),
  isHeard: false,
  again: 'next page',
});

proveService({
  use: 'google-maps',
  stop: 'impossible',
  view: /gen_204\?what=load/,
  again: 'next page',
});

proveFrame({use: 'youtube', engines: EVERYWHERE});
proveFrame({use: 'vimeo'});
proveFrame({use: 'google-maps-frame'});
