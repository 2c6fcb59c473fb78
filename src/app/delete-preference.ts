import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import { preferenceTombstone } from '../store/tombstones.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/** @throws {AppError} `not-found` */
export async function deletePreference(
  { database, clock }: AppContext,
  { id }: { readonly id: RecordId },
): Promise<{ journalId: RecordId }> {
  const { journalId } = await write(
    database,
    { tables: ['preferences'], nowMs: clock.nowMs(), label: 'delete-preference' },
    async (writer) => {
      const stored = await database.preferences.get(id);
      if (!stored || 'deletedAt' in stored) {
        throw new AppError('not-found', 'There is no such preference.');
      }
      await writer.put('preferences', preferenceTombstone(stored, writer.stamp));
    },
  );
  return { journalId };
}
