import { evidenceOf, levelsFor, shrunk, type Evidence } from './evidence.ts';
import { distinctNames, eraName, eraOf, erasAround, yearInName, type Facet } from './facets.ts';
import { levelFor, type Levels } from './level.ts';
import type { RankItem } from './rank-item.ts';
import type { WeighedCause } from './weighed-cause.ts';

/**
 * How many ratings of a name it takes until they count for half. The fewer things share a name, the more alike they
 * are, so a series needs less than a genre.
 */
const DOUBT: Readonly<Record<Facet, number>> = { genre: 5, era: 5, brand: 4, creator: 3, series: 2 };
/** Genres and years overlap with each other and with what the vendor's average knows: each counts for part. */
const BROAD_SHARE = 0.7;

export interface TastePoints {
  /** How far the item is expected above the person's level, in points of the common scale. */
  readonly points: number;
  readonly causes: readonly WeighedCause[];
}

interface NamedEvidence extends Evidence {
  /** As the vendor wrote it. */
  readonly name: string;
}

/** What the person's ratings of other things of the same genre, years, brand, maker and series make one expect of it. */
export function tastePoints(item: RankItem, levels: Levels): TastePoints {
  const level = levelFor(item.kind, levels);
  const causes = [...genreCauses(item, levels), ...eraCauses(item, levels)];
  let points = causes.reduce((sum, cause) => sum + cause.points, 0);
  // The particular knows better than the broad: each step replaces part of what was expected before it.
  for (const [kind, names] of particulars(item)) {
    const evidence = pooled(namesEvidence(kind, names, item, levels));
    if (evidence) {
      const moved = (evidence.count / (evidence.count + DOUBT[kind])) * (evidence.above - points);
      points += moved;
      const value = shownValue(level.mean + evidence.above);
      causes.push({ cause: { kind, of: evidence.name, value, count: evidence.count }, points: moved });
    }
  }
  return { points, causes };
}

function genreCauses(item: RankItem, levels: Levels): WeighedCause[] {
  const level = levelFor(item.kind, levels);
  const genres = namesEvidence('genre', item.genre, item, levels);
  // Several genres say more than one but overlap: the root lies between their sum and their average.
  const share = BROAD_SHARE / Math.sqrt(Math.max(1, distinctNames(item.genre).size));
  return genres.map(({ name, count, above }) => ({
    cause: { kind: 'genre', of: name, value: shownValue(level.mean + above), count },
    points: share * shrunk({ count, above }, DOUBT.genre),
  }));
}

function eraCauses(item: RankItem, levels: Levels): WeighedCause[] {
  const year = yearInName(item.name);
  if (year === undefined) {
    return [];
  }
  const level = levelFor(item.kind, levels);
  const [before, era, after] = erasAround(eraOf(year));
  const around = [
    [before, 0.5],
    [era, 1],
    [after, 0.5],
  ] as const;
  const evidence = evidenceOf(levelsFor('era', item.kind, levels), 'era', around);
  return [
    {
      cause: {
        kind: 'era',
        of: eraName(era),
        value: shownValue(level.mean + evidence.above),
        count: Math.round(evidence.count),
      },
      points: BROAD_SHARE * shrunk(evidence, DOUBT.era),
    },
  ];
}

/** From the broader to the more particular. */
function particulars({ brand, creator, isPartOf }: RankItem): (readonly ['brand' | 'creator' | 'series', string[]])[] {
  return [
    ['brand', brand === undefined ? [] : [brand]],
    ['creator', [...(creator ?? [])]],
    ['series', isPartOf === undefined ? [] : [isPartOf]],
  ];
}

/** One for each name that the person rated anything of. */
function namesEvidence(
  facet: Facet,
  names: readonly string[] | undefined,
  item: RankItem,
  levels: Levels,
): NamedEvidence[] {
  const telling = levelsFor(facet, item.kind, levels);
  return [...distinctNames(names)].flatMap(([normal, name]) => {
    const evidence = evidenceOf(telling, facet, [[normal, 1]]);
    return evidence.count === 0 ? [] : [{ ...evidence, name }];
  });
}

/** Names of one item taken together: their joint average, but no surer than the surest, as their ratings may be the same. */
function pooled(names: readonly NamedEvidence[]): NamedEvidence | undefined {
  const surest = names.toSorted((one, other) => other.count - one.count)[0];
  const count = names.reduce((sum, each) => sum + each.count, 0);
  return surest && { ...surest, above: names.reduce((sum, each) => sum + each.above * each.count, 0) / count };
}

function shownValue(value: number): number {
  return Math.min(100, Math.max(1, Math.round(value)));
}
