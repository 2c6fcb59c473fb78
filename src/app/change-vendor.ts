import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Writer } from '../store/writer.ts';

/** Sets what is named of a site's choices, and makes its record if there is none; part of a change. */
export async function changeVendor(
  writer: Writer,
  origin: Origin,
  choices: Partial<Omit<Vendor, 'origin' | 'createdAt' | 'updatedAt'>>,
): Promise<Vendor> {
  const stored = await writer.database.vendors.get(origin);
  const vendor: Vendor = {
    origin,
    isConnected: false,
    hasStars: false,
    isBlocked: false,
    createdAt: writer.stamp,
    ...stored,
    ...choices,
    updatedAt: writer.stamp,
  };
  await writer.choose(vendor);
  return vendor;
}
