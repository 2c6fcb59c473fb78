import { budgetFault } from '../domain/budget-fault.ts';
import { AppError } from '../domain/errors.ts';
import { newRecordId, type RecordId, type RequestId } from '../domain/ids.ts';
import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import { REQUEST_LIMITS } from '../policy/request/request-limits.ts';
import { newCastRequest } from '../policy/request/step-request.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/** What the person writes: its id and version are given. */
export type RequestInput = Omit<RequestForProposals, 'id' | 'version'>;

/** In UTF-16 units of JSON: a hundred lines with all there is to say of them. */
const MAX_LENGTH = 200_000;

/**
 * Begins a request: a draft, which no vendor knows of. An undo takes it away again.
 *
 * @throws {AppError} `too-much`; `bad-request` for a budget that is none
 */
export async function writeRequest(
  { database, clock }: AppContext,
  { request }: { readonly request: RequestInput },
): Promise<{ id: RequestId; journalId: RecordId }> {
  refuseUnfit(request);
  const nowMs = clock.nowMs();
  const id: RequestId = newRecordId(nowMs);
  const { journalId } = await write(database, { tables: ['requests'], nowMs, label: 'write-request' }, (writer) =>
    writer.put('requests', {
      id,
      cast: newCastRequest({ ...request, id, version: 1 }),
      createdAt: writer.stamp,
      updatedAt: writer.stamp,
    }),
  );
  return { id, journalId };
}

/** @throws {AppError} `too-much`; `bad-request` for a budget in two currencies, or whose lower end is above the other */
export function refuseUnfit(request: RequestInput): void {
  if (request.lines.length > REQUEST_LIMITS.lines || JSON.stringify(request).length > MAX_LENGTH) {
    throw new AppError('too-much', 'The request is too large.');
  }
  const { budget } = request;
  if (budget && budgetFault(budget) !== undefined) {
    throw new AppError('bad-request', 'A budget is in one currency, and its lower end is not above the other.');
  }
}
