/**
 * Stand-in for HubSpot's chat: not HubSpot's code, but what it does as far as consent can tell. It remembers from
 * page to page whether it is open, as a cookie. Facts: HubSpot's Conversations SDK, and a saved copy of its script.
 */
(() => {
  const remember = (isOpen) => store('hs-messages-is-open', String(isOpen));
  const widget = {open: () => remember(true), close: () => remember(false)};
  window.HubSpotConversations = {widget};
  addLauncher({id: 'hubspot-messages-launcher'}, widget.open);
})();
