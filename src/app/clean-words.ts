import { AppError } from '../domain/errors.ts';
import type { Aspect } from '../domain/rating.ts';
import { commonValue, type Given } from '../domain/scale.ts';

const MAX_TEXT = 20_000;
const MAX_TAGS = 50;
const MAX_TAG = 60;
const MAX_ASPECTS = 30;
const MAX_ASPECT_NAME = 100;

/** @throws {AppError} `bad-request` when the mark is not on its scale. */
export function valueOf(given: Given): number {
  const value = commonValue(given);
  if (value === undefined) {
    throw new AppError('bad-request', 'The mark lies outside its scale.');
  }
  return value;
}

/** What stands for nothing is left out: an empty text, no tags. */
export function cleanWords(words: {
  readonly text?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly aspects?: readonly Aspect[] | undefined;
}): { text?: string; tags?: readonly string[]; aspects?: readonly Aspect[] } {
  const text = (words.text ?? '').trim();
  const tags = cleanTags(words.tags ?? []);
  const aspects = (words.aspects ?? [])
    .map(({ name, given }) => ({ name: name.trim().slice(0, MAX_ASPECT_NAME), given }))
    .filter(({ name, given }) => name !== '' && commonValue(given) !== undefined)
    .slice(0, MAX_ASPECTS);
  if (text.length > MAX_TEXT) {
    throw new AppError('too-much', `A note has at most ${MAX_TEXT} characters.`);
  }
  return {
    ...(text !== '' && { text }),
    ...(tags.length > 0 && { tags }),
    ...(aspects.length > 0 && { aspects }),
  };
}

/** Each once, as it was first written. */
function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => tag.replace(/\s+/gu, ' ').trim().slice(0, MAX_TAG)).filter((tag) => tag !== '');
  return [...new Set(clean)].slice(0, MAX_TAGS);
}
