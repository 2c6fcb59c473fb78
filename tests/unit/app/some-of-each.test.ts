import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../src/app/import-session.ts';
import { SomeOfEach } from '../../../src/app/some-of-each.ts';
import { testContext } from '../../support/test-context.ts';

function some(most: number, sorts: string): string[] {
  const all = new SomeOfEach<string>(most);
  Array.from(sorts).forEach((sort, place) => all.add(sort, `${sort}${place}`));
  return all.chosen;
}

describe('SomeOfEach', () => {
  it('takes some of each sort, in their order', () => {
    expect(some(4, 'aaaaabbc')).toEqual(['a0', 'a1', 'b5', 'c7']);
    expect(some(3, 'aaaaa')).toEqual(['a0', 'a1', 'a2']);
    expect(some(2, 'abcd')).toEqual(['a0', 'b1']);
    expect(some(9, 'ab')).toEqual(['a0', 'b1']);
  });
});

describe('a preview of several files', () => {
  it('shows rows of each, not of the first alone', async () => {
    const session = new ImportSession(testContext());
    const films = (from: number) => Array.from({ length: 30 }, (_one, index) => `Film ${from + index}`);
    const head = 'Date,Name,Year,Letterboxd URI';
    const rated = films(100).map((name) => `2024-03-09,${name},1949,,4.5`);
    const seen = films(200).map((name) => `2024-03-09,${name},1949,`);
    await session.open([
      { path: 'ratings.csv', blob: new Blob([`${head},Rating\n${rated.join('\n')}\n`]) },
      { path: 'watched.csv', blob: new Blob([`${head}\n${seen.join('\n')}\n`]) },
    ]);
    expect(session.files.map(({ state }) => state)).toEqual(['ready', 'ready']);
    const { rows } = await session.preview('mine');
    expect(rows).toHaveLength(20);
    expect(rows.filter(({ item }) => item.name.startsWith('Film 1'))).toHaveLength(10);
    expect(rows.at(-1)?.item.name).toBe('Film 209');
  });

  it('has each of two files of one kind by itself, with its rows and what it says', async () => {
    const session = new ImportSession(testContext());
    const head = 'Date,Name,Year,Letterboxd URI,Rating';
    const rated = (name: string, rating: string) => `2024-03-09,${name},1949,,${rating}`;
    const file = (path: string, ...rows: string[]) => ({ path, blob: new Blob([`${[head, ...rows].join('\n')}\n`]) });
    await session.open([
      file('old/ratings.csv', rated('Heat', '4'), rated('Dune', '3'), rated('', '3'), rated('Emma', '')),
      file('new/ratings.csv', rated('Heat', '4'), rated('Alien', '5'), rated('Tide', '99')),
      file('empty/ratings.csv'),
      {
        path: 'diary.csv',
        blob: new Blob([`${head},Watched Date,Rewatch,Tags\n${rated('Heat', '4')},2024-03-08,,\n`]),
      },
    ]);
    const { counts, files, rows } = await session.preview('mine');
    expect(counts).toMatchObject({ ratings: 3, seen: 1, added: 3 });
    expect(files.map(({ path, rows: read, skipped, ratings, seen }) => [path, read, skipped, ratings, seen])).toEqual([
      ['old/ratings.csv', 4, 2, 2, 0],
      ['new/ratings.csv', 3, 1, 2, 0],
      ['empty/ratings.csv', 0, 0, 0, 0],
      ['diary.csv', 1, 0, 1, 1],
    ]);
    expect(rows.map(({ item, file: index }) => [item.name, index])).toEqual([
      ['Heat', 0],
      ['Dune', 0],
      ['Alien', 1],
    ]);
  });

  it('gives a row to the file that says something of it, not to one that only knows what it is', async () => {
    const session = new ImportSession(testContext());
    await session.open([
      { path: 'movies.csv', blob: new Blob(['movieId,title,genres\n1,Heat (1995),Crime\n']) },
      { path: 'ratings.csv', blob: new Blob(['userId,movieId,rating,timestamp\n7,1,4.0,964982703\n']) },
    ]);
    session.answer(1, 'person', '7');
    const { files, rows } = await session.preview('mine');
    expect(files.map(({ path, rows: read, ratings }) => [path, read, ratings])).toEqual([
      ['movies.csv', 1, 0],
      ['ratings.csv', 1, 1],
    ]);
    expect(rows.map(({ file }) => file)).toEqual([1]);
  });

  it('says how many rows a list has that is two tables', async () => {
    const session = new ImportSession(testContext());
    const list =
      'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-06-01,L,,,\n\nPosition,Name,Year,URL,Description\n1,Tide,2000,,\n2,Heat,1995,,\n';
    await session.open([{ path: 'lists/l.csv', blob: new Blob([list]) }]);
    expect(session.files[0]).toMatchObject({ state: 'ready', rows: 2 });
    expect(await session.preview('mine')).toMatchObject({ rowsRead: 3, skipped: 1 });
  });
});
