import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function blockVendor(
  _context: AppContext,
  _input: { readonly origin: Origin; readonly isBlocked: boolean },
): Promise<Vendor> {
  throw new AppError('not-supported', 'blockVendor is being written.');
}
