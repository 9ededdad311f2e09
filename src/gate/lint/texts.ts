import type {Config, Purpose, Texts} from '../../types.js';
import type {Warn} from './warn.js';

/** A text of the site's own that nobody reads, because no text has that name. */
export function checkTexts({texts, categories}: Config, warn: Warn): void {
  const known = [...Object.keys(NAMES), ...categories.map(({id}) => id)];
  for (const [tag, words] of Object.entries(texts)) {
    const {purposes = {}, ...others} = words;
    checkNames(`texts.${tag}`, others, known, warn);
    checkNames(`texts.${tag}.purposes`, purposes, Object.keys(PURPOSES), warn);
  }
}

function checkNames(path: string, words: object, known: readonly string[], warn: Warn): void {
  for (const [name, text] of Object.entries(words)) {
    if (known.includes(name)) continue;
    warn(
      `${path}.${name} is ${JSON.stringify(text)}, but no text has that name, so nobody reads it; ` +
        'take one of those in src/types/texts.ts, or the id of a category',
    );
  }
}

/** The gate knows no language to ask for them. By these types, one that is forgotten does not compile. */
const PURPOSES: Readonly<Record<Purpose, true>> = {
  visitor: true,
  session: true,
  source: true,
  counter: true,
  ads: true,
  consent: true,
  settings: true,
  security: true,
  chat: true,
  player: true,
};
const NAMES: Readonly<Record<keyof Texts, true>> = {
  title: true,
  body: true,
  bodyOptOut: true,
  addedTitle: true,
  addedBody: true,
  accept: true,
  reject: true,
  acceptAdded: true,
  rejectAdded: true,
  choose: true,
  close: true,
  changeMind: true,
  policy: true,
  privacyChoices: true,
  necessary: true,
  functional: true,
  analytical: true,
  advertising: true,
  preferencesTitle: true,
  preferencesBody: true,
  save: true,
  cancel: true,
  alwaysOn: true,
  on: true,
  off: true,
  services: true,
  noServices: true,
  provider: true,
  name: true,
  purpose: true,
  retention: true,
  thirdParty: true,
  session: true,
  persistent: true,
  purposes: true,
  gpc: true,
  dnt: true,
  decided: true,
  consentId: true,
  saved: true,
  done: true,
  embedBody: true,
  embedOnce: true,
  embedAlways: true,
  outcomeTitle: true,
  removed: true,
  remaining: true,
  unfinishedTitle: true,
  unfinished: true,
  finish: true,
  later: true,
  party: true,
  firstParty: true,
  state: true,
  present: true,
  absent: true,
  unseen: true,
  download: true,
  receiptTitle: true,
  undecided: true,
  allowed: true,
  nothingOptional: true,
  noticeShown: true,
  history: true,
  copy: true,
  copied: true,
  withdraw: true,
};
