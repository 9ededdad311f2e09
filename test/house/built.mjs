import {existsSync, readdirSync} from 'node:fs';

const files = existsSync('dist') ? readdirSync('dist', {recursive: true}).map(String).sort() : [];

/** The scripts that a script tag leads to, within `dist/`. The rest is the npm package and the receiver. */
export const scripts = files
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^((locales|services)\/)?[\w-]+\.js$/.test(path));
