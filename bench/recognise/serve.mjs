import { createServer } from 'node:http';

/**
 * Serves documents on loopback under a policy that lets nothing in them run or load.
 *
 * @param {(path: string) => string | undefined} documentAt - the HTML at a path, `undefined` for none
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(documentAt) {
  const server = createServer((request, response) => {
    const html = documentAt(request.url ?? '/');
    response.writeHead(html === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri *",
      'cache-control': 'no-store',
    });
    response.end(html ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
