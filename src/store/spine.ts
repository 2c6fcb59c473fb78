import type { ItemId } from '../domain/ids.ts';
import type { Item, ItemKind } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';

/** What a shelf can hold one of, for each thing. */
export interface Shelved {
  readonly itemId: ItemId;
  /** Folded; what is searched. Absent in what nobody searches. */
  readonly text?: string;
}

/** What any list of things is sorted and filtered by, of one thing: small, so that all of them fit in memory. */
export interface ThingSpine extends Shelved {
  readonly kind: ItemKind;
  readonly tags: readonly string[];
  readonly name: string;
  /** Of the thing. Absent when nobody knows. */
  readonly year: number | undefined;
  /** Name, makers, series, brand, tags and note, folded: what a search looks in. */
  readonly text: string;
}

/** The same of one rating. */
export interface Spine extends ThingSpine {
  readonly value: number;
  /** When it came here, of one that {@link isUndated}. */
  readonly ratedAt: string;
  readonly isUndated: boolean;
  readonly source: string;
}

export function spineOf({ item, rating }: { readonly item: Item; readonly rating: Rating }): Spine {
  const { name, year } = item;
  const { tags = [], text = '' } = rating;
  return {
    itemId: rating.itemId,
    kind: rating.kind,
    value: rating.value,
    ratedAt: rating.ratedAt,
    isUndated: rating.isUndated === true,
    source: rating.source,
    tags,
    name,
    year,
    text: searched(item, [...tags, text]),
  };
}

/** What a search looks in: what the thing is called and who made it, and these words of the person. */
export function searched({ name, creators = [], series = '', brand = '' }: Item, words: readonly string[]): string {
  return folded([name, ...creators, series, brand, ...words].join('\n'));
}

/** As a search folds it: no letter case, no accents, single blanks. */
export function folded(text: string): string {
  // Most names are plain ASCII: to look is a tenth of the work of taking accents apart.
  const bare = /[^\p{ASCII}]/u.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return bare.toLowerCase().replace(/\s+/gu, ' ').trim();
}
