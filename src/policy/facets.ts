import { normalName } from './normal-name.ts';

/** The sides of an item that a rating of it says something about, from the broadest to the most particular. */
export const FACETS = ['genre', 'era', 'brand', 'creator', 'series'] as const;
export type Facet = (typeof FACETS)[number];

/** More names than this of one facet (a whole cast, a tag cloud) are noise: the first ones count. */
const MAX_NAMES = 20;

const ERA_YEARS = 5;

/**
 * Names as they were written, one for each that differs once normalised.
 * @returns pairs of normalised name and name as written, in order, at most 20
 */
export function distinctNames(names: readonly string[] | undefined): Map<string, string> {
  const distinct = new Map<string, string>();
  for (const name of (names ?? []).slice(0, MAX_NAMES)) {
    const normal = normalName(name);
    if (normal !== '' && !distinct.has(normal)) {
      distinct.set(normal, name);
    }
  }
  return distinct;
}

/** The first year of the five-year span that `year` lies in: 1999 is of 1995. */
export function eraOf(year: number): number {
  return Math.floor(year / ERA_YEARS) * ERA_YEARS;
}

/** The spans before, at and after `era`. */
export function erasAround(era: number): readonly [number, number, number] {
  return [era - ERA_YEARS, era, era + ERA_YEARS];
}

/** How an era is told: `1995–1999`. */
export function eraName(era: number): string {
  return `${era}–${era + ERA_YEARS - 1}`;
}

/** The year at the end of a name, as lists of films write it: 'Heat (1995)'. */
export function yearInName(name: string | undefined): number | undefined {
  const digits = name === undefined ? undefined : /\(((?:1[5-9]|20)\d{2})\)\s*$/u.exec(name.slice(-20))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
