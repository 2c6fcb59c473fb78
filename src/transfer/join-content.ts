import type { Moment } from '../domain/moment.ts';
import type { SourceContent, SourceRating, Use } from '../domain/source-record.ts';

/**
 * What two rows say of one thing as one. Nothing of either is lost; what both say is said once. The later judgement is the
 * present one: by its date, or by its place in the files where dates do not tell.
 *
 * @param isSameFile - the other is a row of a file of which one has said something already: a mark that it gives once more,
 *   after another of the same time, is given anew. Another file tells again what this one told.
 * @returns `contradicts`: two different marks of the same time
 */
export function joinContent(
  one: SourceContent,
  other: SourceContent,
  isSameFile = false,
): { content: SourceContent; contradicts: boolean } {
  const { ratings, contradicts } = joinRatings(one.ratings, other.ratings, isSameFile);
  const texts = [...(one.earlierTexts ?? []), one.text, ...(other.earlierTexts ?? []), other.text];
  const words = [...new Set(texts.filter((text) => text !== undefined))];
  const text = words.at(-1);
  const earlierTexts = words.slice(0, -1);
  const tags = union(one.tags, other.tags);
  const uses = joinUses([...(one.uses ?? []), ...(other.uses ?? [])]);
  const note = [...new Set([one.note, other.note].filter((words_) => words_ !== undefined))].join('\n\n');
  const useCount = Math.max(one.useCount ?? 0, other.useCount ?? 0);
  const others = joinOthers(one.others, other.others);
  return {
    content: {
      ...(ratings.length > 0 && { ratings }),
      ...(text !== undefined && { text }),
      ...(earlierTexts.length > 0 && { earlierTexts }),
      ...((one.aspects ?? other.aspects) && { aspects: [...(other.aspects ?? one.aspects ?? [])] }),
      ...(tags.length > 0 && { tags }),
      ...(note !== '' && { note }),
      ...(uses.length > 0 && { uses }),
      ...(useCount > 0 && { useCount }),
      ...((one.liked ?? other.liked) && { liked: earlier(one.liked, other.liked) }),
      ...((one.owned ?? other.owned) && { owned: joinOwned(one.owned, other.owned) }),
      ...((one.wanted ?? other.wanted) && { wanted: earlier(one.wanted, other.wanted) }),
      ...(Object.keys(others).length > 0 && { others }),
    },
    contradicts,
  };
}

function joinRatings(
  one: readonly SourceRating[] = [],
  other: readonly SourceRating[] = [],
  isSameFile: boolean,
): { ratings: SourceRating[]; contradicts: boolean } {
  const isKnown = (rating: SourceRating): boolean => one.some((known) => isSame(known, rating));
  const isLast = (rating: SourceRating): boolean => {
    const last = one.findLast(({ at }) => at === rating.at);
    return last !== undefined && isSame(last, rating);
  };
  const added = other.filter((rating) => (isSameFile ? !isLast(rating) : !isKnown(rating)));
  const contradicts = added.some(({ at }) => one.some((known) => known.at === at));
  const all = [...one.filter((known) => !added.some((rating) => isSame(known, rating))), ...added];
  // One of an unknown time says no more than the same one of a known time.
  const ratings = all.filter(
    (rating) => rating.at !== undefined || !all.some((known) => known.at !== undefined && isSameMark(known, rating)),
  );
  // Those of an unknown time are the earliest; sorting is stable, so a later row of the same time comes later.
  return { ratings: ratings.sort((left, right) => order(left.at, right.at)), contradicts };
}

function isSame(left: SourceRating, right: SourceRating): boolean {
  return left.at === right.at && isSameMark(left, right);
}

function isSameMark(left: SourceRating, right: SourceRating): boolean {
  return (
    left.given.value === right.given.value &&
    left.given.best === right.given.best &&
    left.given.worst === right.given.worst
  );
}

/** Each time once. A use of an unknown time says no more than one of a known time. */
function joinUses(uses: readonly Use[]): Use[] {
  const byTime = new Map<Moment | undefined, Use>();
  for (const use of uses) {
    const known = byTime.get(use.at);
    byTime.set(use.at, known?.isRepeat === true ? known : use);
  }
  if (byTime.size > 1) {
    byTime.delete(undefined);
  }
  return [...byTime.values()].sort((left, right) => order(left.at, right.at));
}

function joinOwned(one: SourceContent['owned'], other: SourceContent['owned']): NonNullable<SourceContent['owned']> {
  const count = (one?.count ?? 0) + (other?.count ?? 0);
  return { ...earlier(one, other), ...(count > 0 && { count }) };
}

/** Since when: the earlier of two known times, with whatever else was said. */
function earlier<T extends { readonly at?: Moment }>(one: T | undefined, other: T | undefined): T {
  const at = [one?.at, other?.at].filter((moment) => moment !== undefined).sort(order)[0];
  return { ...other, ...one, ...(at !== undefined && { at }) } as T;
}

function joinOthers(one: SourceContent['others'] = {}, other: SourceContent['others'] = {}): Record<string, string> {
  const joined = new Map(Object.entries(one));
  for (const [name, text] of Object.entries(other)) {
    const known = joined.get(name);
    const isNew = known !== undefined && known !== text && !known.split('; ').includes(text);
    joined.set(name, isNew ? `${known}; ${text}` : (known ?? text));
  }
  return Object.fromEntries(joined);
}

function union(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return [...new Set([...one, ...other])];
}

function order(left = '', right = ''): number {
  return Number(left > right) - Number(left < right);
}
