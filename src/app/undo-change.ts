import type { RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function undoChange(
  _context: AppContext,
  _input: { readonly journalId: RecordId },
): Promise<{ undone: number; kept: number }> {
  throw new AppError('not-supported', 'undoChange is being written.');
}
