import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

/** The real receiver over a ledger in memory: what the demo and its tests post receipts to. */
export async function openReceipts(dist) {
  const {createReceiver, gpcStatement, openLedger} = await importReceiver(dist);
  let ledger;
  let receiver;

  async function reset() {
    ledger?.close();
    ledger = await openLedger({path: ':memory:'});
    receiver = createReceiver({store: ledger, origins: []});
  }

  await reset();
  return {
    reset,
    /** Newest first, each with its place in the ledger. */
    list: (options) => ledger.list(options),
    count: () => ledger.count(),
    close: () => ledger.close(),
    receive: (request) => receiver.fetch(request),
    gpcStatement: () => gpcStatement('2026-11-22'),
  };
}

async function importReceiver(dist) {
  for (const file of ['gate.js', 'receiver/index.js']) {
    if (!existsSync(resolve(dist, file)))
      throw new Error(`dist/${file} is missing. Build it first: npm run build`);
  }
  return import(pathToFileURL(resolve(dist, 'receiver/index.js')).href);
}
