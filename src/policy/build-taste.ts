import { distinctNames, eraOf } from './facets.ts';
import { emptyTaste, tallyKey, valueOnScale, type KindTaste, type Taste, type TasteRating } from './taste.ts';
import { trimTallies } from './trim-tallies.ts';

/** More names than this of one kind are trimmed to the half that rests on most ratings. */
export const MAX_NAMES_OF_KIND = 20_000;

/** One pass over the ratings; holds none of them. */
export function buildTaste(ratings: Iterable<TasteRating>): Taste {
  const taste = emptyTaste();
  for (const rating of ratings) {
    addToTaste(taste, rating);
  }
  return taste;
}

/** Counts one more rating, in place. */
export function addToTaste(taste: Taste, rating: TasteRating): void {
  const value = valueOnScale(rating.value);
  if (value === undefined) {
    return;
  }
  const kind = (taste.kinds[rating.kind] ??= { count: 0, sum: 0, squares: 0, names: 0, tallies: {} });
  kind.count += 1;
  kind.sum += value;
  kind.squares += value * value;
  for (const key of tallyKeys(rating)) {
    const tally = kind.tallies[key];
    if (tally) {
      tally[0] += 1;
      tally[1] += value;
    } else {
      kind.tallies[key] = [1, value];
      kind.names += 1;
    }
  }
  if (kind.names > MAX_NAMES_OF_KIND) {
    kind.names = MAX_NAMES_OF_KIND / 2;
    kind.tallies = trimTallies(kind.tallies, kind.names);
  }
}

/**
 * Takes out a rating that was counted, in place: with its old value and its item's old facts.
 * Exact as long as no names were trimmed, that is for fewer than {@link MAX_NAMES_OF_KIND} of them.
 */
export function removeFromTaste(taste: Taste, rating: TasteRating): void {
  const value = valueOnScale(rating.value);
  const kind = taste.kinds[rating.kind];
  if (value === undefined || !kind) {
    return;
  }
  if (kind.count <= 1) {
    taste.kinds = Object.fromEntries(Object.entries(taste.kinds).filter(([name]) => name !== rating.kind));
    return;
  }
  kind.count -= 1;
  kind.sum -= value;
  kind.squares -= value * value;
  for (const key of tallyKeys(rating)) {
    removeFromTally(kind, key, value);
  }
}

function removeFromTally(kind: KindTaste, key: string, value: number): void {
  const tally = kind.tallies[key];
  if (tally && tally[0] > 1) {
    tally[0] -= 1;
    tally[1] -= value;
  } else if (tally) {
    Reflect.deleteProperty(kind.tallies, key);
    kind.names -= 1;
  }
}

function tallyKeys(rating: TasteRating): string[] {
  const { creators, brand, series, genres, year } = rating;
  const keys: string[] = [];
  for (const [facet, names] of [
    ['genre', genres],
    ['brand', brand === undefined ? [] : [brand]],
    ['creator', creators],
    ['series', series === undefined ? [] : [series]],
  ] as const) {
    for (const name of distinctNames(names).keys()) {
      keys.push(tallyKey(facet, name));
    }
  }
  if (year !== undefined && Number.isFinite(year)) {
    keys.push(tallyKey('era', eraOf(year)));
  }
  return keys;
}
