import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** A site whose every page is this one. It has no security policy: what fails on it fails for another reason. */
export function pageSite(html: string): Site {
  return (_request, response) => {
    sendPage(response, html);
  };
}

export function sendPage(response: ServerResponse, html: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">${html}`);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** A site made of the files of a folder, without a security policy of its own. */
export function folderSite(folder: string): Site {
  return (request, response) => {
    const path = pathOf(request);
    readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)).then(
      (bytes) => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html; charset=utf-8');
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  };
}

/** The path that a request names, as a browser's own (`/a/b`, normalised), without its query. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(url, 'http://any.localhost').pathname;
}
