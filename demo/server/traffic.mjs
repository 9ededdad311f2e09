/** Remembers every request, holds answers back and makes them fail: what a test needs of a network. */
export function createTraffic() {
  const requests = [];
  const holds = new Map();
  let failures = [];

  async function pass(address) {
    const held = [...holds.values()].filter(({matches}) => matches(address));
    await Promise.all(held.map(({opened}) => opened));
    return takeFailure(address);
  }

  function takeFailure(address) {
    const failure = failures.find(({matches}) => matches(address));
    if (!failure) return undefined;
    failure.left -= 1;
    if (failure.left <= 0) failures = failures.filter((other) => other !== failure);
    return failure.status;
  }

  function release(pattern) {
    const key = String(pattern);
    holds.get(key)?.open();
    holds.delete(key);
  }

  return {
    requests,
    pass,
    release,
    /** Answers to what matches wait until the same pattern is released. */
    hold(pattern) {
      release(pattern);
      holds.set(String(pattern), {matches: matcher(pattern), ...createGate()});
    },
    /** Answers with a status, or drops the connection for status 0. */
    fail(pattern, status, times = Infinity) {
      failures.push({matches: matcher(pattern), status, left: times});
    },
    forget(matches) {
      requests.splice(0, Infinity, ...requests.filter((request) => !matches(request)));
    },
    reset() {
      requests.length = 0;
      failures = [];
      for (const {open} of holds.values()) open();
      holds.clear();
    },
  };
}

/** `acme.example/tag.js` is a prefix of host and path; `/consent/` stands for that path on any host. */
function matcher(pattern) {
  if (pattern instanceof RegExp) return ({host, path}) => new RegExp(pattern).test(host + path);
  if (pattern.startsWith('/')) return ({path}) => path.startsWith(pattern);
  return ({host, path}) => (host + path).startsWith(pattern);
}

function createGate() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return {open, opened};
}
