import type { RankReason } from '../domain/disclosure.ts';
import type { Preference } from '../domain/preference.ts';
import { levelFor, levelsOf, type Level, type Levels } from './level.ts';
import type { RankItem } from './rank-item.ts';
import { valueOnScale, type Taste } from './taste.ts';
import { tastePoints } from './taste-points.ts';
import { averagesAboveLevel } from './vendor-averages.ts';
import { strongestCauses, type WeighedCause } from './weighed-cause.ts';
import { judge, readWishes, type Tier } from './wishes.ts';

export interface RankInput {
  /** The vendor's list, in the vendor's order. */
  readonly items: readonly RankItem[];
  readonly taste: Taste;
  /** By position in `items`: the person's own rating of that very item, 1 to 100. */
  readonly direct: ReadonlyMap<number, number>;
  readonly preferences: readonly Preference[];
}

export interface Ranking {
  /** Positions in the list that was sent, best first: each exactly once. The only part a vendor may see. */
  readonly order: readonly number[];
  /** For the person, in the same order. */
  readonly reasons: readonly RankReason[];
}

interface Placed {
  readonly tier: Tier;
  /** What the person thinks, or is expected to think, of it: 1 to 100. */
  readonly value: number;
  readonly reason: RankReason;
}

/** How much of what the vendor's customers think of an item holds for the person, one with a usual spread of ratings. */
const AVERAGE_SHARE = 0.9;
const USUAL_SPREAD = 20;
/** How far from the person's level towards either end of the scale a guess can come. */
const GUESS_REACH = 0.8;

/**
 * Orders a vendor's list by what the person thinks of each item, or would be expected to.
 *
 * An item they rated stands at that value and nothing moves it; others stand at a guess from their ratings of the like
 * and the vendor's average. Rated and guessed are on one scale, so a thing rated badly comes after what promises more.
 * A guess never reaches the ends of the scale, which only the person's own word can. What is never wanted comes last,
 * and what fails a `must` before that, whatever its value. Equals stay in the vendor's order.
 *
 * Pure; O(n log n). See docs/decisions/0006-rank-is-an-order.md.
 */
export function rank({ items, taste, direct, preferences }: RankInput): Ranking {
  const levels = levelsOf(taste);
  const wishes = readWishes(preferences);
  const above = averagesAboveLevel(items);
  const placed = items.map((item, index): Placed => {
    const { tier, points, causes, tierCauses } = judge(item, wishes);
    const rated = valueOnScale(direct.get(index));
    const guess = rated === undefined ? guessOf(item, levels, above[index] ?? 0, { points, causes }) : undefined;
    const value = guess?.value ?? rated ?? 0;
    const valueCauses = guess ? strongestCauses(guess.causes) : [{ kind: 'rated' as const, value }];
    return { tier, value, reason: { index, name: item.name ?? '', causes: [...tierCauses, ...valueCauses] } };
  });
  // Sorting is stable: what stands equal keeps the vendor's order.
  placed.sort((one, other) => one.tier - other.tier || other.value - one.value);
  const reasons = placed.map(({ reason }) => reason);
  return { order: reasons.map(({ index }) => index), reasons };
}

function guessOf(
  item: RankItem,
  levels: Levels,
  averageAbove: number,
  wish: { readonly points: number; readonly causes: readonly WeighedCause[] },
): { value: number; causes: WeighedCause[] } {
  const level = levelFor(item.kind, levels);
  const ofTaste = tastePoints(item, levels);
  const ofAverage = AVERAGE_SHARE * averageAbove * stretch(level);
  const causes = [...ofTaste.causes, ...wish.causes];
  if (ofAverage !== 0) {
    const value = Math.round(valueOnScale(item.average?.value) ?? 0);
    causes.push({ cause: { kind: 'average', value }, points: ofAverage });
  }
  return { value: withinReach(level.mean, ofTaste.points + ofAverage + wish.points), causes };
}

/** Whoever spreads their own ratings widely differs as widely in what others find better or worse; by the root, to be sure. */
function stretch({ spread }: Level): number {
  return Math.sqrt(spread / USUAL_SPREAD);
}

/** Bends `points` so that they never lead to an end of the scale; small ones stay nearly what they are. */
function withinReach(mean: number, points: number): number {
  const reach = GUESS_REACH * (points > 0 ? 100 - mean : mean - 1);
  return reach <= 0 ? mean : mean + reach * Math.tanh(points / reach);
}
