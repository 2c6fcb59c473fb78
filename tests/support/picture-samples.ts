import { emptySpread } from '../../src/domain/spread.ts';
import type { Summary } from '../../src/app/summary.ts';

/** Nothing rated, but for what is told. */
export function summary(told: Partial<Summary> = {}): Summary {
  return {
    total: 0,
    values: emptySpread(),
    years: [],
    undated: 0,
    decades: [],
    withoutYear: 0,
    makers: { groups: [], total: 0 },
    genres: { groups: [], total: 0 },
    kinds: [],
    sources: [],
    ...told,
  };
}

/** So often each value: `spread({ 80: 3 })` */
export function spread(counts: Readonly<Record<number, number>>): number[] {
  return emptySpread().map((_, value) => counts[value] ?? 0);
}
