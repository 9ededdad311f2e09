import {html, nothing} from 'lit/html.js';
import type {TemplateResult} from 'lit/html.js';
import type {StorageItem, Texts} from '../types.js';
import {formatLifetime} from './format.js';

/** A heading, and what stands under it for each item. */
export type Column = readonly [
  heading: string,
  cell: (item: StorageItem) => string | TemplateResult | readonly unknown[],
];

/** The words that a table is written in. */
export interface Words {
  readonly texts: Texts;
  readonly lang: string;
}

/** What is told of everything that is stored, in the visitor's words: what for, and for how long. */
export const columnsOf = ({texts, lang}: Words): readonly Column[] => [
  [texts.purpose, ({purpose}) => purposeText(texts, purpose)],
  [texts.retention, ({lifetime}) => formatLifetime(lifetime, texts, lang)],
];

/** The name, and that it lives elsewhere, if it does. */
export const markedName = ({texts}: Words): Column => [
  texts.name,
  (item) => html`${nameOf(item)}${item.party === 'third' ? ` (${texts.thirdParty})` : nothing}`,
];

/** What a service stores, one row each, named by the first column. */
export function storageTable(
  items: readonly StorageItem[],
  columns: readonly Column[],
  caption?: TemplateResult,
): TemplateResult {
  const [[, name], ...others] = columns as readonly [Column, ...Column[]];
  const row = (item: StorageItem) =>
    html`<tr>
      <th scope="row">${name(item)}</th>
      ${others.map(([heading, cell]) => html`<td data-label=${heading}>${cell(item)}</td>`)}
    </tr>`;
  return html`<table>
    ${
      caption
        ? html`<caption>
            ${caption}
          </caption>`
        : nothing
    }
    <thead>
      <tr>
        ${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${items.map(row)}
    </tbody>
  </table>`;
}

/** A name reads from left to right in every language. */
export const nameOf = ({name}: StorageItem): TemplateResult => html`<bdi dir="ltr">${name}</bdi>`;

/** One of the words that every language translates, or the site's own text. */
export function purposeText({purposes}: Texts, purpose = ''): string {
  const known: Readonly<Record<string, string>> = purposes;
  return Object.hasOwn(known, purpose) ? known[purpose]! : purpose;
}
