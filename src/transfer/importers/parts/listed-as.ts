import type { Moment } from '../../../domain/moment.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import type { Choice } from '../../importer.ts';
import { whenOf } from './when-of.ts';

/** What a list can be of. */
export const LIST_CHOICES: readonly Choice[] = ['seen', 'wanted', 'liked'].map((value) => ({ value }));

/**
 * What standing on a list says. The day it was put there is the day of the wish or the like, but not of the seeing.
 *
 * @param choice - one of {@link LIST_CHOICES}; nothing is said without it
 * @param words - what the person wrote beside it: the source's name of the field, and the text
 */
export function listedAs(
  choice: string | undefined,
  at: Moment | undefined,
  [field, note]: readonly [string, string | undefined] = ['', undefined],
): SourceContent {
  const others = note === undefined ? {} : { others: { [field]: note } };
  switch (choice) {
    case 'wanted':
      return { wanted: { ...whenOf(at), ...(note !== undefined && { note }) } };
    case 'liked':
      return { liked: whenOf(at), ...others };
    case 'seen':
      return { uses: [{}], ...others };
    default:
      return others;
  }
}

/** What the path of a file says of its list, as a question's suggestion; nothing when it says nothing. */
export function suggestedByPath(path: string): { suggested?: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /watch-?_?list|want/iu.test(name)
    ? { suggested: 'wanted' }
    : /favou?rite|liked?(?![a-z])/iu.test(name)
      ? { suggested: 'liked' }
      : /watched|seen|check-?_?ins?(?![a-z])/iu.test(name)
        ? { suggested: 'seen' }
        : {};
}
