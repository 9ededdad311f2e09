import {pathToFileURL} from 'node:url';

/**
 * For the script tag: a language file becomes a list of its texts, in the order of the English one, and what
 * stands in the place of locales/all.js gives them their names back. The names are a fifth of a language file
 * and the same in all; those of the banner are known from the English one, which is built in.
 *
 * @param {string} modules - The folder with the built npm modules.
 */
export function packLocales(modules) {
  const load = (name) => import(pathToFileURL(`${modules}/locales/${name}.js`).href);
  return {
    name: 'pack-locales',
    resolveId: (source) => (source === NAMES ? source : null),
    async load(id) {
      return id === NAMES ? nameAll(namesOf((await load('en')).en)) : null;
    },
    async transform(_, id) {
      const [, name] = /\/locales\/([\w-]+)\.js$/.exec(id) ?? [];
      if (!name || ['load', 'en-banner'].includes(name)) return null;
      if (name === 'all') return {code: fetching((await load('all')).TAGS), map: null};
      const names = namesOf((await load('en')).en);
      const texts = flat(Object.values(await load(name))[0]);
      return {code: `export default ${JSON.stringify(names.map((key) => texts[key]))}`, map: null};
    },
  };
}

/** The input of the build for the file with the names. */
export const NAMES = 'locale-names';

const flat = ({purposes, ...texts}) => ({
  ...texts,
  ...Object.fromEntries(Object.entries(purposes).map(([key, text]) => [`purposes.${key}`, text])),
});

/** Those of the banner come first, in the order of en-banner.js. */
const namesOf = (texts) => Object.keys(flat(texts));

/** @param {readonly string[]} tags */
const fetching = (tags) => `
  import {enBanner} from './en-banner.js';
  const fetchPart = (file) => import(\`./locales/\${file.toLowerCase()}.js\`).then((part) => part.default);
  export const TAGS = '${squeeze(tags)}'.match(${TAG});
  export const fetchTexts = (tag) =>
    Promise.all(['names', tag].map(fetchPart)).then(([nameAll, texts]) => nameAll(texts));
  export const fetchBanner = (tag) => fetchPart(tag).then((texts) =>
    Object.fromEntries(Object.keys(enBanner).map((name, index) => [name, texts[index]])));`;

/** One after the other, those of two letters first: `danbsv` needs no spaces. */
const TAG = /\w\w(-\w+)?/g;
const squeeze = (tags) =>
  [...tags.filter((tag) => tag.length === 2), ...tags.filter((tag) => tag.length > 2).map((tag) => `${tag} `)]
    .join('')
    .trim();

/** @param {readonly string[]} names */
const nameAll = (names) => `
  export default (texts) => {
    const named = {purposes: {}};
    '${names.join(' ')}'.split(' ').forEach((name, index) => {
      const [group, key] = name.split('.');
      if (key) named[group][key] = texts[index];
      else named[group] = texts[index];
    });
    return named;
  };`;
