/**
 * Stand-in for reCAPTCHA's api.js, version 3: not Google's code, but what it does as far as consent can tell. It
 * watches the page from the moment that it is there, keeps its keys, and knows no call to stop. The keys beyond
 * `_grecaptcha`, and what is sent where: unverified.
 */
(() => {
  const {host, searchParams} = new URL(script.src);
  const key = searchParams.get('render');
  const send = (path) => sendBeacon(host, `/recaptcha/api2/${path}`, {k: key});
  window.grecaptcha = {
    ready: (callback) => callback(),
    execute: async () => {
      send('reload');
      return randomHex(32);
    },
  };
  keepStoring(() => ['_grecaptcha', 'rc::a', 'rc::c'].forEach((name) => store(name)));
  send('reload');
  setInterval(() => send('clr'), 250);
})();
