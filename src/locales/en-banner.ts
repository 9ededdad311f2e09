import type {BannerTexts} from '../types.js';

/** The English of the first question, built in so that it needs no further file. */
export const enBanner: BannerTexts = {
  title: 'Your privacy, your choice',
  body: '{controller} would like to use cookies and similar technologies for the purposes below. Nothing optional runs until you decide.',
  bodyOptOut:
    '{controller} uses cookies and similar technologies for the purposes below. You can say no to each of them.',
  addedTitle: 'Something new to decide',
  addedBody:
    '{controller} has added: {names}. What is new stays off unless you accept it. Your earlier choices stand.',
  accept: 'Accept all',
  reject: 'Reject all',
  acceptAdded: 'Accept',
  rejectAdded: 'Reject',
  choose: 'Choose',
  close: 'Close and reject',
  changeMind: 'You can change your choice or withdraw your consent at any time under “{button}”.',
  policy: 'Privacy policy',
  privacyChoices: 'Privacy choices',
  necessary:
    'Necessary\nNeeded for the site to work, such as security, signing in and remembering this choice. Always on.',
  functional:
    'Functional\nRemembers what you set, such as language, and shows videos and maps from other services.',
  analytical: 'Analytical\nCounts visits and shows which pages are useful, so that the site can be improved.',
  advertising:
    'Advertising\nLets us and the companies listed show and measure ads based on what you do here and elsewhere.',
};
