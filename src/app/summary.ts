import type { Item, ItemKind } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import { commonValue } from '../domain/scale.ts';
import type { SourceRecord } from '../domain/source-record.ts';
import { emptySpread, type Spread } from '../domain/spread.ts';
import { normalName } from '../policy/normal-name.ts';

/** Ratings that have something in common. */
export interface Group<Key> {
  readonly key: Key;
  readonly count: number;
  /** On the common scale, 1 to 100. */
  readonly mean: number;
}

/** The first of a long list of groups. */
export interface TopGroups {
  /** At most {@link MOST_GROUPS}, the largest first. */
  readonly groups: readonly Group<string>[];
  /** How many there are. */
  readonly total: number;
}

/** All the marks of one source, the present one of each thing. */
export interface SourceSpread {
  readonly source: string;
  readonly values: Spread;
}

/** How the person rates: what the pictures are drawn from. Its size does not grow with the ratings. */
export interface Summary {
  readonly total: number;
  readonly values: Spread;
  /** By the calendar year in which it was rated, in the person's own time zone; earliest first. */
  readonly years: readonly Group<number>[];
  /** Ratings of which nobody knows when they were given. They are in no year. */
  readonly undated: number;
  /** By the decade the thing is of, named by its first year; earliest first. */
  readonly decades: readonly Group<number>[];
  readonly withoutYear: number;
  /** Those with at least {@link LEAST_OF_MAKER} ratings. */
  readonly makers: TopGroups;
  readonly genres: TopGroups;
  /** Largest first. */
  readonly kinds: readonly Group<ItemKind>[];
  /** Largest first. */
  readonly sources: readonly SourceSpread[];
}

export const MOST_GROUPS = 20;

/** The average of one or two marks says more of them than of their maker. */
export const LEAST_OF_MAKER = 3;

interface Sum {
  readonly name: string;
  count: number;
  sum: number;
}

/** Counts ratings and what sources say, one by one, in any order. */
export class SummaryCounter {
  #total = 0;
  #undated = 0;
  #withoutYear = 0;
  readonly #values = emptySpread();
  readonly #years = new Map<number, Sum>();
  readonly #decades = new Map<number, Sum>();
  readonly #makers = new Map<string, Sum>();
  readonly #genres = new Map<string, Sum>();
  readonly #kinds = new Map<ItemKind, Sum>();
  readonly #sources = new Map<string, number[]>();

  addRating(item: Item, rating: Rating): void {
    const { value } = rating;
    this.#total += 1;
    this.#values[value] = (this.#values[value] ?? 0) + 1;
    add(this.#kinds, rating.kind, value);
    if (rating.isUndated) {
      this.#undated += 1;
    } else {
      add(this.#years, yearOf(rating.ratedAt), value);
    }
    if (item.year === undefined) {
      this.#withoutYear += 1;
    } else {
      add(this.#decades, Math.floor(item.year / 10) * 10, value);
    }
    const { creators = [], brand, genres = [] } = item;
    addNames(this.#makers, creators.length === 0 && brand !== undefined ? [brand] : creators, value);
    addNames(this.#genres, genres, value);
  }

  /** What is no mark, or lies outside its own scale, is not counted. */
  addSource({ source, content }: SourceRecord): void {
    const given = content.ratings?.at(-1)?.given;
    const value = given && commonValue(given);
    if (value === undefined) {
      return;
    }
    const values = this.#sources.get(source) ?? emptySpread();
    values[value] = (values[value] ?? 0) + 1;
    this.#sources.set(source, values);
  }

  summary(): Summary {
    return {
      total: this.#total,
      values: [...this.#values],
      years: groups(this.#years).toSorted((left, right) => left.key - right.key),
      undated: this.#undated,
      decades: groups(this.#decades).toSorted((left, right) => left.key - right.key),
      withoutYear: this.#withoutYear,
      makers: top(this.#makers, LEAST_OF_MAKER),
      genres: top(this.#genres, 1),
      kinds: groups(this.#kinds).toSorted(bySize),
      sources: [...this.#sources]
        .map(([source, values]) => ({
          source,
          values: [...values],
          count: values.reduce((sum, times) => sum + times, 0),
        }))
        .toSorted((left, right) => right.count - left.count || left.source.localeCompare(right.source, 'en'))
        .map(({ source, values }) => ({ source, values })),
    };
  }
}

/** An exact moment is told in the person's own time zone, a date is that date everywhere. */
function yearOf(moment: string): number {
  return moment.includes('T') ? new Date(moment).getFullYear() : Number(moment.slice(0, 4));
}

/** Once for each name, however often and in whatever letters one thing has it. */
function addNames(sums: Map<string, Sum>, names: readonly string[], value: number): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = normalName(name);
    if (key !== '' && !seen.has(key)) {
      seen.add(key);
      add(sums, key, value, name);
    }
  }
}

function add<Key>(sums: Map<Key, Sum>, key: Key, value: number, name = ''): void {
  const sum = sums.get(key);
  if (sum) {
    sum.count += 1;
    sum.sum += value;
  } else {
    sums.set(key, { name, count: 1, sum: value });
  }
}

function groups<Key>(sums: ReadonlyMap<Key, Sum>): Group<Key>[] {
  return [...sums].map(([key, { count, sum }]) => ({ key, count, mean: sum / count }));
}

/** The largest, under the name that was met first. */
function top(sums: ReadonlyMap<string, Sum>, least: number): TopGroups {
  const all = [...sums.values()].filter(({ count }) => count >= least);
  return {
    groups: all
      .map(({ name, count, sum }) => ({ key: name, count, mean: sum / count }))
      .sort(bySize)
      .slice(0, MOST_GROUPS),
    total: all.length,
  };
}

function bySize(left: Group<string>, right: Group<string>): number {
  return right.count - left.count || left.key.localeCompare(right.key, 'en');
}
