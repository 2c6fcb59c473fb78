import type { RequestHandler } from './request-handler.ts';

/** As much of Node's `IncomingMessage` as is needed: this module imports nothing of Node. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

/** As much of Node's `ServerResponse`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(text: string): unknown;
}

/** Nothing beyond it is kept. */
const MOST_BYTES = 1_048_577;
/** Nothing beyond it is read from the line, either: who sends more is cut off. */
const MOST_READ = 16 * MOST_BYTES;

/** A listener for Node's `http`: `createServer(nodeListener(handler, 'https://shop.example'))`. A failure of yours is a 500. */
export function nodeListener(
  handler: RequestHandler,
  origin: string,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    try {
      const method = request.method ?? 'GET';
      const body = method === 'POST' ? await bodyOf(request) : undefined;
      const answer = await handler.fetch(
        new Request(new URL(request.url ?? '/', origin), { method, ...(body !== undefined && { body }) }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    } catch (thrown) {
      console.error(thrown);
      response.writeHead(500, { 'Content-Type': 'application/json' });
      response.end('{"problem":"internal"}');
    }
  };
}

/**
 * What is too long ends one byte behind the limit, where the handler sees that it is. The rest is read and thrown away: a line with
 * something unread on it serves no other request.
 */
async function bodyOf(request: NodeRequest): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (length < MOST_BYTES) {
      chunks.push(chunk);
    }
    length += chunk.length;
    if (length >= MOST_READ) {
      break;
    }
  }
  const bytes = new Uint8Array(Math.min(length, MOST_BYTES));
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
