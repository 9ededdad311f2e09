/**
 * Stand-in for Hotjar's hotjar-….js: not Hotjar's code, but what it does as far as consent can tell. It runs the
 * calls that wait in `hj`, keeps its cookies and keys with every message, sends as it records (in truth through
 * a WebSocket), and knows no call to stop. The keys, and what is sent where: unverified.
 */
(() => {
  const {hjid} = window._hjSettings ?? {};
  const stub = window.hj;
  if (!hjid || !stub) return;
  const names = [`_hjSessionUser_${hjid}`, `_hjSession_${hjid}`, '_hjUserAttributes', '_hjTabId'];

  function send(kind) {
    sendBeacon('ws.hotjar.com', '/api/v2/client/ws', {site_id: hjid, kind});
  }

  const record = (...call) => send(call.join(' '));
  window.hj = Object.assign(record, {q: []});
  stub.q.splice(0).forEach((call) => record(...call));
  keepStoring(() => names.forEach((name) => store(name)));
  send('start');
  setInterval(() => send('frame'), 250);
  document.addEventListener('click', () => send('click'), true);
})();
