import {accessibilityViolations} from '../tools/axe.mjs';
import {journey} from '../tools/journey.mjs';
import {ACME, SHOP, isGranted, plain, roomIsKept, settle, tabTo} from './shop.mjs';

const CHROMIUM = ['chromium'];
const PHONE = {width: 320, height: 640};
const TABLET = {width: 768, height: 1000};
const DESKTOP = {width: 1440, height: 900};
const MARGIN = 16;

const LONG = `${'<p>A paragraph of the page.</p>'.repeat(60)}<a id="last" href="#">The last link of the page</a>`;

const decidedAt = (page) => page.evaluate(() => window.consentGate.consent.decidedAt);

/** The distances of the banner from the edges of the window, scrollbars left out. */
const gaps = (page) =>
  page.evaluateOn('consent-banner', (banner) => {
    const {left, top, right, bottom} = banner.getBoundingClientRect();
    const {clientWidth, clientHeight} = document.documentElement;
    return {left, top, right: clientWidth - right, bottom: clientHeight - bottom};
  });

/** Where a corner's box sits on a wide screen: the edges that it keeps its distance to. */
const CORNERS = {
  box: {en: ['bottom', 'left'], ar: ['bottom', 'right']},
  'box-end': {en: ['bottom', 'right'], ar: ['bottom', 'left']},
  'box-top': {en: ['top', 'left'], ar: ['top', 'right']},
  'box-top-end': {en: ['top', 'right'], ar: ['top', 'left']},
};

for (const [layout, languages] of Object.entries(CORNERS)) {
  for (const viewport of [TABLET, DESKTOP]) {
    journey(
      `the layout ${layout} is in its corner at ${viewport.width} px, from left to right and from right to left`,
      {viewport},
      async ({page, expect}) => {
        for (const [lang, edges] of Object.entries(languages)) {
          await page.goto(plain({config: {layout}, lang}));
          await page.waitForVisible('consent-banner');
          const found = await gaps(page);
          const near = Object.keys(found).filter((edge) => Math.round(found[edge]) === MARGIN);
          expect.deepEqual(near.sort(), edges.toSorted());
        }
      },
    );
  }

  journey(
    `on a phone the layout ${layout} is at the bottom, as wide as the page`,
    {viewport: PHONE, engines: CHROMIUM},
    async ({page, expect}) => {
      for (const lang of ['en', 'ar']) {
        await page.goto(plain({config: {layout}, lang, body: LONG}));
        await page.waitForVisible('consent-banner');
        const {left, top, right, bottom} = await gaps(page);
        expect.deepEqual([left, right, bottom].map(Math.round), [MARGIN, MARGIN, MARGIN]);
        expect.ok(top > 100, `${top} px of the page are left`);
      }
    },
  );
}

for (const viewport of [PHONE, TABLET, DESKTOP]) {
  journey(
    `bars lie along their edge and a cloud in the middle of the bottom at ${viewport.width} px`,
    {viewport},
    async ({page, expect}) => {
      for (const [layout, edge] of [
        ['bar', 'bottom'],
        ['bar-top', 'top'],
      ]) {
        await page.goto(plain({config: {layout}}));
        await page.waitForVisible('consent-banner');
        const found = await gaps(page);
        expect.deepEqual([found.left, found.right, found[edge]].map(Math.round), [0, 0, 0]);
      }
      await page.goto(plain({config: {layout: 'cloud'}}));
      await page.waitForVisible('consent-banner');
      const {left, right, bottom} = await gaps(page);
      expect.equal(Math.round(bottom), MARGIN);
      expect.ok(Math.abs(left - right) <= 1 && left >= MARGIN, `${left} and ${right} px at the sides`);
    },
  );
}

for (const layout of ['box-top-end', 'bar', 'bar-top', 'cloud']) {
  journey(
    `behind the layout ${layout} the page scrolls, can be clicked, and keeps its focus`,
    {engines: layout === 'cloud' ? undefined : CHROMIUM},
    async ({page, expect}) => {
      const button = '<button id="own" onclick="window.clicks = (window.clicks ?? 0) + 1">Buy</button>';
      await page.goto(plain({config: {layout}, body: button + LONG}));
      await page.waitForVisible('consent-banner');
      expect.equal(await page.evaluate(() => document.activeElement === document.body), true);
      await page.click('#own');
      expect.equal(await page.evaluate(() => window.clicks), 1);
      await page.evaluate(() => scrollTo(0, 400));
      expect.equal(await page.evaluate(() => scrollY), 400);
      await page.press('Tab');
      expect.equal(await decidedAt(page), null);
      expect.deepEqual(await accessibilityViolations(page, 'consent-banner'), []);
    },
  );
}

