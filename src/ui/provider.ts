import {html, nothing} from 'lit/html.js';
import type {Service} from '../types.js';
import type {Words} from './storage-table.js';

/** Who is behind a service, in one line; empty where nobody has said. */
export const companiesOf = ({provider, recipients = []}: Service): string =>
  [provider, ...recipients].filter(Boolean).join(', ');

export const policyLink = ({texts}: Words, {policy}: Service) =>
  policy ? html` · <a href=${policy}>${texts.policy}</a>` : nothing;
