import { AppError } from '../../domain/errors.ts';
import { type MessageId, type Origin, readMessageId } from '../../domain/ids.ts';
import type { VendorMessage as Heard } from '../../domain/thread-message.ts';
import type { VendorMessage } from '../../protocol/customer-reply.ts';
import type { Demand } from '../../protocol/customer-request.ts';
import { quoteProblem } from '../../policy/request/check-quote.ts';
import { readVendorMessage } from '../../protocol/request/read-vendor-message.ts';
import { ReplyError } from './reply-error.ts';

/**
 * Checks a reply as the person's Sayso will: its form by the same schemas, and whether it answers what was asked.
 *
 * @param demand - the newest copy you got of the request
 * @param vendor - your own origin
 * @throws {ReplyError} with the path and the rule of the first fault
 */
export function checkReply(
  reply: VendorMessage,
  { demand, vendor, id = 'reply' }: { readonly demand: Demand; readonly vendor: string; readonly id?: string },
): void {
  const heard = read(reply, { id, vendor });
  if ('copy' in heard && heard.copy > demand.copy) {
    throw new ReplyError(`copy: You were sent ${demand.copy}, and answer ${heard.copy}`);
  }
  if (heard.kind === 'interest' && demand.stage !== 'kind') {
    throw new ReplyError(
      'kind: You have the whole request; answer it with a quote, a referral, a question or a decline',
    );
  }
  const lines = new Set((demand.lines ?? []).map(({ line }) => line));
  if (heard.kind === 'question' && heard.line !== undefined && !lines.has(heard.line)) {
    throw new ReplyError(`line: The request has no line ${heard.line}`);
  }
  if (heard.kind !== 'quote') {
    return;
  }
  if (demand.stage === 'kind') {
    throw new ReplyError(
      'kind: You have only the first copy; answer it with interest, a referral, a question or a decline',
    );
  }
  const unknown = heard.lines.find(({ line }) => !lines.has(line));
  if (unknown) {
    throw new ReplyError(`lines: The request has no line ${unknown.line}`);
  }
  const amounts = heard.lines.flatMap((line) => (line.kind === 'offered' ? line.price.tiers : []));
  const other = amounts.find(({ amount }) => amount.currency !== heard.currency);
  if (other) {
    throw new ReplyError(`lines: An amount is in ${other.amount.currency}, the quote in ${heard.currency}`);
  }
  const keys = heard.lines.flatMap((line) => (line.kind === 'offered' ? [line.key] : []));
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new ReplyError(`lines: Two offers have the key ${twice}`);
  }
  const asked = { stage: 'whole', lines: [...lines].map((number) => ({ number })) } as const;
  const problem = quoteProblem(heard, asked, Date.now());
  if (problem !== undefined) {
    throw new ReplyError(
      problem === 'quote-expired' ? 'priceValidUntil: It is over' : `lines: It is refused as ${problem}`,
    );
  }
}

function read(reply: VendorMessage, { id, vendor }: { readonly id: string; readonly vendor: string }): Heard {
  const messageId: MessageId | undefined = readMessageId(id);
  if (messageId === undefined) {
    throw new ReplyError('id: Not 1 to 64 of A-Z a-z 0-9 . _ : -');
  }
  try {
    return readVendorMessage(reply, { id: messageId, vendor: vendor as Origin });
  } catch (thrown) {
    if (thrown instanceof AppError) {
      throw new ReplyError(thrown.message);
    }
    throw thrown;
  }
}
