import {readFile} from 'node:fs/promises';
import {extname, normalize, resolve, sep} from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers with a file below one folder, and with nothing outside of it. */
export async function readFolder(c, folder, prefix, isPublic = () => true) {
  const path = normalize(decodePath(new URL(c.req.url).pathname).slice(prefix.length));
  return isPublic(path) ? sendFile(c, folder, path) : c.notFound();
}

/** Answers with `folder/path` if it is a file of a known type that does not lead out of the folder. */
export async function sendFile(c, folder, path, headers = {}) {
  const file = resolve(folder, path);
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder + sep)) return c.notFound();
  const content = await readFile(file).catch(() => undefined);
  if (!content) return c.notFound();
  return c.body(content, 200, {
    'content-type': type,
    'cache-control': 'no-cache',
    // A sandboxed page has an origin of its own, and its import() needs this.
    'access-control-allow-origin': '*',
    ...headers,
  });
}

function decodePath(path) {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    // A stray % is no file of ours.
    return '';
  }
}
