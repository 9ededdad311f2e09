import type {Consent, ReceiptCopy} from '../types.js';
import {isGranted} from '../core/consent.js';
import type {MadeFile} from './download.js';
import {fill} from './fill.js';
import {formatDay} from './format.js';
import type {PlacedView} from './placed.js';

/** Whether a category, or a service in it, was allowed. */
type IsAllowed = (category: string, service?: string) => boolean;

/** What the visitor chose as it stands, one sentence each. */
export function chosen(view: PlacedView): string[] {
  const {consent, texts, lang} = view;
  const {decidedAt, expiresAt, id} = consent;
  const shown = currentCopy(view)?.notice.version;
  const day = (time: number | null) => (time === null ? '' : formatDay(time, lang));
  const isDecided = decidedAt !== null;
  return [
    isDecided ? '' : texts.undecided,
    allowed(view, allowedNow(consent)),
    isDecided ? fill(texts.decided, {date: day(decidedAt), until: day(expiresAt)}) : '',
    shown ? fill(texts.noticeShown, {version: shown}) : '',
    id ? fill(texts.consentId, {id}) : '',
  ].filter(Boolean);
}

/** Whether there is something to take back. */
export const allowsAnything = ({categories, services, consent}: PlacedView): boolean =>
  categories.some(({id}) => id !== 'necessary' && isGranted(consent, id)) ||
  services.some(({id, category}) => category !== 'necessary' && isGranted(consent, category, id));

/** The choices before, the newest first. */
export function earlier(
  view: PlacedView,
): {readonly time: string; readonly day: string; readonly text: string}[] {
  const current = currentCopy(view);
  return (view.kept?.receipts ?? [])
    .filter((copy) => copy !== current)
    .map((copy) => ({
      time: copy.time,
      day: formatDay(Date.parse(copy.time), view.lang),
      text: allowed(view, allowedBy(copy)),
    }));
}

/** Everything about it, for programs and for those who have to prove it. */
export function chosenJson({consent, controller, categories, services, kept}: PlacedView): MadeFile {
  const {decidedAt, expiresAt, id} = consent;
  const isAllowed = allowedNow(consent);
  const optional = categories.filter((category) => category.id !== 'necessary');
  const chosen = {
    schema: 'consent-copy/1',
    site: location.host,
    controller,
    decided: dayOf(decidedAt),
    until: dayOf(expiresAt),
    consentId: id,
    choices: Object.fromEntries(optional.map((category) => [category.id, isAllowed(category.id)])),
    services: Object.fromEntries(
      services
        .filter((one) => isAllowed(one.category) !== isAllowed(one.category, one.id))
        .map((one) => [one.id, isAllowed(one.category, one.id)]),
    ),
    receipts: kept?.receipts ?? [],
  };
  return {name: 'consent.json', type: 'application/json', text: JSON.stringify(chosen, null, 2)};
}

/** The copy of the decision that is in force, if it was made in this browser and receipted. */
function currentCopy({consent, kept}: PlacedView): ReceiptCopy | undefined {
  const [newest] = kept?.receipts ?? [];
  if (!newest || consent.decidedAt === null) return undefined;
  const isSame = Object.entries(newest.choices).every(([id, choice]) => isGranted(consent, id) === choice);
  // A signal of the browser takes something back without a new decision.
  const isOfIt = newest.event === 'signalled' || newest.time.slice(0, 10) === dayOf(consent.decidedAt);
  return isSame && isOfIt ? newest : undefined;
}

const allowedNow =
  (consent: Consent): IsAllowed =>
  (category, service) =>
    isGranted(consent, category, service);

const allowedBy =
  ({choices, services}: ReceiptCopy): IsAllowed =>
  (category, service = '') =>
    (services?.[service] ?? choices[category]) === true;

/** Categories by their titles; where a service in one differs, those of its services that were allowed. */
function allowed({texts, categories, services}: PlacedView, isAllowed: IsAllowed): string {
  const names = categories.flatMap(({id, title}) => {
    if (id === 'necessary') return [];
    const members = services.filter(({category}) => category === id);
    const some = members.filter((service) => isAllowed(id, service.id));
    if (isAllowed(id) && some.length === members.length) return [title];
    return some.map((service) => service.name ?? service.id);
  });
  return fill(texts.allowed, {names: names.join(', ') || texts.nothingOptional});
}

const dayOf = (time: number | null) => (time === null ? null : new Date(time).toISOString().slice(0, 10));
