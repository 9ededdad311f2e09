import {html, nothing} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {Config, Service} from '../types.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {isGranted} from '../core/consent.js';
import {ConsentElement} from './element.js';
import {fill} from './fill.js';
import type {CategoryText} from './fill.js';
import {formatDay} from './format.js';
import type {PlacedView} from './placed.js';
import {preferencesStyles} from './preferences-styles.js';
import {companiesOf, policyLink} from './provider.js';
import {columnsOf, markedName, storageTable} from './storage-table.js';

/** Everything the preference center shows. */
export interface PreferencesView extends PlacedView {
  /** Whether it opens in the middle or from the side. */
  readonly layout: Config['preferences'];
}

/**
 * Shows every category, service and cookie, with the choice as it stands, and lets the visitor change it.
 *
 * @fires consent-action - The visitor saved, accepted all or rejected all.
 * @csspart dialog - All of it.
 * @csspart head - Heading and ×.
 * @csspart body - What scrolls between the heading and the answers.
 * @csspart category - One category with its switch and services.
 * @csspart service - One service with its switch and what it stores.
 */
export class ConsentPreferences extends ConsentElement<PreferencesView> {
  /** The switches as the visitor has set them since opening. */
  #draft: Readonly<Record<string, boolean>> = {};
  /** Said to assistive technology when the dialog has closed. */
  #status = '';

  constructor() {
    super(preferencesStyles);
  }

  /** Out of the page and back, a dialog would be open without being modal. */
  disconnectedCallback(): void {
    this.shadowRoot!.querySelector('dialog')?.close();
  }

  /** Opens the dialog with the switches as the consent stands. Focus returns to where it was on closing. */
  open(): void {
    this.#draft = {};
    this.#status = '';
    this.draw();
    if (!this.#dialog.open) this.#dialog.showModal();
    // On low windows the dialog scrolls as a whole, elsewhere its body does.
    for (const part of [this.#dialog, this.shadowRoot!.querySelector('.body')!]) part.scrollTop = 0;
  }

  protected override template(view: PreferencesView) {
    const {texts, controller, categories, layout} = view;
    this.speak(view);
    this.setAttribute('layout', layout);
    return html`<dialog part="dialog" aria-label=${texts.preferencesTitle}>
        <div class="head" part="head">
          <h2 tabindex="-1" autofocus>${texts.preferencesTitle}</h2>
          <button type="button" data-action="close" aria-label=${texts.cancel} @click=${this.#close}>
            ✕
          </button>
        </div>
        <div class="body" part="body">
          <p>${fill(texts.preferencesBody, {controller})}</p>
          ${signals(view)} ${categories.map((category) => this.#category(view, category))} ${decided(view)}
        </div>
        <div class="answers">
          ${this.#button('reject', texts.reject, () => ({type: 'deny-all'}))}
          ${this.#button('accept', texts.accept, () => ({type: 'grant-all'}))}
          ${this.#button('save', texts.save, () => ({type: 'choose', choices: this.#choices(view)}))}
        </div>
      </dialog>
      <p class="announced" role="status">${this.#status}</p>`;
  }

  #category(view: PreferencesView, {id, title, text}: CategoryText) {
    const {texts} = view;
    const services = view.services.filter(({category}) => category === id);
    return html`<section part="category">
      <label>
        <h3 id="title-${id}">${title}</h3>
        ${this.#switch(view, id, id, `title-${id}`)}
        <p class="muted" id="text-${id}">${text}</p>
      </label>
      ${
        services.length
          ? html`<details ?open=${services.some(differs(view))}>
              <summary>${fill(texts.services, {count: String(services.length)})}</summary>
              ${services.map((service) => this.#service(view, service))}
            </details>`
          : html`<p class="muted">${texts.noServices}</p>`
      }
    </section>`;
  }

  #service(view: PreferencesView, service: Service) {
    const {id, category, name = id, reason, storage = []} = service;
    const companies = companiesOf(service);
    return html`<div class="service" part="service">
      <label>
        <strong id="name-${id}">${name}</strong>
        ${this.#switch(view, id, category, `name-${id}`)}
      </label>
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${
        companies
          ? html`<p>${view.texts.provider}: <bdi>${companies}</bdi>${policyLink(view, service)}</p>`
          : nothing
      }
      ${storage.length ? storageTable(storage, [markedName(view), ...columnsOf(view)]) : nothing}
    </div>`;
  }

  /** The state stands beside the switch in words, so that it is not told by colour alone. */
  #switch(view: PreferencesView, id: string, category: string, labelledBy: string) {
    const {texts} = view;
    const isNecessary = category === 'necessary';
    const isOn = this.#isOn(view, id, category);
    return html`<span class="switch">
      <span aria-hidden="true">${isNecessary ? texts.alwaysOn : isOn ? texts.on : texts.off}</span>
      <input
        type="checkbox"
        role="switch"
        data-category=${category}
        data-service=${id === category ? nothing : id}
        aria-labelledby=${labelledBy}
        aria-describedby=${id === category ? `text-${id}` : nothing}
        .checked=${live(isOn)}
        ?disabled=${isNecessary}
        @change=${this.#toggle(view, id)}
      />
    </span>`;
  }

  #isOn({consent}: PreferencesView, id: string, category: string): boolean {
    return this.#draft[id] ?? isGranted(consent, category, id);
  }

  /** A category's switch moves those of its services; a service's switch moves only itself. */
  #toggle =
    ({services}: PreferencesView, id: string) =>
    (event: Event): void => {
      const isOn = (event.target as HTMLInputElement).checked;
      const ids = [id, ...services.filter(({category}) => category === id).map((service) => service.id)];
      this.#draft = {...this.#draft, ...Object.fromEntries(ids.map((each) => [each, isOn]))};
      this.draw();
    };

  #choices(view: PreferencesView): Record<string, boolean> {
    const all = [...view.categories.map(({id}) => ({id, category: id})), ...view.services];
    const optional = all.filter(({category}) => category !== 'necessary');
    return Object.fromEntries(optional.map(({id, category}) => [id, this.#isOn(view, id, category)]));
  }

  /** All from this one place, so that neither answer can look better than the other. */
  #button(name: 'accept' | 'reject' | 'save', label: string, action: () => ConsentActionEvent['action']) {
    const act = () => {
      this.dispatchEvent(new ConsentActionEvent(action(), 'preferences'));
      this.#close();
      this.#status = this.view!.texts.saved;
      this.draw();
    };
    return html`<button type="button" data-action=${name} @click=${act}>${label}</button>`;
  }

  #close = () => this.#dialog.close();

  get #dialog(): HTMLDialogElement {
    return this.shadowRoot!.querySelector('dialog')!;
  }
}

/** Whether a service was decided on by itself: then it is seen beside the switch that says otherwise. */
const differs =
  ({consent}: PreferencesView) =>
  ({id, category}: Service) =>
    isGranted(consent, category) !== isGranted(consent, category, id);

const signals = ({consent: {signals}, texts}: PreferencesView) =>
  [signals.gpc && texts.gpc, signals.dnt === '1' && texts.dnt].map((text) =>
    text ? html`<p class="signal">${text}</p>` : nothing,
  );

function decided({consent: {decidedAt, expiresAt, id}, texts, lang}: PreferencesView) {
  if (decidedAt === null || expiresAt === null) return nothing;
  const dates = {date: formatDay(decidedAt, lang), until: formatDay(expiresAt, lang)};
  return html`<section class="muted">
    <p>${fill(texts.decided, dates)} ${id ? fill(texts.consentId, {id}) : nothing}</p>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-preferences': ConsentPreferences;
  }
}
