import {expect} from '@open-wc/testing';
import {sdkHooks} from '../../../dist/esm/services/sdk.js';
import {contextOf} from '../fixtures/context.js';

const CONTEXT = contextOf('analytical');

/** A promise that the test settles. */
function pending<T>() {
  let settle!: {resolve: (value: T) => void; reject: (error: Error) => void};
  const promise = new Promise<T>((resolve, reject) => (settle = {resolve, reject}));
  return {promise, ...settle};
}

/** A bundle whose code is fetched with the first grant; it arrives when the test says so. */
function bundle() {
  const calls: string[] = [];
  const fetches = [pending<string>(), pending<string>()];
  let asked = 0;
  const hooks = sdkHooks(
    {
      load: () => fetches[asked++]!.promise,
      init: (code: string) => {
        calls.push(`init ${code}`);
        return {id: code};
      },
    },
    {
      stop: ({id}) => calls.push(`stop ${id}`),
      resume: ({id}) => calls.push(`resume ${id}`),
      sure: 'verified',
    },
  );
  const load = () => hooks.load!(CONTEXT) as Promise<void>;
  const arrive = (time: number) => fetches[time]!.resolve('code');
  const fail = (time: number) => fetches[time]!.reject(new Error('offline'));
  return {calls, hooks, load, arrive, fail};
}

describe('sdkHooks', () => {
  it('starts the code that was fetched', async () => {
    const {calls, load, arrive} = bundle();
    arrive(0);
    await load();
    expect(calls).to.eql(['init code']);
  });

  it('does not start code that arrives after consent has ended', async () => {
    const {calls, hooks, load, arrive} = bundle();
    const loading = load();
    hooks.onCancel!(CONTEXT);
    arrive(0);
    await loading;
    expect(calls).to.eql([]);
  });

  it('starts it once if consent ended and came back meanwhile', async () => {
    const {calls, hooks, load, arrive} = bundle();
    const first = load();
    hooks.onCancel!(CONTEXT);
    const second = load();
    arrive(0);
    arrive(1);
    await Promise.all([first, second]);
    expect(calls).to.eql(['init code']);
  });

  it('stops and resumes what it started, and never starts it again', async () => {
    const {calls, hooks, load, arrive} = bundle();
    arrive(0);
    await load();
    expect(hooks.onRevoke!(CONTEXT)).to.equal('verified');
    hooks.onGrant!(CONTEXT, {first: false});
    expect(calls).to.eql(['init code', 'stop code', 'resume code']);
  });

  it('tries again what could not be fetched', async () => {
    const {calls, load, arrive, fail} = bundle();
    fail(0);
    arrive(1);
    const [first] = await Promise.allSettled([load()]);
    expect(first!.status).to.equal('rejected');
    await load();
    expect(calls).to.eql(['init code']);
  });

  it('stops code whose start takes longer than the consent to it', async () => {
    const {promise, resolve} = pending<{id: string}>();
    const calls: string[] = [];
    const hooks = sdkHooks({init: () => promise}, {stop: () => calls.push('stop'), sure: 'verified'});
    const loading = hooks.load!(CONTEXT) as Promise<void>;
    await Promise.resolve();
    hooks.onCancel!(CONTEXT);
    resolve({id: 'late'});
    await loading;
    expect(calls).to.eql(['stop']);
  });
});
