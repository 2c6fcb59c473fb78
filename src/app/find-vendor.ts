import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** What the person chose for a site; `undefined` when nothing was ever chosen. */
export function findVendor(
  { database }: AppContext,
  { origin }: { readonly origin: Origin },
): Promise<Vendor | undefined> {
  return read(database, ['vendors'], () => database.vendors.get(origin));
}
