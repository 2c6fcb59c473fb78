import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The file under `root` at a path of the web, or `undefined`. A folder is its index.html.
 *
 * @param {string} root an absolute folder
 * @param {string} path begins with a slash, is decoded, and has no `..` (see {@link safePath})
 * @returns {Promise<{ type: string, body: Buffer } | undefined>}
 */
export async function fileAt(root, path) {
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  const type = TYPES[extname(file)];
  if (!file.startsWith(root + sep) || type === undefined) {
    return undefined;
  }
  try {
    return { type, body: await readFile(file) };
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The decoded path of a request, or `undefined` for one that tries to climb or can't be read.
 *
 * Looks at the text as it was sent: a URL parser would resolve the `..` before anybody saw it.
 *
 * @param {string} target path and query, as on the request line
 * @returns {string | undefined}
 */
export function safePath(target) {
  const [raw = ''] = target.split(/[?#]/u, 1);
  let path;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const climbs = path.split('/').some((part) => part === '..' || part === '.');
  return path.startsWith('/') && !climbs && !/[\\\0%]/u.test(path) ? path : undefined;
}
