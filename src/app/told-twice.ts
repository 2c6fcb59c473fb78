import type { Rating } from '../domain/rating.ts';
import { isLiveSource, type SourceContent, type StoredSourceRecord } from '../domain/source-record.ts';
import { fingerprint } from '../store/fingerprint.ts';

/**
 * Whether one judgement is only the next one's mark, told by another file of the same source with another date: a diary has
 * the day a film was seen, the list of ratings the day on which it was put in, mostly the day after. Two marks of one file are
 * two judgements, however alike.
 *
 * A history then shows the next one alone. Neither date is lost: both files' words stand in the source's record, which is
 * shown on the same page. What is kept is left as it is: the next import compares it with what the files say.
 */
export function isToldTwice(
  earlier: Rating,
  next: Rating | undefined,
  records: readonly StoredSourceRecord[],
): boolean {
  if (!next || earlier.source !== next.source || !isIn(earlier, next)) {
    return false;
  }
  return records.some((record) => {
    if (!isLiveSource(record) || record.source !== next.source || !record.parts) {
      return false;
    }
    const files = Object.values(record.parts);
    const [ofEarlier, ofNext] = [earlier, next].map((rating) => files.filter((file) => says(file, rating)));
    return Boolean(ofEarlier?.length && ofNext?.length && !ofEarlier.some((file) => ofNext.includes(file)));
  });
}

/** The same mark, without a word that the other has not. */
function isIn(earlier: Rating, { given, text, tags = [] }: Rating): boolean {
  return (
    fingerprint(earlier.given) === fingerprint(given) &&
    (earlier.text === undefined || earlier.text === text) &&
    earlier.aspects === undefined &&
    (earlier.tags ?? []).every((tag) => tags.includes(tag))
  );
}

function says({ ratings = [] }: SourceContent, { given, ratedAt, isUndated }: Rating): boolean {
  const at = isUndated ? undefined : ratedAt;
  return ratings.some((one) => one.at === at && fingerprint(one.given) === fingerprint(given));
}
