import type { RecordId } from '../domain/ids.ts';
import type { ChangeLabel } from '../store/journal-entry.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface ChangeEntry {
  readonly id: RecordId;
  readonly atMs: number;
  readonly label: ChangeLabel;
  readonly count: number;
  readonly isUndone: boolean;
}

export async function listChanges(_context: AppContext, _input: { readonly limit: number }): Promise<ChangeEntry[]> {
  throw new AppError('not-supported', 'listChanges is being written.');
}
