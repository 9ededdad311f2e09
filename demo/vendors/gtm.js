/**
 * Stand-in for gtm.js: not Google's code, but what it does as far as consent can tell. The container holds one
 * tag, written by the site and so without a check of consent, which answers to every event in the data layer,
 * keeps a cookie, and stays for as long as the page does.
 */
(() => {
  const {searchParams} = new URL(script.src);
  const container = searchParams.get('id');
  const layer = (window[searchParams.get('l') || 'dataLayer'] ??= []);
  const push = layer.push.bind(layer);

  function take(entry) {
    if (typeof entry?.event === 'string')
      sendImage('www.googletagmanager.com', '/a', {id: container, e: entry.event});
  }

  window.google_tag_manager ??= {};
  window.google_tag_manager[container] = {dataLayer: layer};
  [...layer].forEach(take);
  layer.push = (...entries) => {
    const length = push(...entries);
    entries.forEach(take);
    return length;
  };
  keepStoring(() => store('_lykt_tag'));
})();
