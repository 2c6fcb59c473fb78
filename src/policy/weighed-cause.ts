import type { RankCause } from '../domain/disclosure.ts';

/** A cause and how far it moved an item, in points of the common scale. */
export interface WeighedCause {
  readonly cause: RankCause;
  readonly points: number;
}

/** Fewer points than this moved nothing a person would notice. */
const NOTICEABLE_POINTS = 0.5;
const MAX_CAUSES = 6;

/** The causes worth showing, strongest first. */
export function strongestCauses(weighed: readonly WeighedCause[]): RankCause[] {
  return weighed
    .filter(({ points }) => Math.abs(points) >= NOTICEABLE_POINTS)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .slice(0, MAX_CAUSES)
    .map(({ cause }) => cause);
}
