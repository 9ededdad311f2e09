/**
 * Stand-in for Microsoft's bat.js: not Microsoft's code, but what it does as far as consent can tell. Nothing
 * happens before the page makes a `UET`, which takes the words that wait in its list. Told that storage is
 * denied it goes on counting without cookies, and deletes none; it keeps its ids as cookies and as keys.
 */
window.UET = class {
  #tag;
  #denied = false;

  constructor({ti, q = [], enableAutoSpaTracking}) {
    this.#tag = ti;
    this.push(...q);
    if (enableAutoSpaTracking) this.#followViews();
  }

  /** Words, not lists: `push('consent', 'update', {ad_storage: 'denied'})`, `push('event', 'buy', {})`. */
  push(...words) {
    while (words.length > 0) {
      const word = words.shift();
      if (word === 'consent') this.#allow(...words.splice(0, 2));
      else if (word === 'event') this.#send('custom', {ea: words.shift(), ...words.shift()});
      else if (word === 'pageLoad') this.#send('pageLoad');
    }
  }

  #allow(kind, {ad_storage: word}) {
    this.#denied = word === 'denied';
  }

  #send(kind, parameters = {}) {
    if (!this.#denied) this.#write();
    const visitor = this.#denied ? {} : {sid: readCookie('_uetsid'), vid: readCookie('_uetvid')};
    const asked = this.#denied ? 'D' : 'G';
    sendImage('bat.bing.com', '/action/0', {ti: this.#tag, evt: kind, asc: asked, ...visitor, ...parameters});
  }

  #write() {
    const click = new URLSearchParams(location.search).get('msclkid');
    for (const name of ['_uetsid', '_uetvid']) {
      store(name, readCookie(name) || randomHex(32));
      store(`${name}_exp`, new Date().toUTCString());
    }
    if (click) store('_uetmsclkid', `_uet${click}`);
  }

  #followViews() {
    const push = history.pushState.bind(history);
    history.pushState = (...state) => {
      push(...state);
      this.#send('pageLoad', {spa: 'Y'});
    };
  }
};
