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
}
