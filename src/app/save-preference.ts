import type { RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Preference, Strength } from '../domain/preference.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface PreferenceInput {
  /** The one to change; a new one when absent. */
  readonly id?: RecordId;
  readonly key: string;
  readonly value: string;
  readonly unit?: string;
  readonly strength: Strength;
  /** Absent means all kinds, an empty list none. */
  readonly kinds?: readonly ItemKind[];
  readonly isPrivate: boolean;
}

export async function savePreference(
  _context: AppContext,
  _input: PreferenceInput,
): Promise<{ preference: Preference; journalId: RecordId }> {
  throw new AppError('not-supported', 'savePreference is being written.');
}
