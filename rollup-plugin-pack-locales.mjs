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
      return id === NAMES
        ? `export default ${JSON.stringify(namesOf((await load('en')).en).join(' '))}`
        : null;
    },
    async transform(_, id) {
      const [, name] = /\/locales\/([\w-]+)\.js$/.exec(id) ?? [];
      if (!name || ['load', 'en-banner'].includes(name)) return null;
      const {LANGUAGES} = await load('all');
      if (name === 'all') return {code: unpacking(Object.keys(LANGUAGES)), map: null};
      const names = namesOf((await load('en')).en);
      const texts = flat(await LANGUAGES[name]('all'));
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

/** @param {readonly string[]} languages */
const unpacking = (languages) => `
  import {enBanner} from './en-banner.js';
  const fetchPart = (file) => import(\`./locales/\${file}.js\`).then((part) => part.default);
  const load = (file) => async (part) => {
    const [texts, names] = await Promise.all([
      fetchPart(file),
      part === 'all' ? fetchPart('names').then((names) => names.split(' ')) : Object.keys(enBanner),
    ]);
    const named = {purposes: {}};
    names.forEach((name, index) => {
      const [group, key] = name.split('.');
      if (key) named[group][key] = texts[index];
      else named[group] = texts[index];
    });
    return named;
  };
  export const LANGUAGES = Object.fromEntries(
    '${languages.join(' ')}'.split(' ').map((file) => [file, load(file)]),
  );`;
