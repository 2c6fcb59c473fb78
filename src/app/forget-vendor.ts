import type { Origin, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function forgetVendor(
  _context: AppContext,
  _input: { readonly origin: Origin },
): Promise<{ journalId: RecordId }> {
  throw new AppError('not-supported', 'forgetVendor is being written.');
}
