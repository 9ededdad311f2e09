/**
 * Stand-in for Umami's script.js: not Umami's code, but what it does as far as consent can tell. It tells its
 * own server of each page and each `track()`, unless `localStorage['umami.disabled']` is set. Since 2.18 it also asks
 * the function that `data-before-send` names, each time; newer versions yet keep a visitor, if they are not told
 * otherwise. Below `/2.17/` it is a version that knows neither.
 */
(() => {
  const isOld = script.src.includes('/2.17/');
  const said = (name) => script.getAttribute(`data-${name}`);
  const website = said('website-id');

  function isDisabled() {
    try {
      return Boolean(localStorage.getItem('umami.disabled'));
    } catch {
      return false;
    }
  }

  async function send(type, payload) {
    if (isDisabled()) return;
    const ask = !isOld && window[said('before-send')];
    const answer = typeof ask === 'function' ? await ask(type, payload) : payload;
    if (!answer) return;
    if (!isOld && said('identity-stitching') !== 'false') store('umami.visitor');
    const url = new URL('api/send', script.src);
    await fetch(url, {method: 'POST', body: JSON.stringify({type, payload: answer}), keepalive: true});
  }

  const describe = () => ({website, url: location.href, title: document.title, referrer: document.referrer});
  const track = (name, data) => send('event', {...describe(), ...(name && {name, data})});

  window.umami = {track, identify: (id) => send('identify', {...describe(), id})};
  const {pushState} = history;
  history.pushState = (...given) => {
    pushState.apply(history, given);
    track();
  };
  document.addEventListener('click', ({target}) => {
    const name = target.closest?.('[data-umami-event]')?.dataset.umamiEvent;
    if (name) track(name);
  });
  if (said('auto-track') !== 'false') track();
})();
