import type { SignedByVendor } from '../../protocol/customer-reply.ts';
import { MESSAGE_VERSION } from '../../protocol/signing/envelope.ts';

/** No answer is for anybody else, so none is kept on its way. */
const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

export function answerJson(
  status: number,
  body: { readonly messages: readonly SignedByVendor[]; readonly status?: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ sayso: MESSAGE_VERSION, ...body }), {
    status,
    headers: { ...HEADERS, ...headers },
  });
}

/** @param problem - for whoever reads the log at the other end; nothing there branches on it */
export function problemAnswer(
  status: number,
  problem: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ problem }), { status, headers: { ...HEADERS, ...headers } });
}
