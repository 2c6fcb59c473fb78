import { request } from 'node:http';

export interface Got {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface GetOptions {
  readonly method?: string;
  /** The `Host` header. */
  readonly host?: string;
}

/** One request just as it is written, without a client that mends the path: `target` is the request line's own. */
export function get(
  port: number,
  target: string,
  { method = 'GET', host = 'localhost' }: GetOptions = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path: target, headers: { host }, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => {
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, type: headers['content-type'] ?? '', headers, body });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
