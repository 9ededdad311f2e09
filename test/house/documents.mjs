import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {posix} from 'node:path';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', {recursive: true})
    .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md')),
];

/** Every document, by its path. Line ends are the checkout's own business. */
export const documents = new Map(pages.sort().map((path) => [path, readText(path)]));

/** @param {string} path */
export function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
}

/** Relative links that lead nowhere: to no file, or to no heading of it. @returns {string[]} */
export function brokenLinks() {
  return [...documents].flatMap(([path, text]) =>
    linksIn(text)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !leadsSomewhere(path, link))
      .map((link) => `${path}: ${link}`),
  );
}

/** @param {string} text */
function linksIn(text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
}

/** @param {string} from @param {string} link */
function leadsSomewhere(from, link) {
  const [path, anchor] = link.split('#');
  const target = path ? posix.join(posix.dirname(from), path) : from;
  if (!existsSync(target)) return false;
  return !anchor || headingsOf(readText(target)).includes(anchor);
}

/** The anchors that GitHub gives the headings of a page. @param {string} text */
function headingsOf(text) {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/**
 * The examples of a language: fenced blocks that are marked as such, ` ```ts example `.
 *
 * @param {string} language
 * @returns {{place: string, code: string}[]}
 */
export function examplesIn(language) {
  const fence = new RegExp(`^\`\`\`${language} example\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...documents].flatMap(([path, text]) =>
    [...text.matchAll(fence)].map(({1: code, index}) => {
      const line = text.slice(0, index).split('\n').length;
      return {place: `${path}:${line}`, code};
    }),
  );
}

const MINIMUM = {controller: {name: 'Example AS'}, policy: {url: '/privacy'}};

/** The options of a page: those of its JSON, or the least there can be, with the attributes of its gate. */
export function optionsIn(html) {
  const [, json] = /<script type="application\/json" id="consent-gate">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const [gate = ''] = /<script src="[^"]*\/gate\.js"[^>]*>/.exec(html) ?? [];
  const attributes = [...gate.matchAll(/ data-(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  return {...(json ? JSON.parse(json) : MINIMUM), ...Object.fromEntries(attributes)};
}

/** The categories that the markup of a page names. @param {string} html */
export const categoriesIn = (html) =>
  [...html.matchAll(/data-category="([^"]*)"/g)].map(([, category]) => category);
