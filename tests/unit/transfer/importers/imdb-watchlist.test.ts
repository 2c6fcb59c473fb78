import { describe, expect, it } from 'vitest';
import { imdbWatchlist } from '../../../../src/transfer/importers/imdb-watchlist.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'imdb-watchlist.csv';
describeImporterContract(imdbWatchlist, FIXTURE);

describe('imdbWatchlist', () => {
  const content = fixtureContent(FIXTURE);

  it('takes every row for a wish, and a mark there for a mark', () => {
    expect(entriesOf(imdbWatchlist, content)).toEqual([
      {
        line: 2,
        thing: 'tt2000001',
        facts: {
          kind: 'Movie',
          name: 'Not Yet Seen',
          originalName: 'Not Yet Seen',
          creators: ['Ada Marrow'],
          genres: ['Comedy', 'Drama'],
          year: 2023,
          identifiers: ['imdb:tt2000001'],
        },
        content: { wanted: { at: '2024-05-01', note: 'Jo says it is good' } },
      },
      {
        line: 3,
        thing: 'tt2000002',
        facts: {
          kind: 'TVSeries',
          name: 'Seen Once Already',
          originalName: 'Seen Once Already',
          genres: ['Drama'],
          year: 2019,
          identifiers: ['imdb:tt2000002'],
        },
        content: {
          ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2020-02-29' }],
          wanted: { at: '2024-05-03' },
        },
      },
      {
        line: 4,
        thing: 'tt2000003',
        facts: {
          kind: 'Movie',
          name: 'Bad Day',
          originalName: 'Bad Day',
          genres: ['Drama'],
          year: 2019,
          identifiers: ['imdb:tt2000003'],
        },
        content: { wanted: {} },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(imdbWatchlist, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-mark', column: 'Your Rating', value: '0', isSkipped: false },
      { line: 4, reason: 'bad-date', column: 'Created', value: '2024-02-30', isSkipped: false },
      { line: 5, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('lets the person say what the list is of', () => {
    expect(imdbWatchlist.questions?.(content, 'x.csv')).toEqual([
      { id: 'list', choices: [{ value: 'seen' }, { value: 'wanted' }, { value: 'liked' }], suggested: 'wanted' },
    ]);
    expect(imdbWatchlist.questions?.(content, 'imdb/checkins.csv')).toMatchObject([{ suggested: 'seen' }]);
    const said = (list: string): unknown => entriesOf(imdbWatchlist, content, { answers: { list } })[0]?.content;
    expect(said('liked')).toEqual({ liked: { at: '2024-05-01' }, others: { Description: 'Jo says it is good' } });
    expect(said('seen')).toEqual({ uses: [{}], others: { Description: 'Jo says it is good' } });
  });

  it.each([
    'Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
    'Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated',
  ])('reads the older form %s', (header) => {
    const marks = header.endsWith('Date Rated') ? ',7,2019-04-01' : '';
    const older = tableOf(
      header,
      `1,tt2000001,2019-03-01,2019-03-01,,Not Yet Seen,https://www.imdb.com/title/tt2000001/,movie,7.1,101,2018,Comedy,5100,2018-06-01,Ada Marrow${marks}`,
    );
    expect(imdbWatchlist.recognises(older)).toBe(true);
    expect(outcomesOf(imdbWatchlist, older)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'tt2000001',
            facts: {
              kind: 'Movie',
              name: 'Not Yet Seen',
              creators: ['Ada Marrow'],
              genres: ['Comedy'],
              year: 2018,
              identifiers: ['imdb:tt2000001'],
            },
            content: {
              ...(marks !== '' && { ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2019-04-01' }] }),
              wanted: { at: '2019-03-01' },
            },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('tells a list of the first form from its ratings by a row without a mark, and gives its marks no day', () => {
    const header =
      'position,const,created,modified,description,Title,Title type,Directors,You rated,IMDb Rating,Runtime (mins),Year,Genres,Num. Votes,Release Date (month/day/year),URL';
    const rated =
      '1,tt2000002,Sat Dec 31 00:00:00 2016,,,Seen Once Already,Mini-Series,,8,8.0,50,2012,drama,8000,2012-01-01,';
    const unrated =
      '2,tt2000001,Sun Jan  1 00:00:00 2017,,,Not Yet Seen,Feature Film,,,7.1,101,2015,comedy,5100,2015-06-01,';
    expect(imdbWatchlist.recognises(tableOf(header, rated))).toBe(false);
    expect(imdbWatchlist.recognises(tableOf(header, rated, '2,tt2000001,cut'))).toBe(false);
    const list = tableOf(header, rated, unrated);
    expect(imdbWatchlist.recognises(list)).toBe(true);
    expect(entriesOf(imdbWatchlist, list).map(({ thing, content: said }) => [thing, said])).toEqual([
      ['tt2000002', { ratings: [{ given: { value: 8, best: 10, worst: 1 } }], wanted: { at: '2016-12-31' } }],
      ['tt2000001', { wanted: { at: '2017-01-01' } }],
    ]);
  });
});
