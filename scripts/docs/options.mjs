import ts from 'typescript';
import {cell, codeCell, interfaceOf, membersOf, parse, sentences, table} from './typescript.mjs';

const options = parse('src/types/options.ts');
const words = [options, parse('src/types/consent.ts')].flatMap(({statements}) =>
  statements.filter(ts.isTypeAliasDeclaration).filter(({type}) => isUnionOfWords(type)),
);
const attributes = attributesOf(parse('src/gate.ts'));

/** The table of options, from their types and comments. */
export function describeOptions() {
  const rows = membersOf(interfaceOf(options, 'ConsentOptions')).flatMap((member) => rowsOf(member));
  return table(['option', 'type', 'meaning'], rows);
}

/** An option that is an object has a row for each of its own; the first one says what it is for. */
function rowsOf({name, isRequired, comment, type}, path = '') {
  if (type.members) {
    return membersOf(type).flatMap((member, index) => {
      const text = index ? member.comment : sentences(comment, member.comment);
      const required = isRequired && member.isRequired;
      return rowsOf({...member, comment: text, isRequired: required}, `${path}${name}.`);
    });
  }
  const isAttribute = !path && attributes.includes(name);
  const meaning = sentences(comment, isRequired && 'Required', isAttribute && `Also as \`data-${name}\``);
  return [[`\`${path}${name}\``, codeCell(spellOut(type)), cell(meaning)]];
}

/** A type with its words written out: `'box' | 'bar'` for `Layout`. @param {ts.TypeNode} type */
function spellOut(type) {
  return words.reduce(
    (text, alias) => text.replace(new RegExp(`\\b${alias.name.text}\\b`, 'g'), alias.type.getText()),
    type.getText().replaceAll('readonly ', ''),
  );
}

/** @param {ts.TypeNode} type */
function isUnionOfWords(type) {
  return ts.isUnionTypeNode(type) && type.types.every((one) => ts.isLiteralTypeNode(one));
}

/** Which options the script tag also takes as attributes. @param {ts.SourceFile} tree */
function attributesOf(tree) {
  const declaration = tree.statements
    .filter(ts.isVariableStatement)
    .flatMap(({declarationList}) => [...declarationList.declarations])
    .find(({name}) => name.getText() === 'ATTRIBUTES');
  return declaration.initializer.elements.map(({text}) => text);
}
