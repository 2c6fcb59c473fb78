import { AppError } from '../domain/errors.ts';
import type { RecordId, RequestId } from '../domain/ids.ts';
import { requestTombstone } from '../store/tombstones.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { keptRequest } from './move-request.ts';

/**
 * Throws a draft away. An undo brings it back.
 *
 * @throws {AppError} `not-found`; `conflict` for one that some vendor had: that one ends, and stays
 */
export async function discardRequest(
  { database, clock }: AppContext,
  { id }: { readonly id: RequestId },
): Promise<{ journalId: RecordId }> {
  const options = { tables: ['requests'], nowMs: clock.nowMs(), label: 'discard-request' } as const;
  const { journalId } = await write(database, options, async (writer) => {
    const row = await keptRequest(database, id);
    if (row.castAtMs !== undefined) {
      throw new AppError('conflict', 'A request that was cast can’t be thrown away.');
    }
    await writer.put('requests', requestTombstone(row, writer.stamp));
  });
  return { journalId };
}
