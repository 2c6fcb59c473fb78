import type { RequestId } from '../domain/ids.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';

/**
 * The person has looked at a request: what came in it is not news any more.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function markTold({ database, clock }: AppContext, { id }: { readonly id: RequestId }): Promise<void> {
  await writeIfNeeded(database, { tables: ['outbox', 'threads'], nowMs: clock.nowMs() }, async () => {
    const threads = await database.threads.where('requestId').equals(id).primaryKeys();
    const news = await database.outbox
      .where(':id')
      .startsWithAnyOf([id, ...threads].map((of) => `${of} tell `))
      .primaryKeys();
    await database.outbox.bulkDelete(news);
  });
}
