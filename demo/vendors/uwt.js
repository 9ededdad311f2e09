/**
 * Stand-in for uwt.js of X (Twitter): not X's code, but what it does as far as consent can tell. It runs the
 * calls that wait in `twq`, asks two hosts about each, keeps its cookies on the highest domain, and knows no
 * call to stop: the cookies come back.
 */
(() => {
  const stub = window.twq;
  if (!stub) return;
  let pixel;

  const calls = {
    config(id) {
      pixel = id;
      send('PageView');
      keepStoring(() => ['_twpid', '_twclid'].forEach((name) => store(name)));
    },
    event: (name, parameters = {}) => send(name, parameters),
  };

  function send(event, parameters) {
    for (const host of ['t.co', 'analytics.twitter.com'])
      sendImage(host, '/i/adsct', {
        txn_id: pixel,
        events: event,
        twpid: readCookie('_twpid'),
        ...parameters,
      });
  }

  stub.exe = (name, ...given) => calls[name]?.(...given);
  stub.queue.splice(0).forEach((call) => stub.exe(...call));
})();
