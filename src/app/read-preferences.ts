import type { Origin, RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Preference } from '../domain/preference.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface PreferencesRead {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly query: {
    readonly keys?: readonly string[] | undefined;
    /** Only those that apply to one of these. */
    readonly kinds?: readonly ItemKind[] | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  };
}

export interface PreferencesPage {
  readonly preferences: Preference[];
  readonly next?: string;
}

export async function readPreferences(_context: AppContext, _input: PreferencesRead): Promise<PreferencesPage> {
  throw new AppError('not-supported', 'readPreferences is being written.');
}