/** Of the page's own focusable elements, in the order of the Tab key, those that the banner hides a part of. */
async function hiddenByBanner(page) {
  const hidden = [];
  for (let presses = 0; presses < 12; presses += 1) {
    await page.press('Tab');
    await settle(page);
    const name = await page.evaluate(() => {
      const {activeElement} = document;
      const banner = document.querySelector('consent-banner');
      const isOfPage = activeElement !== document.body && !banner.contains(activeElement);
      const [one, other] = [activeElement, banner].map((element) => element.getBoundingClientRect());
      const isBeside = one.right <= other.left || one.left >= other.right;
      const isClear = isBeside || one.bottom <= other.top || one.top >= other.bottom;
      return isOfPage && !isClear ? activeElement.outerHTML : '';
    });
    hidden.push(...[name].filter(Boolean));
  }
  return hidden;
}

const FIRST = '<a href="#" style="position: absolute; inset: 4px 24px auto auto">Basket</a>';

for (const layout of ['box-top', 'box-top-end', 'bar-top', 'cloud']) {
  for (const viewport of [PHONE, DESKTOP]) {
    journey(
      `what has the focus is not hidden by the layout ${layout} at ${viewport.width} px`,
      {viewport, engines: CHROMIUM},
      async ({page, expect}) => {
        const links = '<p><a href="#">A link</a></p><p>Words</p>'.repeat(4);
        await page.goto(plain({config: {layout}, body: FIRST + links + LONG}));
        await page.waitForVisible('consent-banner');
        await roomIsKept(page);
        expect.deepEqual(await hiddenByBanner(page), []);
      },
    );
  }
}

journey(
  'at 320 × 256 every layout can be answered by scrolling',
  {
    viewport: {width: 320, height: 256},
    engines: CHROMIUM,
  },
  async ({page, expect}) => {
    for (const layout of ['box-top-end', 'bar-top', 'cloud', 'wall']) {
      await page.goto(plain({config: {layout}}));
      await page.waitForVisible('consent-banner');
      for (const action of ['close', 'reject', 'accept', 'settings'])
        await page.hover(`consent-banner [data-action=${action}]`);
      expect.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 320), true);
    }
  },
);

const WALL = plain({config: {layout: 'wall', services: [ACME]}, body: LONG});

journey('a wall takes the page away and nothing else does', async ({page, expect}) => {
  await page.goto(WALL);
  await page.waitForVisible('consent-banner');
  expect.deepEqual(await accessibilityViolations(page, 'dialog'), []);
  expect.equal(await page.evaluate(() => document.activeElement.matches('consent-banner > h2')), true);
  const isLinkInert = await page.evaluate(() => {
    document.getElementById('last').focus();
    return document.activeElement.id !== 'last';
  });
  expect.equal(isLinkInert, true);
  expect.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'hidden');
});

for (const [action, granted] of [
  ['reject', false],
  ['accept', true],
]) {
  journey(`a wall falls with one press of ${action}`, async ({page, expect}) => {
    await page.goto(WALL);
    await page.click(`[data-action=${action}]`);
    await page.waitForHidden('consent-banner');
    expect.equal(await isGranted(page, 'advertising'), granted);
    await page.evaluate(() => document.getElementById('last').focus());
    expect.equal(await page.evaluate(() => document.activeElement.id), 'last');
    expect.notEqual(
      await page.evaluate(() => getComputedStyle(document.documentElement).overflowY),
      'hidden',
    );
  });
}

journey('with the keyboard, no is nearer than yes in a wall', {engines: CHROMIUM}, async ({page, expect}) => {
  await page.goto(WALL);
  await page.waitForVisible('consent-banner');
  await tabTo(page, '[data-action=reject]');
  await page.press('Tab');
  expect.equal(await page.evaluate(() => document.activeElement.dataset.action), 'accept');
});

journey('Escape in a wall is a no, once, and the wall says so', async ({page, expect}) => {
  await page.goto(WALL);
  await page.waitForVisible('consent-banner');
  const close = await page.evaluateOn('[data-action=close]', (button) => ({
    name: button.ariaLabel,
    key: button.getAttribute('aria-keyshortcuts'),
    isShown: button.offsetWidth > 100,
  }));
  expect.deepEqual(close, {name: 'Close and reject', key: 'Escape', isShown: true});
  await page.evaluate(() => {
    window.asked = [];
    document.addEventListener('consent-action', ({action}) => window.asked.push(action.type));
  });
  await page.press('Escape');
  await page.waitForHidden('consent-banner');
  await settle(page);
  expect.deepEqual(await page.evaluate(() => window.asked), ['dismiss']);
  expect.equal(await isGranted(page, 'advertising'), false);
  await page.reload();
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
});

