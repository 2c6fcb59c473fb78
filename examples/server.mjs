/**
 * Serves the example vendors from one socket on loopback, each under its own host name, so that each is an origin of
 * its own. Also answers requests with a whole address in their first line, as a browser sends them to a proxy.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as brightWheel from './bright-wheel/site.mjs';
import * as cornerStore from './corner-store/site.mjs';
import * as crookedLane from './crooked-lane/site.mjs';
import * as hostile from './hostile/site.mjs';
import { indexPage, notFoundPage } from './index-page.mjs';
import * as matinee from './matinee/site.mjs';
import * as oldHarbour from './old-harbour/site.mjs';
import * as secondStreet from './second-street/site.mjs';
import { Endpoint } from './serve/endpoint.mjs';
import { fileAt, safePath } from './serve/files.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Scripts, styles and pictures of the site itself, and nothing else. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * One example: `render` answers the paths that are no files. A site without `csp` gets the strict one. One with `open` takes
 * requests for proposals; `lateMs` is how long its 'later' is.
 *
 * @typedef {{ status?: number, type?: string, body: string }} Answer
 * @typedef {{ announcement?: { quotes: string, keys: readonly object[] } }} Told
 * @typedef {{ folder: string, render?: (path: string, origin: string, told: Told) => Answer | undefined, csp?: string,
 *   open?: (shop: import('./serve/endpoint.mjs').Shop) => import('./serve/endpoint.mjs').Manners, lateMs?: number }} Site
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler
 */

/** @type {Record<string, Site>} */
const SITES = {
  matinee: { folder: 'matinee', ...matinee },
  'corner-store': { folder: 'corner-store', ...cornerStore },
  'second-street': { folder: 'second-street', ...secondStreet },
  'bright-wheel': { folder: 'bright-wheel', ...brightWheel },
  'old-harbour': { folder: 'old-harbour', ...oldHarbour },
  'crooked-lane': { folder: 'crooked-lane', ...crookedLane },
  hostile: { folder: 'hostile', ...hostile },
  // The same page on an origin of its own, for what one origin does to another.
  'hostile-too': { folder: 'hostile', ...hostile },
};

/**
 * @param {object} [options]
 * @param {number} [options.port] 0, which is the default, takes any free one
 * @param {string} [options.sdk] the folder of the built SDK
 * @param {object} [options.server] the SDK's server side, where it is not the built one
 * @param {number} [options.lateMs] what every shop's 'later' is, in milliseconds
 * @param {Record<string, Handler>} [options.extra] more hosts, by name without port, or replacements for these
 * @returns {Promise<{ port: number, close: () => Promise<void>, origins: Record<string, string> }>}
 * @throws when the port is taken (`EADDRINUSE`)
 */
export async function startExamples({
  port = 0,
  sdk = join(HERE, '../dist/sdk'),
  server: sdkServer,
  lateMs,
  extra = {},
} = {}) {
  const endpoints = await openEndpoints(sdkServer ?? (await importServer(sdk)), lateMs);
  const server = createServer((request, response) => {
    answer(request, response, { sdk, endpoints, extra }).catch((error) => {
      console.error(error);
      send(request, response, { status: 500, type: 'text/plain', body: 'Something is wrong with this example.' });
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address().port;
  const names = ['localhost', ...Object.keys(SITES).map((name) => `${name}.localhost`)];
  return {
    port: bound,
    origins: Object.fromEntries(names.map((host) => [host.replace('.localhost', ''), `http://${host}:${bound}`])),
    close: () =>
      new Promise((resolve, reject) => {
        for (const endpoint of endpoints.values()) {
          endpoint.close();
        }
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Where the SDK was not built, the shops are there, and take no requests. */
async function importServer(sdk) {
  try {
    return await import(pathToFileURL(join(sdk, 'server.js')).href);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') {
      throw error;
    }
    return undefined;
  }
}

/** @returns {Promise<Map<string, Endpoint>>} by the site's name */
async function openEndpoints(sdkServer, lateMs) {
  const endpoints = new Map();
  for (const [name, site] of Object.entries(sdkServer ? SITES : {})) {
    if (site.open) {
      endpoints.set(name, await Endpoint.begin(sdkServer, site.open, lateMs ?? site.lateMs ?? 0));
    }
  }
  return endpoints;
}

async function answer(request, response, { sdk, endpoints, extra }) {
  const { host, target } = addressOf(request);
  const hostname = host.replace(/:\d+$/u, '').toLowerCase();
  if (Object.hasOwn(extra, hostname)) {
    extra[hostname](request, response);
    return;
  }
  const name = siteOf(hostname);
  const origin = `http://${host.toLowerCase()}`;
  const path = safePath(target);
  const endpoint = name === undefined ? undefined : endpoints.get(name);
  if (path !== undefined && endpoint?.takes(path)) {
    await endpoint.listen(request, response, origin);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    send(request, response, { status: 405, type: 'text/plain', body: 'Only GET and HEAD.' });
    return;
  }
  if (path === undefined) {
    send(request, response, { status: 400, type: 'text/plain', body: 'Not an address of this site.' });
    return;
  }
  const told = endpoint ? { announcement: endpoint.announcement } : {};
  const found = await (name === undefined ? indexOf(hostname, path, host) : lookUp(name, path, { origin, sdk, told }));
  const csp = name === undefined ? STRICT : (SITES[name].csp ?? STRICT);
  send(request, response, found ?? { status: 404, body: notFoundPage(path) }, csp);
}

/** Where a request goes: by its `Host`, or by its own first line when that holds a whole address. */
function addressOf({ url = '/', headers }) {
  const whole = /^http:\/\/([^/?#]*)(.*)$/isu.exec(url);
  if (!whole) {
    return { host: headers.host ?? '', target: url };
  }
  return { host: whole[1], target: whole[2].startsWith('/') ? whole[2] : `/${whole[2]}` };
}

function siteOf(hostname) {
  const name = hostname.endsWith('.localhost') ? hostname.slice(0, -'.localhost'.length) : '';
  return Object.hasOwn(SITES, name) ? name : undefined;
}

function indexOf(hostname, path, host) {
  const isPlain = hostname === 'localhost' || hostname === '127.0.0.1';
  const port = /:\d+$/u.exec(host)?.[0] ?? '';
  if (isPlain && path === '/') {
    return { body: indexPage(port) };
  }
  return isPlain && path.startsWith('/shared/')
    ? fileAt(join(HERE, 'shared'), path.slice('/shared'.length))
    : undefined;
}

async function lookUp(name, path, { origin, sdk, told }) {
  const site = SITES[name];
  if (path.startsWith('/sdk/')) {
    return fileAt(sdk, path.slice('/sdk'.length));
  }
  if (path.startsWith('/shared/')) {
    return fileAt(join(HERE, 'shared'), path.slice('/shared'.length));
  }
  return site.render?.(path, origin, told) ?? fileAt(join(HERE, site.folder, 'public'), path);
}

function send(request, response, { status = 200, type = 'text/html; charset=utf-8', body }, csp = STRICT) {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': csp,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** As a script: on 8080, or the next port that is free. */
async function main() {
  for (let port = 8080; ; port += 1) {
    try {
      const { origins } = await startExamples({ port });
      console.log(['The example vendors:', ...Object.values(origins).map((origin) => `  ${origin}/`)].join('\n'));
      return;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port >= 8180) {
        throw error;
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
