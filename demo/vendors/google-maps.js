/**
 * Stand-in for the JavaScript API of Google Maps: not Google's code, but what it does as far as consent can tell.
 * It calls the page back, fetches fonts from another of Google's hosts, counts every map, and cannot be
 * unloaded. It stores nothing on the page's own domain. What is sent where: unverified.
 */
(() => {
  const callback = new URL(script.src).searchParams.get('callback');
  const count = (what) => sendBeacon('maps.googleapis.com', '/maps/api/mapsjs/gen_204', {what});
  window.google = {
    ...window.google,
    maps: {Map: class Map {}, importLibrary: async () => window.google.maps},
  };
  const href = `${hostUrl('fonts.googleapis.com')}/css?family=Roboto:400`;
  document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href}));
  count('load');
  setInterval(count, 250, 'map');
  window[callback]?.();
})();
