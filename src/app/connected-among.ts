import type { Origin } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** Those of these sites that are connected at this moment. */
export async function connectedAmong(
  { database }: AppContext,
  origins: readonly Origin[],
): Promise<ReadonlySet<Origin>> {
  const rows = await read(database, ['vendors'], () => database.vendors.bulkGet([...new Set(origins)]));
  return new Set(rows.flatMap((row) => (row?.isConnected ? [row.origin] : [])));
}
