import type { GarbledReason } from '../policy/request/thread-event.ts';
import { REQUEST_LIMITS } from '../policy/request/request-limits.ts';
import type { ThreadId } from '../domain/ids.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import type { ThreadRow } from '../store/request-rows.ts';
import { lengthOfHeard } from './keep-step.ts';
import type { Moved } from './move-request.ts';
import type { RequestTurn } from './request-turn.ts';

/** What a vendor says, or why that can't be read. */
export type Said = VendorMessage | GarbledReason;

/** The same beside what it was read from. */
export interface SaidAndSigned {
  readonly said: Said;
  readonly signed?: SignedMessage;
}

/** Takes in what a vendor says in a thread of its own. */
export function hearInThread(turn: RequestTurn, id: ThreadId, heard: SaidAndSigned): Moved {
  const { said, signed } = heard;
  const row = turn.threadRow(id);
  if (row && isTooMuch(row, heard)) {
    return { refusal: 'too-many' };
  }
  return typeof said === 'string'
    ? turn.happen(id, { kind: 'garbled', reason: said })
    : turn.happen(id, { kind: 'heard', message: said }, signed);
}

/** Beyond what is kept of one vendor in one thread. It can still confirm an order. */
function isTooMuch({ length, thread }: ThreadRow, { said, signed }: SaidAndSigned): boolean {
  return (
    typeof said !== 'string' &&
    said.kind !== 'confirmation' &&
    !thread.heard.some(({ id }) => id === said.id) &&
    length + lengthOfHeard(said, signed) > REQUEST_LIMITS.storyLength
  );
}
