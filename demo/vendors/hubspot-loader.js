/** Stand-in for HubSpot's loader, which does nothing but fetch what the account has: here, everything. */
(() => {
  const [, portal] = /\/(\d+)\.js/.exec(script.src) ?? [];
  insertScript('js.hs-banner.com', `/v2/${portal}/banner.js`);
  insertScript('js.hs-analytics.net', `/analytics/1763769600000/${portal}.js`);
  insertScript('js.hsadspixel.net', '/fb.js');
  // In truth from a host of its own, js.usemessages.com.
  insertScript('js.hubspot.com', '/conversations-embed.js');
})();
