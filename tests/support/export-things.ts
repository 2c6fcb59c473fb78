import type { Identifier } from '../../src/domain/identifier.ts';
import type { ItemId } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Moment } from '../../src/domain/moment.ts';
import type { Rating } from '../../src/domain/rating.ts';
import { commonValue } from '../../src/domain/scale.ts';
import type { ExportThing } from '../../src/transfer/exporter.ts';

const STAMP = '00mjw2f5qzt0000abcdefgh' as Item['createdAt'];
const ID = '019b0000-0000-7000-8000-000000000001' as ItemId;

/** A thing with identifiers that every service knows, rated 4 of 5 on a day, with the facts and words given. */
export function thing(
  facts: Partial<Item> = {},
  rating: Partial<Rating> = {},
  more: Partial<ExportThing> = {},
): ExportThing {
  const written = { createdAt: STAMP, updatedAt: STAMP };
  const kind = facts.kind ?? 'Movie';
  const identifiers = kind === 'Book' ? ['isbn:9780141439600', 'goodreads:101'] : ['imdb:tt0022100', 'tmdb:movie/832'];
  const item: Item = {
    id: ID,
    kind,
    name: 'M',
    year: 1931,
    identifiers: identifiers as Identifier[],
    ...written,
    ...facts,
  };
  const given = rating.given ?? { value: 4, best: 5, worst: 0.5 };
  return {
    item,
    rating: {
      itemId: ID,
      kind,
      value: commonValue(given) ?? 0,
      given,
      ratedAt: '2024-03-09' as Moment,
      source: 'person',
      ...written,
      ...rating,
    },
    hasHistory: false,
    sources: [],
    ...more,
  };
}
