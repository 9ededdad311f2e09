/**
 * What is unverified of a service's storage, as the comment above it says. Such a comment is a list of clauses,
 * each about some of the items:
 *
 *     Names and lifetimes of the first two: public cookie lists; the others: unverified.
 *
 * A clause that says "unverified" is about the items in backticks, those that it counts (the first two, the last,
 * all but the first, the others), the third-party ones, those in localStorage or sessionStorage; or else about all:
 * what cannot be read is doubted as a whole. What follows ", and" is read by itself. With the word "lifetimes" and
 * without "names", only lifetimes are doubted. Nothing is believed for which the comment names no source.
 *
 * @param {string} comment
 * @param {readonly import('../../src/types.ts').StorageItem[]} items
 * @returns {{name: Set<unknown>, lifetime: Set<unknown>}} The items whose name, or whose lifetime, is unverified.
 */
export function doubtsOf(comment, items) {
  const doubts = {name: new Set(), lifetime: new Set()};
  const doubt = (aspect, selected) => selected.forEach((item) => doubts[aspect].add(item));
  let before = [];
  for (const clause of comment.split(/;\s|(?<=[^.\d])\.(?:\s|$)/)) {
    const parts = clause.split(', and ').map((part) => ({part, selected: select(part, items, before)}));
    before = parts[0].selected;
    // Hosts are not stored.
    const doubted = parts.filter(({part}) => /unverified/i.test(clause) && !/\bhosts\b/.test(part));
    for (const {part, selected} of doubted) {
      doubt('lifetime', selected);
      if (!/lifetime/i.test(part) || /names?\b/i.test(part)) doubt('name', selected);
    }
  }
  if (!comment) doubt('name', items);
  // How long the page's own storage lasts is no fact about the vendor.
  if (!/lifetime/i.test(comment))
    doubt(
      'lifetime',
      items.filter((item) => (item.in ?? 'cookie') === 'cookie' && item.lifetime !== 'session'),
    );
  return doubts;
}

const NUMBERS = {one: 1, two: 2, three: 3, four: 4, five: 5};
const count = (word) => NUMBERS[word] ?? 1;

/** Ways to say which items are meant; the first pattern's group is how many. */
const COUNTED = [
  [/all but the first(?: (\w+))?/i, (items, n) => items.slice(n)],
  [/(?<!but )the first(?: (\w+))?/i, (items, n) => items.slice(0, n)],
  [/the last(?: (\w+))?/i, (items, n) => items.slice(-n)],
];

function select(clause, items, before) {
  const quoted = [...clause.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const counted = COUNTED.flatMap(([pattern, take]) => {
    const found = pattern.exec(clause);
    return found ? take(items, count(found[1])) : [];
  });
  const selected = new Set([
    ...items.filter(({name}) => quoted.includes(name)),
    ...counted,
    ...items.filter(({party}) => party === 'third' && /third-party/i.test(clause)),
    ...items.filter((item) => item.in && new RegExp(item.in, 'i').test(clause)),
    ...items.filter((item) => /the others/i.test(clause) && !before.includes(item)),
  ]);
  return selected.size ? [...selected] : [...items];
}
