import type { SourceContent } from '../domain/source-record.ts';
import type { Reason } from './entry.ts';
import { KEPT } from './kept-limits.ts';

/** What is kept, and why there is less than was said: `too-many`, `too-long`, each at most once. */
interface BoundContent {
  readonly content: SourceContent;
  readonly cut: readonly Reason[];
}

/**
 * As much of what a source says as Sayso keeps ({@link KEPT}). Of marks, reviews and times the latest stay, of all else the
 * first; of a text its beginning. What is within the bounds comes back as it is, the same object.
 */
export function boundContent(content: SourceContent): BoundContent {
  return isSmall(content) ? { content, cut: [] } : cutContent(content);
}

/**
 * Whether it is far below every bound: all of its letters together are fewer than the shortest text may have. Nearly every
 * row is, and an import has a hundred thousand of them.
 */
function isSmall(content: SourceContent): boolean {
  const { ratings = [], text = '', earlierTexts = [], aspects = [], tags = [], note = '', uses = [] } = content;
  const { useCount = 0, owned: { count = 0 } = {}, wanted, others } = content;
  if ([ratings, earlierTexts, aspects, tags, uses].some(({ length }) => length > KEPT.list)) {
    return false;
  }
  let letters = text.length + note.length + (wanted?.note?.length ?? 0);
  for (const words of [...earlierTexts, ...tags, ...Object.entries(others ?? {}).flat()]) {
    letters += words.length;
  }
  for (const { name } of aspects) {
    letters += name.length;
  }
  return letters <= KEPT.name && isCount(useCount) && isCount(count);
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= KEPT.count;
}

function cutContent(content: SourceContent): BoundContent {
  const bounds = new Bounds();
  const { ratings, text, earlierTexts, aspects, tags, note, uses, useCount, owned, wanted, others } = content;
  const least = {
    ...(ratings && { ratings: bounds.last(ratings, KEPT.list) }),
    ...(text !== undefined && { text: bounds.text(text) }),
    ...(note !== undefined && { note: bounds.text(note) }),
    ...(wanted && { wanted: wanted.note === undefined ? wanted : { ...wanted, note: bounds.text(wanted.note) } }),
    ...(earlierTexts && { earlierTexts: bounds.texts(bounds.last(earlierTexts, KEPT.list)) }),
    ...(others && { others: bounds.fields(others) }),
    ...(aspects && {
      aspects: bounds.first(aspects, KEPT.list).map((aspect) => ({ ...aspect, name: bounds.name(aspect.name) })),
    }),
    ...(tags && { tags: [...new Set(bounds.first(tags, KEPT.list).map((tag) => bounds.name(tag)))] }),
    ...(uses && { uses: bounds.last(uses, KEPT.uses) }),
    ...(useCount !== undefined && { useCount: bounds.count(useCount) }),
    ...(owned && { owned: owned.count === undefined ? owned : { ...owned, count: bounds.count(owned.count) } }),
  };
  return bounds.cut.size === 0
    ? { content, cut: [] }
    : { content: { ...content, ...least }, cut: [...bounds.cut].sort() };
}

/** At most so many letters, without half a character at the end. */
export function cutTo(text: string, letters: number): string {
  return text.length <= letters ? text : text.slice(0, letters).replace(/\p{Surrogate}$/u, '');
}

/** Cuts one content, and remembers that it did. */
class Bounds {
  readonly cut = new Set<Reason>();
  #words: number = KEPT.words;

  first<T>(list: readonly T[], most: number): readonly T[] {
    return list.length <= most ? list : this.#tooMany(list.slice(0, most));
  }

  last<T>(list: readonly T[], most: number): readonly T[] {
    return list.length <= most ? list : this.#tooMany(list.slice(-most));
  }

  name(text: string): string {
    return this.#letters(text, KEPT.name);
  }

  /** Of what is left for the words of all. */
  text(text: string): string {
    const kept = this.#letters(text, Math.min(KEPT.text, this.#words));
    this.#words -= kept.length;
    return kept;
  }

  /** The latest of them, which stand last: one for which no room is left goes whole. */
  texts(texts: readonly string[]): readonly string[] {
    const kept: string[] = [];
    for (const text of texts.toReversed()) {
      if (text.length > this.#words) {
        this.cut.add('too-many');
        break;
      }
      kept.push(this.text(text));
    }
    return kept.reverse();
  }

  fields(others: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      this.first(Object.entries(others), KEPT.list).map(([name, text]) => [this.name(name), this.text(text)]),
    );
  }

  /** A whole number of things. */
  count(count: number): number {
    const whole = count >= 0 ? Math.min(Math.floor(count), KEPT.count) : 0;
    return whole === count ? count : this.#tooMany(whole);
  }

  #letters(text: string, most: number): string {
    return text.length <= most ? text : this.#noted('too-long', cutTo(text, most));
  }

  #tooMany<T>(kept: T): T {
    return this.#noted('too-many', kept);
  }

  #noted<T>(reason: Reason, kept: T): T {
    this.cut.add(reason);
    return kept;
  }
}
