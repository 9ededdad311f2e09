import type {Action, Config, Consent, Layer, LoadOnce, Receipt} from '../types.js';
import {hasGrant, isGranted} from '../core/consent.js';

/** How a decision came about. */
export interface Circumstances {
  /** `null`: a signal of the browser changed what was stored. */
  readonly action: Action | LoadOnce | null;
  readonly layer: Layer;
  /** Whether the visitor was acting on the page at that moment, as far as the browser can tell. */
  readonly isVisitor: boolean;
  readonly now: number;
  readonly newId: () => string;
  readonly site: string;
  readonly prev: string | null;
  readonly notice: Receipt['notice'];
  readonly lib: string;
}

/** The receipt of one decision: nothing in it tells who, where on the site, or with what device. */
export function buildReceipt(config: Config, consent: Consent, before: Consent, how: Circumstances): Receipt {
  const {categories, services, signals} = consent;
  const optional = Object.keys(categories).filter((id) => id !== 'necessary');
  const exceptions = Object.entries(services)
    .filter(([id, choice]) => choice !== 'undecided' && categoryChoice(config, consent, id) !== choice)
    .map(([id, choice]) => [id, choice === 'granted'] as const);
  return {
    schema: 'consent-receipt/1',
    id: how.newId(),
    // A withdrawal is receipted under the id that it ends; a refusal has none to keep.
    consentId: consent.id ?? before.id ?? how.newId(),
    prev: how.prev,
    time: new Date(how.now).toISOString(),
    validUntil: new Date((isOnce(how) ? null : consent.expiresAt) ?? how.now).toISOString(),
    site: how.site,
    ...describeEvent(consent, before, how),
    regime: consent.regime,
    jurisdiction: config.jurisdiction,
    choices: Object.fromEntries(optional.map((id) => [id, isGranted(consent, id)])),
    ...(exceptions.length && {services: Object.fromEntries(exceptions.slice(0, 128))}),
    signals,
    notice: how.notice,
    lib: how.lib,
  };
}

/** Whether it was for this once, and is over when the page is left. */
export const isOnce = ({action}: Pick<Circumstances, 'action'>) => action?.type === 'load-once';

type EventFields = Pick<Receipt, 'event' | 'method' | 'by' | 'layer'>;

function describeEvent(consent: Consent, before: Consent, how: Circumstances): EventFields {
  const {action, layer} = how;
  if (!action) {
    return {event: 'signalled', method: consent.signals.gpc ? 'gpc' : 'dnt', by: 'user-agent', layer: 'none'};
  }
  const granted = hasGrant(consent);
  const viaApi = layer === 'none';
  // Code that grants without anybody at the keyboard is told apart from a visitor who consents.
  if (viaApi && granted && !how.isVisitor) return {event: 'signalled', method: 'api', by: 'site', layer};
  const by = viaApi && !how.isVisitor ? 'site' : 'user';
  return {event: eventOf(consent, before), method: viaApi ? 'api' : methodOf(action, granted), by, layer};
}

function eventOf(consent: Consent, before: Consent): Receipt['event'] {
  if (!hasGrant(consent)) return hasGrant(before) ? 'withdrawn' : 'refused';
  if (!hasGrant(before)) return 'given';
  const choices = ({categories, services}: Consent) => JSON.stringify([categories, services]);
  return choices(consent) === choices(before) ? 'renewed' : 'changed';
}

function methodOf(action: Action | LoadOnce, granted: boolean): Receipt['method'] {
  switch (action.type) {
    case 'grant-all':
      // A yes to what was added is not one to everything.
      return action.only ? 'save-choices' : 'accept-all';
    case 'deny-all':
      // A no to what was added leaves the earlier choices: not a rejection of everything.
      return granted ? 'save-choices' : 'reject-all';
    case 'dismiss':
      return granted ? 'save-choices' : 'dismiss';
    case 'choose':
      return 'save-choices';
    case 'grant-service':
    case 'load-once':
      return 'embed-click';
    case 'withdraw':
      return 'withdraw-all';
  }
}

function categoryChoice({services}: Config, {categories}: Consent, id: string): string | undefined {
  return categories[services.find((service) => service.id === id)?.category ?? ''];
}
