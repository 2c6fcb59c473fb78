import type { Rating, WordsRemoved } from '../domain/rating.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { isTagRemoved, isTextRemoved, stillRemoved } from '../store/words-removed.ts';

/**
 * What a source says of a thing, without the tags and the review that the person has taken off here: what goes
 * to another service is what they have here.
 */
export function withoutRemoved(content: SourceContent, removed: WordsRemoved | undefined): SourceContent {
  if (removed === undefined) {
    return content;
  }
  const { text, earlierTexts, tags, ...rest } = content;
  const isLeft = (one: string): boolean => !isTextRemoved(removed, one);
  const texts = earlierTexts?.filter(isLeft) ?? [];
  const left = tags?.filter((tag) => !isTagRemoved(removed, tag)) ?? [];
  return {
    ...rest,
    ...(text !== undefined && isLeft(text) && { text }),
    ...(texts.length > 0 && { earlierTexts: texts }),
    ...(left.length > 0 && { tags: left }),
  };
}

/**
 * What of a thing was taken off and not put on again. A mark that is cleared takes along what it knew of that, and what
 * follows it does not know.
 *
 * @param judgements - all of the thing, the present one last
 */
export function removedSoFar(
  judgements: Iterable<Pick<Rating, 'text' | 'tags' | 'removed'>>,
): WordsRemoved | undefined {
  let removed: WordsRemoved = {};
  for (const { removed: now = {}, ...words } of judgements) {
    const before = stillRemoved(removed, words) ?? {};
    removed = {
      tags: [...(before.tags ?? []), ...(now.tags ?? [])],
      texts: [...(before.texts ?? []), ...(now.texts ?? [])],
    };
  }
  return stillRemoved(removed, {});
}
