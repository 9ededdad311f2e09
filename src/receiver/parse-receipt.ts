import {Ajv2020} from 'ajv/dist/2020.js';
import schema from '../receipts/consent-receipt.v1.schema.json' with {type: 'json'};
import type {Receipt} from '../types.js';
import {Problem} from './problem.js';

// Ajv would have a type repeated at every rule; the schema says it once.
const isReceipt = new Ajv2020({strictTypes: false}).compile<Receipt>(schema);

/** The receipt in a request's body, or a `Problem`. */
export function parseReceipt(body: ArrayBuffer): Receipt {
  const value = parseJson(body);

  if (!isReceipt(value)) {
    // The schema's path is ours; the instance's path may hold a key the sender chose.
    const rule = isReceipt.errors?.[0]?.schemaPath ?? '#';
    throw new Problem({status: 400, detail: 'The receipt breaks a rule of its schema.', rule});
  }
  // The schema counts digits; only the calendar knows that there is no thirteenth month.
  if (Number.isNaN(Date.parse(value.time)) || Number.isNaN(Date.parse(value.validUntil))) {
    throw new Problem({status: 400, detail: 'The receipt names a time that does not exist.'});
  }
  return value;
}

function parseJson(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
  } catch {
    // The parser's message quotes the body.
    throw new Problem({status: 400, detail: 'The body is not JSON in UTF-8.'});
  }
}
