import {expect, waitUntil} from '@open-wc/testing';
import {OUTBOX_KEY} from '../../../dist/esm/core/keys.js';
import {BusyError, RejectedError, createOutbox, postTo} from '../../../dist/esm/receipts/outbox.js';
import type {Receipt} from '../../../dist/esm/types.js';
import {receiptOf} from '../fixtures/receipts.js';

const stored = () => JSON.parse(localStorage.getItem(OUTBOX_KEY) ?? '[]') as Receipt[];
const idsOf = (receipts: readonly Receipt[]) => receipts.map(({id}) => id);
const DAY = 86_400_000;

/** A receiver's end that answers when, and as, the test says. */
function receiver() {
  const sent: Receipt[] = [];
  const open: {resolve: () => void; reject: (error: Error) => void}[] = [];
  const failures: string[] = [];
  const outbox = createOutbox(
    (receipt) => {
      sent.push(receipt);
      return new Promise((resolve, reject) => open.push({resolve, reject}));
    },
    ({id}, error) => failures.push(`${id}: ${(error as Error).message}`),
  );
  const settled = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
  return {
    outbox,
    sent,
    failures,
    async accept() {
      open.shift()!.resolve();
      await settled();
    },
    async fail(error = new Error('offline')) {
      open.shift()!.reject(error);
      await settled();
    },
  };
}

describe('createOutbox', () => {
  const realTimeout = window.setTimeout;
  const {random} = Math;
  let waits: {retry: () => void; wait: number}[];
  beforeEach(() => {
    localStorage.removeItem(OUTBOX_KEY);
    waits = [];
    window.setTimeout = ((retry: () => void, wait: number) => waits.push({retry, wait})) as never;
    Math.random = () => 0.5;
  });
  afterEach(() => {
    window.setTimeout = realTimeout;
    Math.random = random;
    localStorage.removeItem(OUTBOX_KEY);
  });

  it('keeps a grant from the first moment until it is delivered', async () => {
    const {outbox, sent, accept} = receiver();
    outbox.add(receiptOf(1));
    expect(stored()).to.eql(sent);
    expect(idsOf(sent)).to.eql([receiptOf(1).id]);
    await accept();
    expect(localStorage.getItem(OUTBOX_KEY)).to.equal(null);
  });

  for (const event of ['withdrawn', 'changed', 'renewed', 'signalled'] as const) {
    it(`keeps a receipt of the kind "${event}" too`, () => {
      receiver().outbox.add(receiptOf(1, event));
      expect(stored().length).to.equal(1);
    });
  }

  it('stores nothing of a refusal that is delivered', async () => {
    const {outbox, accept} = receiver();
    outbox.add(receiptOf(1, 'refused'));
    expect(localStorage.getItem(OUTBOX_KEY)).to.equal(null);
    await accept();
    expect(localStorage.getItem(OUTBOX_KEY)).to.equal(null);
  });

  it('stores a refusal that could not be delivered, and forgets it once it could', async () => {
    const {outbox, accept, fail} = receiver();
    outbox.add(receiptOf(1, 'refused'));
    await fail();
    expect(stored().length).to.equal(1);
    outbox.flush();
    await accept();
    expect(localStorage.getItem(OUTBOX_KEY)).to.equal(null);
  });

  it('tries again with the same id', async () => {
    const {outbox, sent, accept, fail} = receiver();
    outbox.add(receiptOf(1));
    await fail();
    waits[0]!.retry();
    expect(sent[1]).to.eql(sent[0]);
    await accept();
    expect(stored()).to.eql([]);
  });

  it('waits longer each time, up to five minutes', async () => {
    const {outbox, fail} = receiver();
    outbox.add(receiptOf(1));
    for (let tries = 0; tries < 12; tries += 1) {
      await fail();
      waits.at(-1)!.retry();
    }
    expect(waits.map(({wait}) => wait)).to.eql([
      1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 300_000,
    ]);
  });

  it('spreads the tries of many browsers', async () => {
    const {outbox, fail} = receiver();
    outbox.add(receiptOf(1));
    Math.random = () => 0;
    await fail();
    waits[0]!.retry();
    Math.random = () => 0.999;
    await fail();
    expect(waits.map(({wait}) => Math.round(wait))).to.eql([500, 2998]);
  });

  it('waits as long as the receiver asks for', async () => {
    const {outbox, fail} = receiver();
    outbox.add(receiptOf(1));
    await fail(new BusyError('busy', 77_000));
    expect(waits[0]!.wait).to.equal(77_000);
  });

  it('sends nothing twice while the first try is still under way', async () => {
    const {outbox, sent, accept} = receiver();
    outbox.add(receiptOf(1));
    outbox.flush();
    outbox.flush();
    expect(sent.length).to.equal(1);
    await accept();
    outbox.flush();
    expect(sent.length).to.equal(1);
  });

  it('drops what the receiver will never take, and says so once', async () => {
    const {outbox, sent, failures, fail} = receiver();
    outbox.add(receiptOf(1));
    await fail(new RejectedError('422'));
    expect(stored()).to.eql([]);
    expect(failures).to.eql([`${receiptOf(1).id}: 422`]);
    outbox.flush();
    expect(sent.length).to.equal(1);
  });

  it('is not stopped by a transport that throws at once', async () => {
    const outbox = createOutbox(
      () => {
        throw new Error('boom');
      },
      () => {},
    );
    expect(() => outbox.add(receiptOf(1))).not.to.throw();
    expect(stored().length).to.equal(1);
  });

  it('sends on the next page what an earlier one could not', async () => {
    const before = receiver();
    before.outbox.add(receiptOf(1));
    await before.fail();
    const next = receiver();
    next.outbox.flush();
    expect(idsOf(next.sent)).to.eql([receiptOf(1).id]);
    await next.accept();
    expect(stored()).to.eql([]);
  });

  it('forgets one and keeps the others', async () => {
    const {outbox, accept} = receiver();
    outbox.add(receiptOf(1));
    outbox.add(receiptOf(2));
    await accept();
    expect(idsOf(stored())).to.eql([receiptOf(2).id]);
  });

  it('keeps the latest twenty', () => {
    const {outbox} = receiver();
    Array.from({length: 23}, (_, n) => outbox.add(receiptOf(n)));
    expect(idsOf(stored())).to.eql(Array.from({length: 20}, (_, n) => receiptOf(n + 3).id));
  });

  it('gives up after thirty days', () => {
    const [old, older] = [29, 31].map((days) => receiptOf(days, 'given', new Date(Date.now() - days * DAY)));
    localStorage.setItem(OUTBOX_KEY, JSON.stringify([older, old]));
    const {outbox, sent} = receiver();
    outbox.flush();
    expect(idsOf(sent)).to.eql([old!.id]);
  });

  for (const content of [
    '',
    'null',
    '{}',
    '5',
    '"x"',
    '[null]',
    '[5]',
    '[{}]',
    '[{"time":"never"}]',
    '[{"id":1',
    '<b>',
  ]) {
    it(`sends nothing of ${content || 'an empty text'} in its place, and goes on`, async () => {
      localStorage.setItem(OUTBOX_KEY, content);
      const {outbox, sent, accept} = receiver();
      expect(() => outbox.flush()).not.to.throw();
      expect(sent).to.eql([]);
      outbox.add(receiptOf(1));
      expect(idsOf(stored())).to.eql([receiptOf(1).id]);
      await accept();
      expect(localStorage.getItem(OUTBOX_KEY)).to.equal(null);
    });
  }

  describe('where the browser keeps nothing', () => {
    const {setItem, getItem} = Storage.prototype;
    const refuse = () => {
      throw new DOMException('no storage', 'SecurityError');
    };
    beforeEach(() => Object.assign(Storage.prototype, {setItem: refuse, getItem: refuse}));
    afterEach(() => Object.assign(Storage.prototype, {setItem, getItem}));

    it('keeps trying as long as the page lives', async () => {
      const {outbox, sent, accept, fail} = receiver();
      outbox.add(receiptOf(1));
      await fail();
      outbox.flush();
      expect(sent[1]).to.eql(sent[0]);
      await accept();
      outbox.flush();
      expect(sent.length).to.equal(2);
    });
  });
});

