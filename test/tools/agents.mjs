/** Programs that answer banners for the person who installed them. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const AUTOCONSENT = readFileSync(
  createRequire(import.meta.url)
    .resolve('@duckduckgo/autoconsent')
    .replace(/[^/]*$/, 'autoconsent.playwright.js'),
  'utf8',
);

const SILENT = {
  lifecycle: false,
  rulesteps: false,
  detectionsteps: false,
  evals: false,
  errors: false,
  messages: false,
  waits: false,
};

/**
 * Lets DuckDuckGo's program loose on the page, and waits for what it has to say of its attempt.
 *
 * @param {import('./page.mjs').Page} page
 * @param {{rules?: object[], action?: 'optOut' | 'optIn', heuristicMode?: 'reject' | 'off'}} how
 * @returns {Promise<{cmp: string, result: boolean}>}
 */
export async function runAutoconsent(page, {rules = [], action = 'optOut', heuristicMode = 'off'}) {
  const config = {
    enabled: true,
    autoAction: action,
    disabledCmps: [],
    enablePrehide: true,
    enableCosmeticRules: true,
    enableGeneratedRules: true,
    enablePopupMutationObserver: false,
    detectRetries: 20,
    isMainWorld: true,
    prehideTimeout: 2000,
    enableHeuristicDetection: heuristicMode !== 'off',
    heuristicPopupSearchTimeout: 100,
    heuristicMode,
    visualTest: false,
    performanceLoggingEnabled: false,
    logs: SILENT,
  };
  await page.evaluate(
    (config, rules) => {
      window.agentSaid = [];
      window.autoconsentSendMessage = async (message) => {
        window.agentSaid.push(message);
        if (message.type !== 'init') return;
        setTimeout(() =>
          window.autoconsentReceiveMessage({type: 'initResp', config, rules: {autoconsent: rules}}),
        );
      };
    },
    config,
    rules,
  );
  await page.inject(AUTOCONSENT);
  return page.waitFor(() => {
    const done = window.agentSaid.find(({type}) => type === 'optOutResult' || type === 'optInResult');
    return done && {cmp: done.cmp, result: done.result};
  });
}

/**
 * Carries out a rule as Consent-O-Matic does: https://github.com/cavi-au/Consent-O-Matic#readme. Only what our rule
 * uses; anything else is an error. A parent's shadow root is looked into, as that extension does.
 *
 * @param {import('./page.mjs').Page} page
 * @param {{detectors: object[], methods: object[]}} rule
 * @param {Record<string, boolean>} wishes - By its letters: A preferences, B analytics, F advertising.
 * @returns {Promise<boolean>} whether it saw a banner to answer
 */
export const runConsentOMatic = (page, rule, wishes) => page.evaluate(carryOut, rule, wishes);

/** Stands alone: it is sent into the page. */
async function carryOut({detectors, methods}, wishes) {
  const select = (root, {selector, displayFilter, ...rest}) => {
    if (Object.keys(rest).length) throw new Error(`Unknown filter: ${Object.keys(rest)}`);
    const found = [...root.querySelectorAll(selector)];
    return found.find(({offsetHeight}) => !displayFilter || offsetHeight !== 0);
  };
  const find = ({parent, target}) => {
    const within = parent ? select(document, parent) : document;
    return within && select(within.shadowRoot ?? within, target);
  };
  const must = (step) => {
    const element = find(step);
    if (!element) throw new Error(`Nothing to ${step.type}: ${JSON.stringify(step.target)}`);
    return element;
  };
  const matchers = {css: (matcher) => !!find(matcher), checkbox: (matcher) => must(matcher).checked};
  const actions = {
    click: (action) => must(action).click(),
    list: async ({actions}) => {
      for (const action of actions) await run(action);
    },
    waitcss: async (action) => {
      for (let tries = 0; tries < 10 && !find(action); tries += 1) {
        await new Promise((waited) => setTimeout(waited, 250));
      }
      must(action);
    },
    consent: async ({consents}) => {
      for (const {type, matcher, toggleAction} of consents) {
        if (matches(matcher) !== (wishes[type] ?? false)) await run(toggleAction);
      }
    },
  };
  const matches = (matcher) => matchers[matcher.type](matcher);
  const run = (action) => actions[action.type](action);
  const isThere = (kind) => detectors.some((detector) => detector[kind].every(matches));

  if (!isThere('presentMatcher') || !isThere('showingMatcher')) return false;
  for (const name of ['OPEN_OPTIONS', 'DO_CONSENT', 'SAVE_CONSENT']) {
    await run(methods.find((method) => method.name === name).action);
  }
  return true;
}
