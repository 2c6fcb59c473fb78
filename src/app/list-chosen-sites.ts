import type { Vendor } from '../domain/vendor.ts';
import type { AppContext } from './context.ts';
import { read } from '../store/read.ts';

/** The sites that something of Sayso's belongs on, blocked or not. */
export function listChosenSites({ database }: AppContext): Promise<readonly Vendor[]> {
  return read(database, ['vendors'], async () => {
    const vendors = await database.vendors.toArray();
    return vendors.filter(({ isConnected, hasStars }) => isConnected || hasStars);
  });
}
