import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { pairKey } from '../store/pair-key.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * The person says that two items are two: they are not suggested again.
 *
 * @throws {AppError} `not-found` when they are not even two
 */
export async function refuseJoin(
  { database, clock }: AppContext,
  { one, other }: { readonly one: ItemId; readonly other: ItemId },
): Promise<{ journalId: RecordId }> {
  if (one === other) {
    throw new AppError('not-found', 'There are no two such things.');
  }
  const { journalId } = await write(
    database,
    { tables: ['refusedJoins'], nowMs: clock.nowMs(), label: 'refuse-join' },
    (writer) => writer.put('refusedJoins', { key: pairKey(one, other), updatedAt: writer.stamp }),
  );
  return { journalId };
}