journey('a choice made from a wall takes the wall away', {engines: CHROMIUM}, async ({page, expect}) => {
  await page.goto(WALL);
  await page.click('[data-action=settings]');
  await page.click('consent-preferences >>> [data-action=save]');
  await page.waitForHidden('consent-banner');
  expect.equal(await isGranted(page, 'advertising'), false);
  await page.click('#last');
});

journey('the policy can be read before a wall is answered', {engines: CHROMIUM}, async ({page, expect}) => {
  await page.goto(plain({config: {layout: 'wall', policy: {url: '/plain.html'}}, body: LONG}));
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  await page.evaluate(() => document.getElementById('last').focus());
  expect.equal(await page.evaluate(() => document.activeElement.id), 'last');
});

journey(
  'the layout is fetched beside the language, and only where it is another one',
  {
    engines: CHROMIUM,
  },
  async ({page, demo, expect}) => {
    const fetched = () => demo.requests.filter(({path}) => path === '/consent/arrangement.js').length;
    await page.goto(plain());
    await page.waitForVisible('consent-banner');
    await settle(page);
    expect.equal(fetched(), 0);
    await page.goto(plain({config: {layout: 'bar'}}));
    await page.waitForVisible('consent-banner');
    expect.equal(fetched(), 1);
  },
);

journey('without the file of its layout the banner asks as a box', {engines: CHROMIUM}, async (traveller) => {
  const {page, demo, expect} = traveller;
  await demo.fail('/consent/arrangement.js', 404);
  await page.goto(plain({config: {layout: 'wall'}}));
  await page.waitForVisible('consent-banner');
  const {left, bottom} = await gaps(page);
  expect.deepEqual([left, bottom].map(Math.round), [MARGIN, MARGIN]);
});

const PANEL = plain({config: {preferences: 'panel', services: [ACME]}});

journey('the panel stands at the end of the line, over the whole height', async ({page, expect}) => {
  await page.goto(PANEL);
  await page.click('[data-action=settings]');
  await page.waitForVisible('consent-preferences >>> dialog');
  const rect = () =>
    page.evaluateOn('consent-preferences >>> dialog', (dialog) => {
      const {left, top, right, bottom} = dialog.getBoundingClientRect();
      return {left, top, right: document.documentElement.clientWidth - right, bottom: innerHeight - bottom};
    });
  await page.hover('consent-preferences >>> [data-action=save]');
  const {left, top, right, bottom} = await rect();
  expect.deepEqual([top, right, bottom].map(Math.round), [0, 0, 0]);
  expect.ok(left > 400, `it leaves ${left} px of the page to be seen`);
  expect.deepEqual(await accessibilityViolations(page, 'consent-preferences'), []);
  await page.evaluateOn('consent-preferences', (element) => void (element.dir = 'rtl'));
  await page.waitFor(
    () =>
      document.querySelector('consent-preferences').shadowRoot.querySelector('dialog').getBoundingClientRect()
        .left === 0,
  );
});

for (const preferences of ['dialog', 'panel']) {
  for (const viewport of [PHONE, TABLET, DESKTOP, {width: 640, height: 320}]) {
    journey(
      `every switch and answer of the ${preferences} can be reached at ${viewport.width} × ${viewport.height}`,
      {viewport, engines: CHROMIUM},
      async ({page, expect}) => {
        await page.goto(plain({config: {preferences, services: [ACME]}}));
        await page.click('[data-action=settings]');
        for (const category of ['functional', 'analytical', 'advertising']) {
          const selector = `consent-preferences >>> input[data-category=${category}]`;
          await page.evaluateOn(selector, (input) => input.scrollIntoView({block: 'center'}));
          await page.click(selector);
        }
        for (const action of ['reject', 'accept', 'save']) {
          const selector = `consent-preferences >>> [data-action=${action}]`;
          await page.evaluateOn(selector, (button) => button.scrollIntoView({block: 'center'}));
          await page.hover(selector);
        }
        const overflow = await page.evaluateOn(
          'consent-preferences >>> dialog',
          ({scrollWidth, clientWidth}) => scrollWidth - clientWidth,
        );
        expect.equal(overflow, 0);
        await page.click('consent-preferences >>> [data-action=save]');
        expect.equal(await isGranted(page, 'advertising'), true);
      },
    );
  }
}

journey(
  'who wants nothing to move sees nothing move',
  {
    reducedMotion: true,
    engines: CHROMIUM,
  },
  async ({page, expect}) => {
    await page.goto(PANEL);
    await page.click('[data-action=settings]');
    await page.waitForVisible('consent-preferences >>> dialog');
    const moving = await page.evaluate(() => document.getAnimations().length);
    const styles = await page.evaluateOn('consent-preferences', ({shadowRoot}) =>
      ['dialog', 'input'].map((selector) => {
        const {animationName, transitionDuration} = getComputedStyle(shadowRoot.querySelector(selector));
        return [animationName, transitionDuration];
      }),
    );
    expect.equal(moving, 0);
    expect.deepEqual(styles, [
      ['none', '0s'],
      ['none', '0s'],
    ]);
  },
);

