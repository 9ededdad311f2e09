/**
 * Stand-in for Perfect Audience's tag: not its code, but what it does as far as consent can tell. It fires as
 * soon as it runs, takes the calls that wait in `_pq` and every later one, writes nothing on the site itself,
 * and looks at an internal flag, `_pa.skip`, before it asks for a pixel.
 */
(() => {
  const [, site] = /\/serve\/(\w+)\.js/.exec(script.src) ?? [];
  const tag = (window._pa ??= {});
  const queue = window._pq ?? [];

  tag.track = (name, parameters = {}) => fire('/seg/', {add: name, ...parameters});
  tag.trackProduct = (product) => fire('/seg/', {product});
  window._pq = {push: (...entries) => entries.forEach(([name, ...given]) => tag[name]?.(...given))};

  sendImage('pixel-geo.prfct.co', '/tagjs', {a_id: site});
  tag.track('All visitors');
  if (!tag.skip) sendImage('secure.adnxs.com', '/seg', {add: site});
  window._pq.push(...queue);

  function fire(path, parameters) {
    if (!tag.skip) sendImage('pixel-geo.prfct.co', path, {a_id: site, ...parameters});
  }
})();
