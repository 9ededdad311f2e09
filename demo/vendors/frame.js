/**
 * Stand-in for what vendors show in frames, such as YouTube's player: nobody's code, but what it does as far as
 * consent can tell. It stores on its own domain what the table lists, says that it was shown, and goes on talking
 * to its vendor for as long as it is there.
 */
(() => {
  const tell = (why) => navigator.sendBeacon(new URL(`${why}?kept=${Object.keys(localStorage)}`, script.src));
  document.querySelector('#host').textContent = new URL(script.src).host;
  STAND_IN.writes.forEach(({name}) => store(name.replace('*', 'player')));
  tell('shown');
  setInterval(tell, 250, 'playing');
  addEventListener('pagehide', () => tell('left'));
})();
