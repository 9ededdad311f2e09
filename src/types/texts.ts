import type {Purpose} from './service.js';

/** What the visitor reads in the banner. */
export interface BannerTexts {
  /** Heading. */
  readonly title: string;
  /** Banner: who asks and for what. `{controller}` */
  readonly body: string;
  /** The same where silence means yes. `{controller}` */
  readonly bodyOptOut: string;
  /** Banner, when something was added since the last answer: heading. */
  readonly addedTitle: string;
  /** `{names}`: what was added. `{controller}` */
  readonly addedBody: string;
  readonly accept: string;
  readonly reject: string;
  /** The same two, when the banner asks only for what was added. */
  readonly acceptAdded: string;
  readonly rejectAdded: string;
  readonly choose: string;
  /** Name of the × button: says what it does. */
  readonly close: string;
  /** Banner: how to change one's mind. `{button}` is `privacyChoices`. */
  readonly changeMind: string;
  readonly policy: string;
  /** The control that reopens the choices on every page. */
  readonly privacyChoices: string;
  /** Title and one sentence for each built-in category, joined by a line break. */
  readonly necessary: string;
  readonly functional: string;
  readonly analytical: string;
  readonly advertising: string;
}

/**
 * Everything the visitor reads. `{…}` are placeholders; a language that forgets a
 * text or adds one does not compile.
 */
export interface Texts extends BannerTexts {
  /** Preference center: heading. */
  readonly preferencesTitle: string;
  /** `{controller}` */
  readonly preferencesBody: string;
  readonly save: string;
  /** Name of the preference center's × button: nothing changes. */
  readonly cancel: string;
  readonly alwaysOn: string;
  readonly on: string;
  readonly off: string;
  /** `{count}` services, always followed by the list. */
  readonly services: string;
  readonly noServices: string;
  readonly provider: string;
  readonly name: string;
  readonly purpose: string;
  readonly retention: string;
  /** Mark on what lives on the provider's own domain. */
  readonly thirdParty: string;
  readonly session: string;
  readonly persistent: string;
  /** One entry for each `Purpose`. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** Status: which signal was honoured. */
  readonly gpc: string;
  readonly dnt: string;
  /** `{date}`, `{until}` */
  readonly decided: string;
  /** `{id}` */
  readonly consentId: string;
  readonly saved: string;
  /** Closes what only tells something. */
  readonly done: string;
  /** Placeholder of an embed: who shows it, and what follows from loading it. `{provider}` */
  readonly embedBody: string;
  readonly embedOnce: string;
  /** `{service}` */
  readonly embedAlways: string;
  /** What a withdrawal did: heading. */
  readonly outcomeTitle: string;
  /** `{count}` */
  readonly removed: string;
  /** Always followed by a list of names. */
  readonly remaining: string;
  /** Heading, before a page reloads that holds something unfinished. */
  readonly unfinishedTitle: string;
  /** `{names}` of services. */
  readonly unfinished: string;
  readonly finish: string;
  readonly later: string;
  /** Declaration of cookies: who sets one. The answers are `firstParty` and `thirdParty`. */
  readonly party: string;
  readonly firstParty: string;
  /** Whether it is in this browser now, and the three answers. */
  readonly state: string;
  readonly present: string;
  readonly absent: string;
  readonly unseen: string;
  /** `{format}`: CSV, JSON. */
  readonly download: string;
  /** The visitor's own receipt: heading. */
  readonly receiptTitle: string;
  readonly undecided: string;
  /** `{names}` of categories and services, or `nothingOptional`. */
  readonly allowed: string;
  readonly nothingOptional: string;
  /** `{version}` */
  readonly noticeShown: string;
  readonly history: string;
  readonly copy: string;
  readonly copied: string;
  readonly withdraw: string;
}

/**
 * What a site says in its own words. Whatever it leaves out is said in ours. Under the id of a category: its title and
 * one sentence, joined by a line break.
 */
export interface OwnTexts extends Partial<Omit<Texts, 'purposes'>> {
  readonly purposes?: Partial<Texts['purposes']>;
  readonly [category: string]: string | Partial<Texts['purposes']> | undefined;
}
