import {TAGS} from '../../dist/esm/locales/all.js';

/** The languages by the tags that choose them, with their names in English. */
export function describeLanguages() {
  const names = new Intl.DisplayNames('en', {type: 'language', languageDisplay: 'standard'});
  const items = TAGS.map((tag) => `\`${tag}\` ${names.of(tag)}`);
  return `${new Intl.ListFormat('en').format(items)}.`;
}
