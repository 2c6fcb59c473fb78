import { newRecordId } from '../../../src/domain/ids.ts';
import { nextStamp } from '../../../src/domain/clock.ts';
import type { Preference } from '../../../src/domain/preference.ts';

/** A preference with what the test is about; the rest is made up. */
export function preferenceOf(about: Pick<Preference, 'key' | 'value' | 'strength'> & Partial<Preference>): Preference {
  const stamp = nextStamp(undefined, 0, 'aaaaaaaa');
  return { id: newRecordId(0), isPrivate: false, createdAt: stamp, updatedAt: stamp, ...about };
}
