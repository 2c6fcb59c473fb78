import { AppError } from '../domain/errors.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { type Preference, PREFERENCE_KEY, type Strength } from '../domain/preference.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

const MAX_VALUE = 500;
const MAX_UNIT = 40;

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

/** @throws {AppError} `bad-request` for a key or value out of form; `not-found` for an `id` that is not there */
export async function savePreference(
  { database, clock }: AppContext,
  { id, ...input }: PreferenceInput,
): Promise<{ preference: Preference; journalId: RecordId }> {
  const nowMs = clock.nowMs();
  const wish = cleanWish(input);
  const { value, journalId } = await write(
    database,
    { tables: ['preferences'], nowMs, label: 'save-preference' },
    async (writer) => {
      const stored = id === undefined ? undefined : await database.preferences.get(id);
      if (id !== undefined && (!stored || 'deletedAt' in stored)) {
        throw new AppError('not-found', 'There is no such preference.');
      }
      const preference: Preference = {
        ...wish,
        id: id ?? newRecordId(nowMs),
        createdAt: stored?.createdAt ?? writer.stamp,
        updatedAt: writer.stamp,
      };
      await writer.put('preferences', preference);
      return preference;
    },
  );
  return { preference: value, journalId };
}

function cleanWish({
  key,
  value,
  unit,
  strength,
  kinds,
  isPrivate,
}: Omit<PreferenceInput, 'id'>): Omit<Preference, 'id' | 'createdAt' | 'updatedAt'> {
  const words = value.replace(/\s+/gu, ' ').trim();
  const measure = unit?.trim() ?? '';
  if (!PREFERENCE_KEY.test(key)) {
    throw new AppError('bad-request', 'A key is lower case, with hyphens, at most 40 characters.');
  }
  if (words === '' || words.length > MAX_VALUE || measure.length > MAX_UNIT) {
    throw new AppError('bad-request', `A value has 1 to ${MAX_VALUE} characters, a unit at most ${MAX_UNIT}.`);
  }
  return {
    key,
    value: words,
    ...(measure !== '' && { unit: measure }),
    strength,
    ...(kinds && { kinds: [...kinds] }),
    isPrivate,
  };
}
