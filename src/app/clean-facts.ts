import { AppError } from '../domain/errors.ts';
import type { ItemFacts } from '../domain/item.ts';

const MAX_NAME = 500;
const MAX_NAMES = 30;
const MAX_IDENTIFIERS = 40;
const MAX_YEAR = 9_999;

/**
 * What is kept of a thing's facts. A page may claim any amount of anything.
 *
 * @throws {AppError} `bad-request` when it has no name.
 */
export function cleanFacts(facts: ItemFacts): ItemFacts {
  const name = cleanName(facts.name);
  if (name === '') {
    throw new AppError('bad-request', 'A thing needs a name.');
  }
  const originalName = cleanName(facts.originalName ?? '');
  return {
    kind: facts.kind,
    name,
    ...(originalName && { originalName }),
    ...cleanDetails(facts),
    identifiers: facts.identifiers.slice(0, MAX_IDENTIFIERS),
  };
}

/** Everything but kind, name and identifiers; what is empty is left out. */
export function cleanDetails({
  creators,
  brand,
  series,
  genres,
  year,
}: {
  readonly [Key in 'creators' | 'brand' | 'series' | 'genres' | 'year']?: ItemFacts[Key] | undefined;
}): Pick<ItemFacts, 'creators' | 'brand' | 'series' | 'genres' | 'year'> {
  const makers = cleanNames(creators);
  const sorts = cleanNames(genres);
  const label = cleanName(brand ?? '');
  const row = cleanName(series ?? '');
  return {
    ...(makers.length > 0 && { creators: makers }),
    ...(label !== '' && { brand: label }),
    ...(row !== '' && { series: row }),
    ...(sorts.length > 0 && { genres: sorts }),
    ...(year !== undefined && Number.isInteger(year) && Math.abs(year) <= MAX_YEAR && { year }),
  };
}

export function cleanName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME);
}

function cleanNames(names: readonly string[] = []): string[] {
  return [...new Set(names.map(cleanName))].filter((name) => name !== '').slice(0, MAX_NAMES);
}
