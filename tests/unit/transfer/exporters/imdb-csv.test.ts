import { describe, expect, it } from 'vitest';
import { imdbCsv } from '../../../../src/transfer/exporters/imdb-csv.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { imdbRatings } from '../../../../src/transfer/importers/imdb-ratings.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { entriesOf } from '../../../contracts/importer-contract.ts';
import { thing } from '../../../support/export-things.ts';
import { id } from '../../../support/samples.ts';

describeExporterContract(
  imdbCsv,
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
  () => imdbRatings,
);

describe('imdbCsv', () => {
  it('writes a film as IMDb would', () => {
    const { csv, losses } = imdbCsv.write([
      thing(
        { originalName: 'M – Eine Stadt', creators: ['Fritz Lang', 'Thea Harbou'], genres: ['Crime', 'Thriller'] },
        {},
        { directors: ['Fritz Lang'] },
      ),
    ]);
    expect(csv.split('\n')[1]).toBe(
      'tt0022100,8,2024-03-09,M,M – Eine Stadt,https://www.imdb.com/title/tt0022100,Movie,,,1931,"Crime, Thriller",,,Fritz Lang',
    );
    expect(losses).toEqual([]);
  });

  it('makes up neither an original title nor a director', () => {
    const { csv } = imdbCsv.write([thing({ creators: ['Thea Harbou'] })]);
    expect(csv.split('\n')[1]).toBe('tt0022100,8,2024-03-09,M,,https://www.imdb.com/title/tt0022100,Movie,,,1931,,,,');
  });

  it('says what has no place there', () => {
    const { losses } = imdbCsv.write([
      thing({}, { given: { value: 3.3, best: 5, worst: 0.5 }, text: 'Words', tags: ['a'] }, { hasHistory: true }),
      thing({ identifiers: [] }),
      thing({ kind: 'Book' }),
    ]);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['rounded', '3.3 / 5 → 7'],
      ['text-left-out', 'Words'],
      ['tags-left-out', 'a'],
      ['history-left-out', undefined],
      ['no-identifier', undefined],
      ['other-kind', undefined],
    ]);
  });

  it('keeps a whole mark of ten as it is, and never writes less than one', () => {
    const marks = [
      { value: 7, best: 10, worst: 1 },
      { value: 0.5, best: 100, worst: 0 },
    ].map(
      (given) =>
        imdbCsv
          .write([thing({}, { given })])
          .csv.split('\n')[1]!
          .split(',')[1],
    );
    expect(marks).toEqual(['7', '1']);
  });

  const readBack = (csv: string) => entriesOf(imdbRatings, { sort: 'table', table: parseTable(csv) });

  it('comes back by the importer as it was', () => {
    const given = { value: 7, best: 10, worst: 1 };
    const titles = [
      thing(
        { originalName: 'M!', genres: ['Crime', 'Thriller'] },
        { given },
        { directors: ['Fritz Lang', 'Thea Harbou'] },
      ),
      thing({ kind: 'TVSeries', name: 'Tide, "Low"', year: 2001, identifiers: [id('imdb:tt2000009')] }, { given }),
    ];
    const { csv, losses } = imdbCsv.write(titles);
    expect(readBack(csv)).toEqual([
      {
        line: 2,
        thing: 'tt0022100',
        facts: {
          kind: 'Movie',
          name: 'M',
          originalName: 'M!',
          creators: ['Fritz Lang', 'Thea Harbou'],
          genres: ['Crime', 'Thriller'],
          year: 1931,
          identifiers: ['imdb:tt0022100'],
        },
        content: { ratings: [{ given, at: '2024-03-09' }] },
      },
      {
        line: 3,
        thing: 'tt2000009',
        facts: { kind: 'TVSeries', name: 'Tide, "Low"', year: 2001, identifiers: ['imdb:tt2000009'] },
        content: { ratings: [{ given, at: '2024-03-09' }] },
      },
    ]);
    expect(losses).toEqual([]);
  });

  it.each([
    ['2024-03-09T12:00:00.000Z', '2024-03-09', [['time-left-out', '2024-03-09T12:00:00.000Z → 2024-03-09']]],
    ['2024-03', undefined, [['date-left-out', '2024-03']]],
    ['2024', undefined, [['date-left-out', '2024']]],
  ])('writes %s as the day that it is, or not at all, and says so', (ratedAt, at, told) => {
    const { csv, losses } = imdbCsv.write([thing({}, { ratedAt: ratedAt as Moment })]);
    expect(readBack(csv)[0]?.content?.ratings?.[0]?.at).toBe(at);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual(told);
  });

  it('says what its commas cost a name', () => {
    const { csv, losses } = imdbCsv.write([thing({}, {}, { directors: ['Ada Marrow, Jr.'] })]);
    expect(readBack(csv)[0]?.facts.creators).toEqual(['Ada Marrow Jr.']);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([['comma-replaced', 'Ada Marrow, Jr.']]);
  });
});
