/** Stand-in for HubSpot's ads pixel: brings Meta's along as soon as advertising is allowed, and keeps it. */
(() => {
  let brought = false;

  function bring() {
    if (brought || !window.hubspotConsent?.advertisement) return;
    brought = true;
    bringMetaPixel('2345678901');
  }

  bring();
  addEventListener('hubspot-consent', bring);
})();
