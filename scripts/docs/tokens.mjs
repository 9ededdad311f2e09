import {readFileSync} from 'node:fs';
import {cell, codeCell, table} from './typescript.mjs';

/** The custom properties that a site may set, from the comment above them. */
export function readTokens() {
  const source = readFileSync('src/ui/tokens.ts', 'utf8');
  return [...source.matchAll(/@cssprop \[(--[\w-]+)=(.*)\] - (.*)/g)].map(([, name, value, description]) => {
    return {name, default: value, description};
  });
}

/** The table of custom properties. */
export function describeTokens() {
  const rows = readTokens().map(({name, default: value, description}) => [
    `\`${name}\``,
    cell(description),
    codeCell(value),
  ]);
  return table(['property', 'what', 'default'], rows);
}
