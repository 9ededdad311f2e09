import type {BannerTexts, Config, OwnTexts} from '../types.js';

/** A category in the visitor's language. */
export interface CategoryText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Puts values into `{placeholders}`; as text, whatever they contain. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? isolate(values[name]!, text) : whole,
  );
}

/** Where letters of both directions meet, a value keeps its own order and leaves the sentence its. */
const isolate = (value: string, text: string) =>
  /[\u0590-\u08ff]/.test(text + value) ? `\u2068${value}\u2069` : value;

/** The configured categories in the site's own words, those for the visitor's language first, else in the language's. */
export function categoryTexts(
  {categories}: Config,
  texts: BannerTexts,
  ownTexts: OwnTexts = {},
): CategoryText[] {
  return categories.map(({id, title, description}) => {
    const [own, ownSentence] = partsOf(ownTexts, id);
    const [usual = '', sentence = ''] = partsOf(texts, id);
    return {id, title: own || title || usual, text: ownSentence || description || sentence};
  });
}

/** Not what a page has put on `Object.prototype`. */
const partsOf = (texts: object, id: string) =>
  (Object.hasOwn(texts, id) ? (texts as Readonly<Record<string, string>>)[id]! : '').split('\n');
