import type { RatingRow } from '../../../app/list-ratings.ts';

/** Someone or something that stands behind several of the person's ratings. */
export interface RatedName {
  readonly name: string;
  readonly count: number;
}

/** The names offered while a preference for `key` is typed. */
export type NamesKey = 'brand' | 'maker' | 'genre';

/** Which names of `rows` the person rated most often, most first; equal counts by name. At most `limit`. */
export function mostRated(rows: readonly RatingRow[], key: NamesKey, limit: number): RatedName[] {
  const counts = new Map<string, number>();
  for (const { item } of rows) {
    for (const name of new Set(namesOf(item, key))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
    .slice(0, limit);
}

function namesOf(item: RatingRow['item'], key: NamesKey): readonly string[] {
  switch (key) {
    case 'brand':
      return item.brand === undefined ? [] : [item.brand];
    case 'maker':
      return item.creators ?? [];
    case 'genre':
      return item.genres ?? [];
  }
}
