/** The player inside Acme's embed: keeps a cookie and a key, and reports that it was shown. */
(() => {
  const script = document.currentScript;
  const video = new URLSearchParams(location.search).get('v') ?? 'workshop';
  document.querySelector('button').addEventListener('click', () => send('play'));
  try {
    document.cookie = 'acme_player=1; path=/; max-age=31536000; samesite=lax';
    localStorage.setItem('acme_player_volume', '0.8');
  } catch {
    // In a sandbox there is nothing to keep.
  }
  send('shown');

  function send(why) {
    navigator.sendBeacon(new URL(`collect?why=${why}&video=${encodeURIComponent(video)}`, script.src));
  }
})();
