/**
 * Stand-in for Intercom's widget: not Intercom's code, but what it does as far as consent can tell. It boots by
 * itself unless its settings say `disabled`, runs the calls that wait in `Intercom`, and pings while it is
 * booted. `shutdown` ends the session and its cookie; what else it has stored stays. What is sent where, and
 * the key in localStorage: unverified.
 */
(() => {
  const app = decodeURIComponent(script.src.split('/').at(-1));
  const listeners = {onShow: [], onHide: []};
  const queue = window.Intercom?.q ?? [];
  let pinging;
  let launcher;

  const calls = {
    boot(settings) {
      if (settings?.disabled || pinging) return;
      for (const kind of ['id', 'device-id', 'session']) store(`intercom-${kind}-${app}`);
      store(`intercom.intercom-state-${app}`);
      launcher = addLauncher({className: 'intercom-launcher', textContent: 'Chat'}, toggle);
      ping('boot');
      pinging = setInterval(ping, 250, 'ping');
    },
    shutdown() {
      clearInterval(pinging);
      pinging = undefined;
      launcher?.remove();
      forget(`intercom-session-${app}`);
    },
    trackEvent: (name) => pinging && ping(name),
    show: () => tell('onShow'),
    hide: () => tell('onHide'),
    onShow: (callback) => listeners.onShow.push(callback),
    onHide: (callback) => listeners.onHide.push(callback),
  };

  function tell(event) {
    launcher?.setAttribute('aria-expanded', event === 'onShow');
    listeners[event].forEach((callback) => callback());
  }

  function toggle() {
    calls[launcher.getAttribute('aria-expanded') === 'true' ? 'hide' : 'show']();
  }

  function ping(why) {
    sendBeacon('api-iam.intercom.io', '/messenger/web/ping', {app_id: app, why});
  }

  window.Intercom = (name, ...given) => calls[name]?.(...given);
  if (window.intercomSettings?.app_id) calls.boot(window.intercomSettings);
  queue.splice(0).forEach((call) => window.Intercom(...call));
})();
