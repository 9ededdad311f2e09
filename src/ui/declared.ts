import type {Presence, Service, StorageItem} from '../types.js';
import type {MadeFile} from './download.js';
import {toCsv} from './csv.js';
import type {CategoryText} from './fill.js';
import {formatLifetime} from './format.js';
import type {PlacedView} from './placed.js';
import {purposeText} from './storage-table.js';

/** A category with the services that belong to it. */
export interface Declared {
  readonly category: CategoryText;
  readonly services: readonly Service[];
}

/** Everything that may be stored, the necessary first, and there the library's own first. */
export function declared({categories, services, kept, texts}: PlacedView): Declared[] {
  const own = kept ? [{...kept.own, name: texts.privacyChoices}] : [];
  const isNecessary = ({id}: CategoryText) => id === 'necessary';
  return [...categories.filter(isNecessary), ...categories.filter((one) => !isNecessary(one))].map(
    (category) => ({
      category,
      services: [...own, ...services].filter((service) => service.category === category.id),
    }),
  );
}

/** Until somebody has looked, nobody can tell. */
export const presenceOf = ({kept}: PlacedView, item: StorageItem): Presence =>
  kept?.presence.get(item) ?? 'unseen';

export const partyText = ({texts}: PlacedView, {party}: StorageItem): string =>
  party === 'third' ? texts.thirdParty : texts.firstParty;

/** For people: in the visitor's words, under headings that are the same in every language. */
export function declarationCsv(view: PlacedView): MadeFile {
  const {texts, lang} = view;
  const row =
    ({title}: CategoryText, {id, name = id, provider = ''}: Service) =>
    (item: StorageItem) => [
      title,
      name,
      provider,
      item.name,
      item.in ?? 'cookie',
      purposeText(texts, item.purpose),
      formatLifetime(item.lifetime, texts, lang),
      partyText(view, item),
      texts[presenceOf(view, item)],
    ];
  const rows = declared(view).flatMap(({category, services}) =>
    services.flatMap((service) => (service.storage ?? []).map(row(category, service))),
  );
  return {name: 'cookies.csv', type: 'text/csv;charset=utf-8', text: toCsv([HEADINGS, ...rows])};
}

const HEADINGS = ['category', 'service', 'provider', 'name', 'in', 'purpose', 'lifetime', 'party', 'state'];

/** For programs: as it is configured. */
export function declarationJson(view: PlacedView): MadeFile {
  const item = (item: StorageItem) => ({
    name: item.name,
    in: item.in ?? 'cookie',
    party: item.party ?? 'first',
    httpOnly: item.httpOnly ?? false,
    purpose: item.purpose,
    lifetime: item.lifetime,
    state: presenceOf(view, item),
  });
  const service = ({id, category, name = id, provider, policy, recipients, storage = []}: Service) => ({
    id,
    category,
    name,
    provider,
    policy,
    recipients,
    storage: storage.map(item),
  });
  const declaration = {
    schema: 'consent-declaration/1',
    site: location.host,
    controller: view.controller,
    services: declared(view).flatMap(({services}) => services.map(service)),
  };
  return {name: 'cookies.json', type: 'application/json', text: JSON.stringify(declaration, null, 2)};
}
