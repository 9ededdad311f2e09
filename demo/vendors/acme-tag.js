/**
 * Acme, the third party that does whatever a test asks of it, in the address of its script:
 *
 * - `cookie=_acme_id` (more than one: repeat it), with `domain=`, `path=`, `age=` (seconds)
 * - `local=key`, `session=key`, `idb=database`: other storage
 * - `beat=500`: every so many ms it writes all of that again and sends a beacon
 * - `pagehide=1`: and once more when the page is left
 * - `mark=a`: adds `a` to `window.ran`, to see what ran in which order
 * - for the server: `delay=800` (ms) answers late, `httponly=name` sets a cookie that scripts cannot see
 */
(() => {
  const script = document.currentScript;
  const url = new URL(script.src);
  const asked = url.searchParams;
  const beat = Number(asked.get('beat'));

  if (asked.has('mark')) (window.ran ??= []).push(asked.get('mark'));
  write();
  send('load');
  if (beat) setInterval(() => (write(), send('beat')), beat);
  if (asked.has('pagehide')) addEventListener('pagehide', write);

  function write() {
    asked.getAll('cookie').forEach(writeCookie);
    asked
      .getAll('idb')
      .forEach((name) =>
        indexedDB.open(name).addEventListener('success', (event) => event.target.result.close()),
      );
    try {
      asked.getAll('local').forEach((key) => localStorage.setItem(key, `acme-${Date.now()}`));
      asked.getAll('session').forEach((key) => sessionStorage.setItem(key, `acme-${Date.now()}`));
    } catch {
      // A browser without storage is still counted.
    }
  }

  function writeCookie(name) {
    const domain = asked.get('domain');
    const scope = `path=${asked.get('path') ?? '/'}${domain ? `; domain=${domain}` : ''}`;
    document.cookie = `${name}=acme-${Date.now()}; ${scope}; max-age=${asked.get('age') ?? 31_536_000}; samesite=lax`;
  }

  function send(why) {
    navigator.sendBeacon(new URL(`collect?why=${why}&page=${encodeURIComponent(location.href)}`, url));
  }
})();
