import type { Rating, WordsRemoved } from '../domain/rating.ts';
import type { SourceContent } from '../domain/source-record.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * What the person has taken off here once this judgement follows that one: what it still had and this one lacks, as far
 * as a source says it. What no source says comes back from nowhere.
 *
 * @param said - what sources say of the thing
 */
export function removedAfter(
  { removed = {}, ...before }: Rating,
  now: Pick<Rating, 'text' | 'tags'>,
  said: readonly SourceContent[],
): WordsRemoved | undefined {
  const tags = new Set(said.flatMap((content) => (content.tags ?? []).map(tagOf)));
  const texts = new Set(
    said.flatMap(({ text = [], earlierTexts = [] }) => [...earlierTexts].concat(text)).map(printOf),
  );
  const prints = before.text === undefined ? [] : [printOf(before.text)];
  return stillRemoved(
    {
      tags: [...(removed.tags ?? []), ...(before.tags ?? []).filter((tag) => tags.has(tagOf(tag)))],
      texts: [...(removed.texts ?? []), ...prints.filter((print) => texts.has(print))],
    },
    now,
  );
}

/** The same without what this judgement says again. Another text takes the place of the one before, which is no removal. */
export function stillRemoved(
  { tags = [], texts = [] }: WordsRemoved,
  now: Pick<Rating, 'text' | 'tags'>,
): WordsRemoved | undefined {
  const gone = [...new Set(tags)].filter((tag) => now.tags?.includes(tag) !== true);
  const silent = now.text === undefined ? [...new Set(texts)] : [];
  return gone.length + silent.length === 0
    ? undefined
    : { ...(gone.length > 0 && { tags: gone }), ...(silent.length > 0 && { texts: silent }) };
}

/** Whether this tag was taken off, however a source spaces it. */
export function isTagRemoved({ tags = [] }: WordsRemoved, tag: string): boolean {
  return tags.some((one) => tagOf(one) === tagOf(tag));
}

export function isTextRemoved({ texts = [] }: WordsRemoved, text: string): boolean {
  return texts.includes(printOf(text));
}

/** A rating's own tags are cut to some length, a source's are not. */
function tagOf(tag: string): string {
  return tag.replace(/\s+/gu, ' ').trim().slice(0, 60);
}

function printOf(text: string): string {
  return fingerprint({ text: text.trim() });
}
