import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {posix} from 'node:path';
import ts from 'typescript';

/**
 * One file of `src/`, parsed.
 *
 * @typedef {object} Source
 * @property {string} path - Within `src/`: `core/consent.ts`.
 * @property {string} layer - Its folder, or its own name at the top: `core`, `types`, `start`.
 * @property {string} text
 * @property {ts.SourceFile} tree
 */

/** @type {readonly Source[]} */
export const sources = readdirSync('src', {recursive: true})
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(`src/${path}`, 'utf8');
    const layer = path.includes('/') ? path.split('/')[0] : path.replace('.ts', '');
    return {path, layer, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)};
  });

/** Every node of a file, from the top down. @param {ts.Node} node @returns {Generator<ts.Node>} */
export function* nodesOf(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `src/core/consent.ts:12`, as editors open it. @param {Source} source @param {ts.Node} node */
export function place({path, tree}, node) {
  return `src/${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/**
 * What a file imports, re-exports or loads later.
 *
 * @typedef {object} Import
 * @property {Source} from
 * @property {string} target - `core/consent.ts` for our own files, or the package's name.
 * @property {boolean} own
 * @property {'value' | 'type' | 'later'} kind
 * @property {string} place
 */

/** @param {Source} source @returns {Import[]} */
export function importsOf(source) {
  return [...nodesOf(source.tree)].flatMap((node) => {
    const [specifier, kind] = readImport(node);
    if (!specifier) return [];
    const own = specifier.startsWith('.');
    const target = own ? resolveOwn(source.path, specifier) : packageName(specifier);
    return [{from: source, target, own, kind, place: place(source, node)}];
  });
}

/** @param {ts.Node} node @returns {[string, 'value' | 'type' | 'later'] | []} */
function readImport(node) {
  if (ts.isImportDeclaration(node)) {
    return [textOf(node.moduleSpecifier), node.importClause?.isTypeOnly ? 'type' : 'value'];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return [textOf(node.moduleSpecifier), node.isTypeOnly ? 'type' : 'value'];
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return [textOf(node.arguments[0]), 'later'];
  }
  return [];
}

/** The text of a specifier; of a template, its beginning. @param {ts.Node} node */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text : node.getText();
}

/** @param {string} importer @param {string} specifier */
function resolveOwn(importer, specifier) {
  const path = posix.join(posix.dirname(importer), specifier);
  const asSource = path.replace(/\.js$/, '.ts');
  return existsSync(`src/${asSource}`) ? asSource : path;
}

/** @param {string} specifier */
function packageName(specifier) {
  const [first, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
