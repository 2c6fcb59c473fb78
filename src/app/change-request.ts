import { newRecordId, type RecordId, type RequestId } from '../domain/ids.ts';
import { writeInSteps } from '../store/write.ts';
import { threadsOf } from '../store/threads-of.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest, type Moved, moveIn } from './move-request.ts';
import { refuseUnfit, type RequestInput } from './write-request.ts';

/**
 * Changes a request. A draft's change can be undone; of one that was cast it makes the next version, and those that were asked
 * are told what is new to them: that is done.
 *
 * @returns the change's id, where it can be undone
 * @throws {AppError} `not-found`, `too-much`, `bad-request` as in `writeRequest`; `storage-full`, `storage-unavailable`
 */
export async function changeRequest(
  { database, clock }: AppContext,
  { id, request }: { readonly id: RequestId; readonly request: RequestInput },
): Promise<Moved & { readonly journalId?: RecordId }> {
  refuseUnfit(request);
  const nowMs = clock.nowMs();
  return writeInSteps(database, { tables: REQUEST_TABLES, nowMs, isDurable: true }, async (step) => {
    const row = await keptRequest(database, id);
    const threads = await threadsOf(database, id);
    const { version, phase } = { ...row.cast.request, ...row.cast };
    const event = { kind: 'change', request: { ...request, id, version } } as const;
    const journalId = newRecordId(nowMs);
    const isUndoable = phase.kind === 'draft';
    const moved = await step({ ...(isUndoable && { label: 'write-request' }), journalId }, (writer) =>
      moveIn(() => Promise.resolve(writer), { row, threads, event, nowMs }),
    );
    return { ...moved, ...(isUndoable && { journalId }) };
  });
}
