/**
 * Stand-in for reCAPTCHA's api.js, version 3: not Google's code, but what it does as far as consent can tell. It
 * watches the page from the moment that it is there, keeps its keys, and knows no call to stop. The keys beyond
 * `_grecaptcha`, and what is sent where: unverified.
 */
(() => {
  const key = new URL(script.src).searchParams.get('render');
  const send = (path, action) =>
    navigator.sendBeacon(new URL(`api2/${path}?${new URLSearchParams({k: key, action})}`, script.src));
  window.grecaptcha = {
    ready: (callback) => callback(),
    execute: async (_, {action}) => {
      send('reload', action);
      return randomHex(32);
    },
  };
  keepStoring(() => ['_grecaptcha', 'rc::a', 'rc::c'].forEach((name) => store(name)));
  send('anchor', 'load');
  setInterval(send, 250, 'clr', 'watch');
})();
