import {html, nothing} from 'lit/html.js';
import type {Consent, Service} from '../types.js';
import {ConsentActionEvent} from '../core/action-event.js';
import {isGranted} from '../core/consent.js';
import {ConsentElement} from './element.js';
import {embedStyles} from './embed-styles.js';
import {fill} from './fill.js';
import type {PlacedView} from './placed.js';

/**
 * A frame from somebody else's server: a video, a map, a form. Until it is allowed, a placeholder stands for it
 * that asks nobody for anything; after a withdrawal it is back.
 *
 * @attr service - The id of the service that it belongs to.
 * @attr category - Instead, for an embed of no service in particular.
 * @attr src - The frame's address.
 * @attr title - Its name, for those who cannot see it, and the placeholder's heading.
 * @attr allow - As on an `<iframe>`; so are `allowfullscreen`, `referrerpolicy` and `sandbox`.
 * @slot - What the placeholder shows besides, such as a link to the content elsewhere.
 * @fires consent-action - The visitor loads it, once or always, or wants to choose.
 * @csspart placeholder
 * @csspart frame
 */
export class ConsentEmbed extends ConsentElement<PlacedView> {
  static readonly observedAttributes = ['service', 'category', 'src', 'title'];

  /** Loaded for this time, until the visitor decides otherwise. */
  #isOnce = false;

  constructor() {
    super(embedStyles);
  }

  attributeChangedCallback(): void {
    this.draw();
  }

  override get view(): PlacedView | undefined {
    return super.view;
  }
  override set view(view: PlacedView | undefined) {
    const before = super.view?.consent;
    if (before && view && before !== view.consent && this.#isOver(before, view)) this.#isOnce = false;
    super.view = view;
  }

  /** The button that was pressed goes, at once or when consent has come: what it has loaded has the focus next. */
  protected override draw(): void {
    const root = this.shadowRoot!;
    const had = root.activeElement;
    super.draw();
    if (had) root.querySelector('iframe')?.focus();
  }

  /** Whether a decision says no to what was loaded for this once, or allows nothing that was not allowed. */
  #isOver(before: Consent, view: PlacedView): boolean {
    const {service, category} = this.#target(view);
    const choice = ({services, categories}: Consent) =>
      services[service?.id ?? ''] ?? categories[category ?? ''];
    const isRefused = choice(view.consent) === 'denied' && choice(before) !== 'denied';
    return isRefused || !grantsMore(before, view.consent);
  }

  #target({services}: PlacedView): {service: Service | undefined; category: string | undefined} {
    const service = services.find(({id}) => id === this.#of('service'));
    return {service, category: service?.category ?? this.#of('category')};
  }

  protected override template(view: PlacedView) {
    this.speak(view);
    const {service, category} = this.#target(view);
    // In front of a gated frame of the page it is that one which loads, not a second one in here.
    const isItsOwn = !this.hasAttribute('held');
    const isAllowed = this.#isOnce || (isItsOwn && isGranted(view.consent, category, service?.id));
    const address = safeAddress(this.#of('src'));
    return isAllowed && address ? this.#frame(address) : this.#placeholder(view, service, category);
  }

  #frame(address: string) {
    const given = (name: string) => this.getAttribute(name) ?? nothing;
    return html`<iframe
      part="frame"
      src=${address}
      title=${given('title')}
      allow=${given('allow')}
      referrerpolicy=${given('referrerpolicy')}
      sandbox=${given('sandbox')}
      ?allowfullscreen=${this.hasAttribute('allowfullscreen')}
    ></iframe>`;
  }

  #placeholder({texts, categories}: PlacedView, service: Service | undefined, category: string | undefined) {
    const name = service?.name ?? service?.id ?? categories.find(({id}) => id === category)?.title ?? '';
    // The sentence that it stands in has a full stop of its own.
    const provider = (service?.provider ?? hostOf(this.#of('src')) ?? name).replace(/\.$/, '');
    const heading = this.#of('title') ?? name;
    return html`<div part="placeholder" role="group" aria-label=${heading}>
      <strong>${heading}</strong>
      <p>${fill(texts.embedBody, {provider})}</p>
      <div class="answers">
        ${service || category ? this.#button('once', texts.embedOnce, service?.id ?? category!) : nothing}
        ${
          service
            ? this.#button('always', fill(texts.embedAlways, {service: name}), service.id)
            : html`<button type="button" data-action="settings" @click=${this.#choose}>
                ${texts.choose}
              </button>`
        }
      </div>
      <slot></slot>
    </div>`;
  }

  #button(action: 'once' | 'always', label: string, target: string) {
    const act = () => {
      this.#isOnce = action === 'once';
      this.dispatchEvent(
        new ConsentActionEvent(
          this.#isOnce ? {type: 'load-once', target} : {type: 'grant-service', service: target},
          'embed',
        ),
      );
      this.draw();
    };
    return html`<button type="button" data-action=${action} @click=${act}>${label}</button>`;
  }

  #choose = () => this.dispatchEvent(new ConsentActionEvent({type: 'open-preferences'}));

  #of = (name: string) => this.getAttribute(name) || undefined;
}

/** Whether something is granted that was not. */
const grantsMore = (before: Consent, now: Consent) =>
  (['categories', 'services'] as const).some((kind) =>
    Object.keys(now[kind]).some((id) => now[kind][id] === 'granted' && before[kind][id] !== 'granted'),
  );

/** Frames run scripts, so nothing but a page of the web is loaded. */
function safeAddress(src = ''): string | undefined {
  return /^https?:$/.test(parse(src)?.protocol ?? '') && src ? src : undefined;
}

const hostOf = (src = '') => parse(src)?.host;

function parse(src: string): URL | undefined {
  return URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-embed': ConsentEmbed;
  }
}
