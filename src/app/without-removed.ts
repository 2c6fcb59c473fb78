import type { Rating } from '../domain/rating.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { isTagRemoved, isTextRemoved } from '../store/words-removed.ts';

/**
 * What a source says of a thing, without the tags and the review that the person has taken off the rating here: what goes
 * to another service is what they have here.
 */
export function withoutRemoved(content: SourceContent, rating: Rating | undefined): SourceContent {
  const removed = rating?.removed;
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
