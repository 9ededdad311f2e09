import {oneOf} from './one-of.mjs';

const LAYOUTS = ['box', 'box-end', 'box-top', 'box-top-end', 'bar', 'bar-top', 'cloud', 'wall'];
const THEMES = ['default', 'paper', 'night', 'forest', 'contrast', 'site'];
const SCHEMES = ['auto', 'light', 'dark'];
const PREFERENCES = ['dialog', 'panel'];

/** The site's own colours, taken away so that the library's are seen. */
const UNSET = ['background', 'text', 'muted', 'radius']
  .map((name) => `--consent-${name}: initial`)
  .join('; ');

/** `layouts.html?layout=…&theme=…&scheme=…&preferences=…`, and the links to every other choice. */
export function fillLayout(query) {
  const layout = oneOf(LAYOUTS, query.layout);
  const theme = oneOf(THEMES, query.theme);
  const scheme = oneOf(SCHEMES, query.scheme);
  const preferences = oneOf(PREFERENCES, query.preferences);
  const chosen = {layout, theme, scheme, preferences};
  return {
    ...chosen,
    style: styleOf(theme, scheme),
    layouts: linksTo('layout', LAYOUTS, chosen),
    themes: linksTo('theme', THEMES, chosen),
    schemes: linksTo('scheme', SCHEMES, chosen),
    forms: linksTo('preferences', PREFERENCES, chosen),
  };
}

function styleOf(theme, scheme) {
  const page = scheme === 'auto' ? '' : `<style>:root {color-scheme: ${scheme}}</style>`;
  if (theme === 'site') return page;
  if (theme === 'default') return `<style>:root {${UNSET}}</style>${page}`;
  return `<link rel="stylesheet" href="/consent/themes/${theme}.css">${page}`;
}

function linksTo(name, values, chosen) {
  return values.map((value) => link(name, value, chosen)).join('\n        ');
}

function link(name, value, chosen) {
  const here = chosen[name] === value ? ' aria-current="page"' : '';
  return `<a href="?${new URLSearchParams({...chosen, [name]: value})}"${here}>${value}</a>`;
}
