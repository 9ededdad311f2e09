import assert from 'node:assert/strict';
import {test} from 'node:test';
import ts from 'typescript';
import {nodesOf, place, sources} from './sources.mjs';

const MAX_FILE = 200;
const MAX_SERVICE = 60;
const MAX_FUNCTION = 40;

/** What turns text into code or markup, by name. */
const UNSAFE = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
  'unsafeHTML',
  'unsafeSVG',
  'eval',
  'Function',
];

test('no file is longer than 200 lines, and no service longer than 60', () => {
  const limitOf = (text) => (text.includes('export const optionNames') ? MAX_SERVICE : MAX_FILE);
  const long = sources
    .filter(({path}) => !path.startsWith('locales/'))
    .map(({path, text}) => ({path, lines: text.trimEnd().split('\n').length, limit: limitOf(text)}))
    .filter(({lines, limit}) => lines > limit);
  assert.deepEqual(
    long.map(({path, lines}) => `src/${path} has ${lines} lines: split it by what it is about`),
    [],
  );
});

test('no function is longer than 40 lines', () => {
  report(ts.isFunctionLike, (node, {tree}) => {
    const line = (position) => tree.getLineAndCharacterOfPosition(position).line;
    const lines = line(node.getEnd()) - line(node.getStart()) + 1;
    return lines > MAX_FUNCTION && `${node.name?.getText() ?? 'a function'} has ${lines} lines`;
  });
});

test('text never becomes code or markup', () => {
  report(ts.isIdentifier, ({text, parent}) => {
    const isType = ts.isTypeReferenceNode(parent);
    return UNSAFE.includes(text) && !isType && `"${text}" turns text into code or markup`;
  });
  report(ts.isPropertyAccessExpression, (node) => {
    return /^document\.write(ln)?$/.test(node.getText()) && `"${node.getText()}" turns text into markup`;
  });
  report(isText, (node) => {
    return (
      /\sstyle=["']/.test(node.getText()) && 'a style attribute is refused by a strict policy: use a class'
    );
  });
});

test('nothing is any, and no error is silenced', () => {
  report(
    (node) => node.kind === ts.SyntaxKind.AnyKeyword,
    () => 'any: say what it is, or unknown',
  );
  const silenced = sources.filter(({text}) => /@ts-(ignore|nocheck|expect-error)/.test(text));
  assert.deepEqual(
    silenced.map(({path}) => `src/${path}`),
    [],
  );
});

/** @param {ts.Node} node */
function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/**
 * Fails with a line for each node that is of a kind and has a fault.
 *
 * @param {(node: ts.Node) => boolean} isKind
 * @param {(node: any, source: import('./sources.mjs').Source) => string | false} faultOf
 */
function report(isKind, faultOf) {
  const faults = sources.flatMap((source) =>
    [...nodesOf(source.tree)]
      .filter(isKind)
      .map((node) => ({node, fault: faultOf(node, source)}))
      .filter(({fault}) => fault)
      .map(({node, fault}) => `${place(source, node)}: ${fault}`),
  );
  assert.deepEqual(faults, []);
}
