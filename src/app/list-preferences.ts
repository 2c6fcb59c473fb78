import { AppError } from '../domain/errors.ts';
import type { Preference } from '../domain/preference.ts';
import type { AppContext } from './context.ts';

export async function listPreferences(_context: AppContext): Promise<Preference[]> {
  throw new AppError('not-supported', 'listPreferences is being written.');
}
