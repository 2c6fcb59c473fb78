import type { Origin, PairwiseId, ThreadId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/**
 * Whether a thread is one of a connected vendor, and the person's name in it.
 *
 * @returns `undefined` for another vendor's thread, for none, and for a vendor that is not connected or blocked: all the same
 */
export function threadOfVendor(
  { database }: AppContext,
  { origin, thread: id }: { readonly origin: Origin; readonly thread: ThreadId },
): Promise<{ readonly person: PairwiseId } | undefined> {
  return read(database, ['threads', 'vendors'], async () => {
    const [vendor, row] = await Promise.all([database.vendors.get(origin), database.threads.get(id)]);
    const isServed = vendor?.isConnected === true && !vendor.isBlocked;
    return isServed && row?.vendor === origin ? { person: row.thread.person } : undefined;
  });
}