describe('postTo', () => {
  const realFetch = window.fetch;
  let requests: {url: string; request: RequestInit}[];
  const answer = (status: number, headers: HeadersInit = {}) => {
    requests = [];
    window.fetch = async (url, request) => {
      requests.push({url: String(url), request: request!});
      return new Response(null, {status, headers});
    };
  };
  const outcome = () =>
    postTo('/receipts')(receiptOf(1)).then(
      () => null,
      (error: Error) => error,
    );
  afterEach(() => (window.fetch = realFetch));

  it('posts the receipt alone: no cookies, no referrer, and on even when the page is left', async () => {
    answer(201);
    await outcome();
    const [{url, request}] = requests as [(typeof requests)[0]];
    expect(url).to.equal('/receipts');
    expect(request).to.deep.include({
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': `"${receiptOf(1).id}"`},
    });
    expect(JSON.parse(request.body as string)).to.have.property('id', receiptOf(1).id);
  });

  for (const status of [200, 201, 204]) {
    it(`takes ${status} for delivered`, async () => {
      answer(status);
      expect(await outcome()).to.equal(null);
    });
  }

  for (const status of [400, 401, 403, 404, 413, 415, 422]) {
    it(`takes ${status} for a no that another try cannot change`, async () => {
      answer(status);
      expect(await outcome()).to.be.instanceOf(RejectedError);
    });
  }

  for (const status of [408, 409, 425, 429, 500, 502, 503]) {
    it(`takes ${status} for something that passes`, async () => {
      answer(status);
      expect(await outcome())
        .to.be.instanceOf(BusyError)
        .with.property('wait', 0);
    });
  }

  it('comes back when the receiver says', async () => {
    answer(429, {'Retry-After': '7'});
    expect(await outcome()).to.have.property('wait', 7000);
  });

  it('does not wait for a date that it cannot read', async () => {
    answer(503, {'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT'});
    expect(await outcome()).to.have.property('wait', 0);
  });

  it('tries again when the network is gone', async () => {
    window.fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await outcome()).to.be.instanceOf(TypeError);
  });

  it('ends a request that is never answered', async () => {
    answer(201);
    await outcome();
    await waitUntil(() => requests.length === 1);
    expect(requests[0]!.request.signal).to.be.instanceOf(AbortSignal);
  });
});
