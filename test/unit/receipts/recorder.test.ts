import {expect} from '@open-wc/testing';
import {COPIES_KEY, OUTBOX_KEY, RECEIPT_KEY} from '../../../dist/esm/core/keys.js';
import {en} from '../../../dist/esm/locales/en.js';
import {createRecorder, lastReceipt} from '../../../dist/esm/receipts/recorder.js';
import type {Action, Consent, ConsentOptions, Receipt} from '../../../dist/esm/types.js';
import {NOW, after, blank, configOf, serviceOf} from '../fixtures/configs.js';

const shown = async () => ({
  lang: 'en',
  texts: en,
  categories: [{id: 'analytical', title: 'Analytical', text: 'Counts visits.'}],
  services: [serviceOf('acme', 'analytical', {load() {}})],
});

/** A recorder, and what it has sent. */
function record(receipts: ConsentOptions['receipts'] = {}) {
  const sent: Receipt[] = [];
  const transport = async (receipt: Receipt) => void sent.push(receipt);
  const config = configOf({receipts: {transport, ...receipts}});
  const recorder = createRecorder(config, shown);
  const nobody = blank(config);
  const decide = async (before: Consent, action: Action) => {
    const consent = after(config, before, action);
    await recorder.record({consent, before, action, layer: 'banner', isVisitor: true, now: NOW});
    return consent;
  };
  return {sent, nobody, decide, recorder};
}

describe('createRecorder', () => {
  const forget = () => [COPIES_KEY, OUTBOX_KEY, RECEIPT_KEY].forEach((key) => localStorage.removeItem(key));
  beforeEach(forget);
  afterEach(forget);

  it('names the predecessor of every receipt, as long as something is granted', async () => {
    const {sent, nobody, decide} = record();
    const granted = await decide(nobody, {type: 'grant-all'});
    const changed = await decide(granted, {type: 'choose', choices: {advertising: false}});
    const withdrawn = await decide(changed, {type: 'withdraw'});
    await decide(withdrawn, {type: 'grant-all'});
    expect(sent.map(({event}) => event)).to.eql(['given', 'changed', 'withdrawn', 'given']);
    expect(sent.map(({prev}) => prev)).to.eql([null, sent[0]!.id, sent[1]!.id, null]);
    expect(new Set(sent.map(({id}) => id)).size).to.equal(4);
  });

  it('keeps the latest for the next to name only while something is granted', async () => {
    const {sent, nobody, decide} = record();
    const granted = await decide(nobody, {type: 'grant-all'});
    expect(lastReceipt()).to.eql(sent[0]);
    await decide(granted, {type: 'withdraw'});
    expect(localStorage.getItem(RECEIPT_KEY)).to.equal(null);
  });

  it('leaves nothing in the browser after a refusal that tells one visitor from another', async () => {
    const {sent, nobody, decide} = record();
    await decide(nobody, {type: 'deny-all'});
    expect(sent.length).to.equal(1);
    expect([OUTBOX_KEY, RECEIPT_KEY].map((key) => localStorage.getItem(key))).to.eql([null, null]);
  });

  it('keeps a copy of each for the visitor, and none of what is loaded for once', async () => {
    const {nobody, decide, recorder} = record();
    const granted = await decide(nobody, {type: 'grant-all'});
    const once = {type: 'load-once', target: 'acme'} as const;
    const about = {layer: 'embed', isVisitor: true, now: NOW} as const;
    await recorder.record({consent: granted, before: granted, action: once, ...about});
    await decide(granted, {type: 'withdraw'});
    expect(recorder.copies().map(({event}) => event)).to.eql(['withdrawn', 'given']);
  });

  it('puts two refusals under two pseudonyms', async () => {
    const {sent, nobody, decide} = record();
    const refused = await decide(nobody, {type: 'deny-all'});
    await decide(refused, {type: 'deny-all'});
    expect(new Set(sent.flatMap(({id, consentId}) => [id, consentId])).size).to.equal(4);
  });

  it('sends no refusal where the site wants none, and still every withdrawal', async () => {
    const {sent, nobody, decide} = record({refusals: 'none'});
    await decide(nobody, {type: 'deny-all'});
    const granted = await decide(nobody, {type: 'grant-all'});
    await decide(granted, {type: 'deny-all'});
    expect(sent.map(({event}) => event)).to.eql(['given', 'withdrawn']);
  });

  it('names the site by its host, never by a path', async () => {
    const {sent, nobody, decide} = record();
    await decide(nobody, {type: 'grant-all'});
    expect(sent[0]!.site).to.equal(location.host);
  });

  it('names the notice by its language, version and hash, the same each time', async () => {
    const {sent, nobody, decide} = record();
    const granted = await decide(nobody, {type: 'grant-all'});
    await decide(granted, {type: 'withdraw'});
    expect(sent[0]!.notice).to.include({version: '1', lang: 'en'});
    expect(sent[0]!.notice.hash).to.match(/^sha256-[A-Za-z0-9_-]{43}$/);
    expect(sent[1]!.notice).to.eql(sent[0]!.notice);
  });

  for (const content of ['', 'x', '{"id":', 'null', '5']) {
    it(`names no predecessor when the copy is ${content || 'empty'}`, async () => {
      localStorage.setItem(RECEIPT_KEY, content);
      const {sent, nobody, decide} = record();
      await decide(nobody, {type: 'grant-all'});
      expect(sent[0]!.prev).to.equal(null);
    });
  }

  it('sends what is waiting as soon as the browser is online again', async () => {
    let isOnline = false;
    const sent: Receipt[] = [];
    const transport = async (receipt: Receipt) => {
      expect(isOnline).to.equal(true);
      sent.push(receipt);
    };
    const {nobody, decide} = record({transport});
    await decide(nobody, {type: 'grant-all'});
    isOnline = true;
    dispatchEvent(new Event('online'));
    expect(sent.length).to.equal(1);
  });
});
