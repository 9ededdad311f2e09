import {readFileSync} from 'node:fs';
import ts from 'typescript';

/**
 * A file's own syntax tree.
 *
 * @param {string} path
 */
export function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The interface of a name. @param {ts.SourceFile} tree @param {string} name */
export function interfaceOf(tree, name) {
  return tree.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
}

/** What is written above a declaration, in one line: also what looks like a tag, such as a package's name. */
export function commentOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const lines = (comment?.getText() ?? '').replace(/^\/\*\*|\*\/$/g, '').split('\n');
  return lines
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The members of an interface or of an object type.
 *
 * @param {{members: ts.NodeArray<ts.TypeElement>}} shape
 * @returns {{name: string, isRequired: boolean, comment: string, type: ts.TypeNode}[]}
 */
export function membersOf(shape) {
  return shape.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(),
    isRequired: !member.questionToken,
    comment: commentOf(member),
    type: member.type,
  }));
}

/** Text as a cell of a table. A star outside of code would begin emphasis. @param {string} text */
export const cell = (text) =>
  text
    .split('`')
    .map((part, index) => (index % 2 ? part : part.replaceAll('*', '\\*')))
    .join('`')
    .replaceAll('|', '\\|');

/** Sentences, each closed. @param {(string | false)[]} parts */
export const sentences = (...parts) =>
  parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');

/** Code as a cell of a table. @param {string} text */
export const codeCell = (text) => `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;

/** @param {readonly string[]} headings @param {readonly (readonly string[])[]} rows */
export const table = (headings, rows) =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
