/**
 * Stand-in for a container of Matomo Tag Manager: not Matomo's code, but what it does as far as consent can tell.
 * It hears what was pushed to `_mtm` before and after, and on `mtm.Start` runs its tags: Matomo's own, and
 * somebody else's, that no call of Matomo's reaches. Facts: javascripts/tagmanager.js of Matomo's tag-manager.
 */
(() => {
  // A container lies in the folder `js` of one's own Matomo, or in the cloud beside the tracker's script.
  const folder = script.src.slice(0, script.src.lastIndexOf('/') + 1).replace(/\/js\/$/, '/');
  const collector = folder.replace('cdn.matomo.cloud/', '');
  const heard = window._mtm ?? [];
  window._paq ??= [];

  function hear({event}) {
    if (event === 'mtm.Start') [runMatomo, runSomebodyElse].forEach((run) => run());
    else if (event) window._paq.push(['trackEvent', 'container', event]);
  }

  function runMatomo() {
    window._paq.push(['setTrackerUrl', `${collector}matomo.php`], ['setSiteId', 1], ['trackPageView']);
    document.head.append(
      Object.assign(document.createElement('script'), {src: `${folder}matomo.js`, async: true}),
    );
  }

  function runSomebodyElse() {
    // So that it runs once a day; see the limits of a tag.
    store('mtm:tag_lykt1');
    setInterval(() => sendImage('acme.test', '/collect.gif', {why: 'tag'}), 250);
  }

  window._mtm = heard;
  heard.forEach(hear);
  heard.push = (...values) => {
    values.forEach(hear);
    return Array.prototype.push.apply(heard, values);
  };
})();
