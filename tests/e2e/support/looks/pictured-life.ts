/** Ratings of many years, makers, genres and kinds, with what two sources say: something in every picture. */
import { rateItem } from '../../../../src/app/rate-item.ts';
import { nextStamp } from '../../../../src/domain/clock.ts';
import type { ItemId } from '../../../../src/domain/ids.ts';
import type { ItemFacts } from '../../../../src/domain/item.ts';
import { readMoment } from '../../../../src/domain/moment.ts';
import { isLive } from '../../../../src/domain/rating.ts';
import { type SourceRecord, sourceRecordId } from '../../../../src/domain/source-record.ts';
import { film, id, stars } from '../../../support/samples.ts';
import type { SeedContext } from './seed.ts';

const MAKERS = [
  'Agnès Varda',
  'Jane Austen',
  'يوسف شاهين',
  'The Society for the Preservation of Extraordinarily Long Names, and Friends',
  'Iain M. Banks',
];
const GENRES = ['Drama', 'Comedy', 'Science fiction', 'Documentary', 'Crime', 'Fantasy', 'Western'];

export async function picturedLife(context: SeedContext): Promise<void> {
  const rated: ItemId[] = [];
  for (let number = 1; number <= 90; number += 1) {
    const { item } = await rateItem(context, {
      facts: facts(number),
      given: stars(markOf(number) / 2),
      ...yearOf(number),
    });
    rated.push(item.id);
  }
  // Nobody knows when these were given.
  const undated = (await context.database.ratings.bulkGet(rated.slice(0, 4))).filter(isLive);
  await context.database.ratings.bulkPut(undated.map((rating) => ({ ...rating, isUndated: true })));
  await context.database.sourceRecords.bulkPut([
    ...rated.slice(0, 50).map((itemId, index) => says('letterboxd', itemId, stars(Math.max(1, markOf(index) - 1) / 2))),
    ...rated.slice(30, 80).map((itemId, index) => says('imdb', itemId, { value: 5 + (index % 6), best: 10, worst: 1 })),
  ]);
}

/** More good marks than bad ones, as people give them. */
function markOf(number: number): number {
  return [8, 7, 9, 8, 6, 10, 7, 4, 8, 5, 9, 7, 2, 8, 3, 6, 1][number % 17] ?? 8;
}

function yearOf(number: number) {
  const ratedAt = readMoment(`${String(2011 + ((number * 7) % 13))}-03-0${String((number % 9) + 1)}`);
  return ratedAt === undefined ? {} : { ratedAt };
}

function facts(number: number): ItemFacts {
  const about = {
    creators: [MAKERS[number % 7] ?? `Maker ${String(number)}`],
    genres: [GENRES[number % 7] ?? 'Drama', ...(number % 3 === 0 ? ['Drama'] : [])],
    ...(number % 10 === 0 ? {} : { year: 1931 + ((number * 37) % 90) }),
  };
  switch (number % 4) {
    case 0:
      return {
        kind: 'Book',
        name: `Book ${String(number)}`,
        identifiers: [id(`goodreads:${String(number)}`)],
        ...about,
      };
    case 1:
      return {
        kind: 'VideoGame',
        name: `Game ${String(number)}`,
        identifiers: [id(`steam:${String(number)}`)],
        ...about,
      };
    default:
      return film(number, about);
  }
}

function says(source: string, itemId: ItemId, given: { value: number; best: number; worst: number }): SourceRecord {
  const stamp = nextStamp(undefined, 0, 'seed');
  return {
    id: sourceRecordId(source, itemId),
    itemId,
    source,
    facts: film(1),
    content: { ratings: [{ given }] },
    createdAt: stamp,
    updatedAt: stamp,
  };
}
