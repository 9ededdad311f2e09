import axe from 'axe-core';

/**
 * What axe-core finds wrong on the page, or in one part of it: `[]` when all is well.
 *
 * @param {import('./page.mjs').Page} page
 * @param {string} [selector]
 */
export async function accessibilityViolations(page, selector = 'html') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.inject(axe.source);
  return page.evaluate(async (selector) => {
    const {violations} = await window.axe.run(selector, {resultTypes: ['violations']});
    return violations.map(({id, help, nodes}) => {
      return {id, help, elements: nodes.map(({html, failureSummary}) => ({html, failureSummary}))};
    });
  }, selector);
}
