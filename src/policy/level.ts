import type { ItemKind } from '../domain/item.ts';
import type { KindTaste, Taste } from './taste.ts';

/** Where ratings lie before anything is known of the person, and how many ratings' worth of that to assume. */
const USUAL_MEAN = 70;
const USUAL_SPREAD = 20;
const MEAN_STRENGTH = 5;
const SPREAD_STRENGTH = 10;

/** Where the person's ratings of a kind lie, on the common scale. */
export interface Level {
  readonly mean: number;
  /** Standard deviation. */
  readonly spread: number;
  readonly taste: KindTaste | undefined;
}

export interface Levels {
  /** Of all kinds together: for what the person never rated the like of. */
  readonly all: Level;
  readonly ofKind: ReadonlyMap<string, Level>;
}

/** The person's level for each kind, drawn towards that of all their ratings, and that towards the usual one. */
export function levelsOf(taste: Taste): Levels {
  const total = { count: 0, sum: 0, squares: 0 };
  for (const { count, sum, squares } of Object.values(taste.kinds)) {
    total.count += count;
    total.sum += sum;
    total.squares += squares;
  }
  const usual: Level = { mean: USUAL_MEAN, spread: USUAL_SPREAD, taste: undefined };
  const all = levelOf(total, usual);
  const ofKind = new Map<string, Level>();
  for (const [kind, kindTaste] of Object.entries(taste.kinds) as [ItemKind, KindTaste][]) {
    ofKind.set(kind, { ...levelOf(kindTaste, all), taste: kindTaste });
  }
  return { all, ofKind };
}

/** The level of `kind`; that of all where the kind is not told or the person rated nothing of it. */
export function levelFor(kind: string | undefined, { all, ofKind }: Levels): Level {
  return (kind === undefined ? undefined : ofKind.get(kind)) ?? all;
}

function levelOf({ count, sum, squares }: Pick<KindTaste, 'count' | 'sum' | 'squares'>, prior: Level): Level {
  const mean = (sum + MEAN_STRENGTH * prior.mean) / (count + MEAN_STRENGTH);
  const squaredDistance = Math.max(0, squares - 2 * mean * sum + count * mean * mean);
  const variance = (squaredDistance + SPREAD_STRENGTH * prior.spread ** 2) / (count + SPREAD_STRENGTH);
  return { mean, spread: Math.sqrt(variance), taste: undefined };
}
