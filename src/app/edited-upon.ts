import { type Rating, lastSaidAt } from '../domain/rating.ts';
import { fingerprint } from '../store/fingerprint.ts';

/** What an edit may change beside the mark. */
const PARTS = ['text', 'tags', 'aspects', 'removed', 'ratedAt', 'isUndated', 'editedAt'] as const;

/**
 * What an edit of the person comes to on another judgement than the one it was made on: what it changed, and for the rest
 * what stands there. Without a judgement there the mark they edited is one that they gave themselves, when they last spoke.
 */
export function editedUpon(
  beneath: Rating | undefined,
  before: Rating,
  after: Rating,
): Omit<Rating, 'createdAt' | 'updatedAt'> {
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...there } = beneath ?? ownMark(after);
  const isChanged = (name: keyof Rating): boolean =>
    fingerprint({ is: before[name] }) !== fingerprint({ is: after[name] });
  const edited = isChanged('given') ? { ...there, given: after.given, value: after.value } : there;
  const changed = PARTS.filter((name) => isChanged(name) && !(name === 'editedAt' && beneath === undefined));
  const left = Object.entries(edited).filter(([name]) => !(changed as readonly string[]).includes(name));
  const set = changed.flatMap((name) => (after[name] === undefined ? [] : [[name, after[name]] as const]));
  return Object.fromEntries([...left, ...set]) as unknown as typeof there;
}

/** A mark without words, as one that was given here. */
function ownMark(rating: Rating): Rating {
  const { itemId, kind, value, given, ratedAt, isUndated, createdAt, updatedAt } = rating;
  const spokenAt = lastSaidAt(rating);
  return {
    itemId,
    kind,
    value,
    given,
    ratedAt: spokenAt ?? ratedAt,
    ...(spokenAt === undefined && isUndated && { isUndated }),
    source: 'person',
    createdAt,
    updatedAt,
  };
}
