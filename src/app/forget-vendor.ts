import { AppError } from '../domain/errors.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { eraseVendor } from '../store/erase-vendor.ts';
import { forgetRelationKeys } from '../store/relation-keys.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { eraseThreads } from './erase-threads.ts';
import { REQUEST_TABLES } from './keep-step.ts';

/**
 * Deletes a site's record and all that passed between it and the person: grants, decisions, reads, what was asked of it and
 * answered, ordered and proposed, and the keys. An undo brings back the newest of them while it lasts, and no key.
 *
 * @throws {AppError} `not-found`
 */
export async function forgetVendor(
  { database, clock }: AppContext,
  { origin }: { readonly origin: Origin },
): Promise<{ journalId: RecordId }> {
  const { journalId } = await write(
    database,
    {
      tables: [
        'vendors',
        'grants',
        'grantChanges',
        'decisions',
        'disclosures',
        'hushed',
        ...REQUEST_TABLES,
        'proposals',
        'settings',
      ],
      nowMs: clock.nowMs(),
      label: 'forget-vendor',
      isDurable: true,
    },
    async (writer) => {
      if (!(await database.vendors.get(origin))) {
        throw new AppError('not-found', 'There is no such site.');
      }
      await eraseThreads(writer, origin);
      await eraseVendor(writer, origin);
      await forgetRelationKeys(database, origin);
    },
  );
  return { journalId };
}
