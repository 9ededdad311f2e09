/**
 * Stand-in for HubSpot's banner script: not HubSpot's code, but what it does as far as consent can tell. It
 * takes the privacy commands that wait in `_hsp`, and tells the others what they may; the consent that it is
 * given is not kept for the next page. Without the flag that turns it off it would ask by itself.
 */
(() => {
  const TRACKING = ['__hstc', 'hubspotutk', '__hssc', '__hssrc'];
  const queue = window._hsp ?? [];

  const calls = {
    setHubSpotConsent(consent) {
      window.hubspotConsent = consent;
      dispatchEvent(new Event('hubspot-consent'));
    },
    revokeCookieConsent: () => TRACKING.forEach(forget),
  };

  window._hsp = {push: (...entries) => entries.forEach(([name, ...given]) => calls[name]?.(...given))};
  window._hsp.push(...queue);
  if (!window.disableHubSpotCookieBanner) {
    document.body.append(Object.assign(document.createElement('div'), {id: 'hs-eu-cookie-confirmation'}));
  }
})();
