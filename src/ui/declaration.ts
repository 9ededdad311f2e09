import {html, nothing} from 'lit/html.js';
import type {Service, StorageItem} from '../types.js';
import {declarationCsv, declarationJson, declared, partyText, presenceOf} from './declared.js';
import type {Declared} from './declared.js';
import {declarationStyles} from './declaration-styles.js';
import {Downloads} from './download.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import type {PlacedView} from './placed.js';
import {companiesOf, policyLink} from './provider.js';
import {columnsOf, nameOf, storageTable} from './storage-table.js';
import type {Column} from './storage-table.js';

/**
 * The table of cookies for a policy page: everything that the site's services and the library itself may store,
 * from the list by which it is gated and removed, and whether it is in this browser now. To be saved as CSV and
 * JSON, and to be printed. What is written between its tags is shown where no scripts run.
 *
 * @csspart declaration - Everything inside the box.
 */
export class ConsentDeclaration extends ConsentElement<PlacedView> {
  readonly #downloads = new Downloads();

  constructor() {
    super(declarationStyles);
  }

  disconnectedCallback(): void {
    this.#downloads.release();
  }

  protected override template(view: PlacedView) {
    const {texts} = view;
    const link = (format: string, file: ReturnType<typeof declarationCsv>) =>
      this.#downloads.link(file, fill(texts.download, {format}));
    this.speak(view);
    return html`<div part="declaration">
      ${declared(view).map((one) => categorySection(view, one))}
      <div class="answers">${link('CSV', declarationCsv(view))} ${link('JSON', declarationJson(view))}</div>
    </div>`;
  }
}

const categorySection = (view: PlacedView, {category, services}: Declared) =>
  html`<section>
    <h3>${category.title}</h3>
    <p class="muted">${category.text}</p>
    ${
      services.length
        ? services.map((service) => serviceTable(view, service))
        : html`<p class="muted">${view.texts.noServices}</p>`
    }
  </section>`;

function serviceTable(view: PlacedView, service: Service) {
  const {storage = [], reason} = service;
  return html`<div class="service">
    ${
      storage.length
        ? storageTable(storage, columns(view), heading(view, service))
        : html`<p>${heading(view, service)}</p>`
    }
    ${reason ? html`<p class="muted">${reason}</p>` : nothing}
  </div>`;
}

function heading(view: PlacedView, service: Service) {
  const {id, name = id} = service;
  const companies = companiesOf(service);
  return html`<strong>${name}</strong>
    ${companies ? html`<br />${view.texts.provider}: <bdi>${companies}</bdi>` : nothing}
    ${policyLink(view, service)}`;
}

const columns = (view: PlacedView): readonly Column[] => [
  [view.texts.name, nameCell],
  ...columnsOf(view),
  [view.texts.party, (item) => partyText(view, item)],
  [view.texts.state, (item) => stateCell(view, item)],
];

/** Where something is kept other than a cookie is no word of a language, but of the web. */
const nameCell = (item: StorageItem) =>
  html`${nameOf(item)} ${item.in && item.in !== 'cookie' ? html`<small>${item.in}</small>` : nothing}`;

function stateCell(view: PlacedView, item: StorageItem) {
  const presence = presenceOf(view, item);
  return html`<span data-state=${presence}>${view.texts[presence]}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-declaration': ConsentDeclaration;
  }
}
