import type { RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function deletePreference(
  _context: AppContext,
  _input: { readonly id: RecordId },
): Promise<{ journalId: RecordId }> {
  throw new AppError('not-supported', 'deletePreference is being written.');
}
