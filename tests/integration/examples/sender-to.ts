import { request } from 'node:http';
import type { Sender } from '../../../src/sdk/server/sender.ts';

/** Asks the one socket for whatever host: nobody’s name service need know the examples. */
export function senderTo(port: number): Sender {
  return (address, { method = 'GET', headers, body, signal }) => {
    const { host, pathname, search } = new URL(address);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path: pathname + search,
          method,
          headers: { ...(headers as Record<string, string>), host },
          ...(signal && { signal }),
        },
        (came) => {
          const chunks: Buffer[] = [];
          came.on('data', (chunk: Buffer) => chunks.push(chunk));
          came.on('end', () => {
            const fields = Object.entries(came.headers).map(
              ([name, value]) => [name, String(value)] as [string, string],
            );
            const text = Buffer.concat(chunks).toString();
            const status = came.statusCode ?? 500;
            resolve(new Response(status === 204 ? null : text, { status, headers: fields }));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  };
}
