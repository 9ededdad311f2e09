import {html, nothing} from 'lit/html.js';
import type {StorageItem, Texts} from '../types.js';
import {formatLifetime} from './format.js';

/** What a service stores, in the visitor's words: name, purpose, how long. */
export function storageTable(
  items: readonly StorageItem[],
  {texts, lang}: {readonly texts: Texts; readonly lang: string},
) {
  const {name, purpose, retention} = texts;
  const row = (item: StorageItem) =>
    html`<tr>
      <td data-label=${name}>
        <bdi dir="ltr">${item.name}</bdi>${item.party === 'third' ? ` (${texts.thirdParty})` : nothing}
      </td>
      <td data-label=${purpose}>${purposeText(texts, item.purpose)}</td>
      <td data-label=${retention}>${formatLifetime(item.lifetime, texts, lang)}</td>
    </tr>`;
  return html`<table>
    <thead>
      <tr>
        ${[name, purpose, retention].map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;
}

function purposeText({purposes}: Texts, purpose = ''): string {
  const known: Readonly<Record<string, string>> = purposes;
  return Object.hasOwn(known, purpose) ? known[purpose]! : purpose;
}
