/**
 * Stand-in for Sentry's bundle: not Sentry's code, but what it does as far as consent can tell. A client reports
 * a session as it starts, and each error until `enabled` is switched off; Session Replay reports apart from it,
 * keeps a key, and ends a recording with a last report. The key, and how Replay is stopped: unverified.
 */
(() => {
  window.Sentry = {
    init({dsn, integrations = []}) {
      const {host, pathname} = new URL(dsn);
      const options = {dsn, enabled: true};
      const send = (type) => sendBeacon(host, `/api${pathname}/envelope/`, {type});
      const report = (type) => options.enabled !== false && send(type);
      const client = {
        getOptions: () => options,
        getIntegrationByName: (wanted) => integrations.find(({name}) => name === wanted),
        captureException: () => report('event'),
      };
      addEventListener('error', () => report('event'));
      addEventListener('unhandledrejection', () => report('event'));
      integrations.forEach((integration) => integration.setup(send));
      report('session');
      return client;
    },
    replayIntegration: createReplay,
  };

  function createReplay() {
    let send;
    let recording;
    const replay = {
      name: 'Replay',
      setup(sendEnvelope) {
        send = sendEnvelope;
        replay.start();
      },
      start() {
        store('sentryReplaySession');
        recording ??= setInterval(() => send('replay_event'), 250);
      },
      stop() {
        if (!recording) return;
        clearInterval(recording);
        recording = undefined;
        send('replay_event');
      },
    };
    return replay;
  }
})();