const HIDDEN = {
  config: {hideOn: ['/plain.html'], services: [ACME]},
  body: '<consent-button></consent-button>',
};

journey('on a listed path nobody is asked, nothing runs, and the choices open', async ({page, expect}) => {
  await page.goto(plain(HIDDEN));
  await page.waitForVisible('consent-button >>> button');
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  expect.equal(await isGranted(page, 'advertising'), false);
  expect.equal(await decidedAt(page), null);
  await page.click('consent-button >>> button');
  await page.click('consent-preferences >>> input[data-category=advertising]');
  await page.click('consent-preferences >>> [data-action=save]');
  expect.equal(await isGranted(page, 'advertising'), true);
});

journey('a listed path asks nobody, and the next one does', {engines: CHROMIUM}, async ({page, expect}) => {
  await page.goto(plain({config: {hideOn: ['/legal/*', '/plain.html']}}));
  await settle(page);
  expect.equal(await page.isVisible('consent-banner'), false);
  await page.evaluate(() => {
    history.pushState(null, '', '/shop');
    document.body.append('A page without a load');
  });
  await page.waitForVisible('consent-banner');
  await page.evaluate(() => {
    history.pushState(null, '', '/legal/imprint');
    document.body.append('Another one');
  });
  await page.waitForHidden('consent-banner');
});

for (const viewport of [PHONE, DESKTOP]) {
  journey(
    `a floating button stays in its corner and hides nothing that has the focus at ${viewport.width} px`,
    {viewport, engines: CHROMIUM},
    async ({page, expect}) => {
      const body = `<consent-button floating="end"></consent-button>${LONG}`;
      await page.goto(plain({config: {}, body}));
      await page.click('[data-action=reject]');
      await page.waitForHidden('consent-banner');
      await page.waitForVisible('consent-button >>> button');
      await settle(page);
      await page.evaluate(() => document.getElementById('last').focus());
      await settle(page);
      const {gap, right, bottom} = await page.evaluateOn('consent-button', (button) => {
        const place = button.getBoundingClientRect();
        const {clientWidth, clientHeight} = document.documentElement;
        return {
          gap: place.top - document.getElementById('last').getBoundingClientRect().bottom,
          right: clientWidth - place.right,
          bottom: clientHeight - place.bottom,
        };
      });
      expect.ok(gap >= 0, `the button covers ${-gap} px`);
      expect.deepEqual([right, bottom].map(Math.round), [MARGIN, MARGIN]);
      await page.click('consent-button >>> button');
      await page.waitForVisible('consent-preferences >>> dialog');
    },
  );
}

journey(
  'a floating button with the focus lies over the banner',
  {
    viewport: PHONE,
    engines: CHROMIUM,
  },
  async ({page}) => {
    await page.goto(plain({body: '<consent-button floating></consent-button>'}));
    await page.waitForVisible('consent-banner');
    await page.evaluateOn('consent-button >>> button', (button) => button.focus());
    await page.hover('consent-button >>> button');
  },
);

journey(
  'the demo shows every layout and theme, each in a page of its own',
  {engines: CHROMIUM},
  async (traveller) => {
    const {page, expect} = traveller;
    await page.goto(`${SHOP}/layouts.html?layout=bar&theme=paper&panel=off`);
    await page.waitForVisible('consent-banner');
    const shown = await page.evaluateOn('consent-banner', (banner) => ({
      layout: banner.getAttribute('layout'),
      background: getComputedStyle(banner).backgroundColor,
    }));
    expect.deepEqual(shown, {layout: 'bar', background: 'rgb(250, 246, 236)'});
  },
);

for (const layout of ['box', 'bar-top', 'wall']) {
  journey(
    `who prints a page that asks with the layout ${layout} has the page alone on paper`,
    {media: 'print', engines: CHROMIUM},
    async ({page, expect}) => {
      await page.goto(plain({config: {layout}, body: `<consent-button floating></consent-button>${LONG}`}));
      await page.evaluateOn('consent-button >>> button', () => {});
      await page.waitFor(() => !!document.querySelector('consent-banner')?.shadowRoot);
      await roomIsKept(page);
      for (const selector of ['consent-banner', 'dialog', 'consent-button'])
        expect.equal(await page.isVisible(selector), false, selector);
      const room = await page.evaluate(() =>
        ['::before', '::after'].map((end) => getComputedStyle(document.documentElement, end).content),
      );
      expect.deepEqual(room, ['none', 'none']);
      // On the screen it stands as before.
      expect.equal(await page.evaluate(() => !!document.querySelector('dialog[open]')), layout === 'wall');
    },
  );
}
