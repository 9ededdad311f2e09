import {resolve} from 'node:path';
import ts from 'typescript';

/** As strict as a user's own project may be. */
const OPTIONS = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/**
 * What the compiler says of pieces of code, by their titles. All at once, as files that exist only here.
 *
 * @param {Record<string, string>} pieces
 * @returns {Map<string, {line: number, message: string}[]>}
 */
export function compile(pieces) {
  const texts = new Map(Object.values(pieces).map((text, index) => [resolve(`piece-${index}.ts`), text]));
  const host = ts.createCompilerHost(OPTIONS);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    texts.has(file)
      ? ts.createSourceFile(file, texts.get(file), ts.ScriptTarget.ES2022)
      : getSourceFile(file, ...rest);
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  const errors = [...texts.keys()].map((file) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map(describe),
  );
  return new Map(Object.keys(pieces).map((title, index) => [title, errors[index]]));
}

/** @param {ts.Diagnostic} diagnostic */
function describe({file, start, messageText}) {
  return {
    line: file.getLineAndCharacterOfPosition(start).line,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  };
}
