import type { SourceContent } from '../domain/source-record.ts';

/** What is counted of an import: of how many things there is any. */
export const COUNTED = ['ratings', 'reviews', 'intentions', 'likes', 'owned', 'seen'] as const;
export type Counted = (typeof COUNTED)[number];

/** How many things one file alone says what of. A thing that several files speak of counts in each. */
export interface FileCounts extends Readonly<Record<Counted, number>> {
  /** Which of the import's files. */
  readonly file: number;
  readonly rows: number;
}

/** What of it a source says. */
export function countedIn({ ratings, text, wanted, liked, owned, uses, useCount }: SourceContent): Counted[] {
  const is: Readonly<Record<Counted, boolean>> = {
    ratings: ratings !== undefined,
    reviews: text !== undefined,
    intentions: wanted !== undefined,
    likes: liked !== undefined,
    owned: owned !== undefined,
    seen: uses !== undefined || useCount !== undefined,
  };
  return COUNTED.filter((one) => is[one]);
}
