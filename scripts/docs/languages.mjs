import {TAGS} from '../../dist/esm/locales/all.js';

/** The languages by their names in English, with the tags that choose them. */
export function describeLanguages() {
  const names = new Intl.DisplayNames('en', {type: 'language', languageDisplay: 'standard'});
  const items = TAGS.map((tag) => `${names.of(tag)} (\`${tag}\`)`);
  return `${new Intl.ListFormat('en').format(items.sort())}.`;
}
