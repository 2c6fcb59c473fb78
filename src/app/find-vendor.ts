import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function findVendor(
  _context: AppContext,
  _input: { readonly origin: Origin },
): Promise<Vendor | undefined> {
  throw new AppError('not-supported', 'findVendor is being written.');
}
