import { describe, expect, it } from 'vitest';
import { imdbRatings } from '../../../../src/transfer/importers/imdb-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'imdb-ratings.csv';
describeImporterContract(imdbRatings, FIXTURE);

describe('imdbRatings', () => {
  const content = fixtureContent(FIXTURE);

  it('reads films, series, episodes and games with their marks and days', () => {
    expect(entriesOf(imdbRatings, content).slice(0, 4)).toEqual([
      {
        line: 2,
        thing: 'tt1000001',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          originalName: 'Le registre du phare',
          creators: ['Ada Marrow', 'Ben Quill'],
          genres: ['Crime', 'Drama'],
          year: 2014,
          identifiers: ['imdb:tt1000001'],
        },
        content: { ratings: [{ given: { value: 9, best: 10, worst: 1 }, at: '2024-03-09' }] },
      },
      {
        line: 3,
        thing: 'tt1000002',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights',
          originalName: 'Harbour Nights',
          genres: ['Drama'],
          year: 2016,
          identifiers: ['imdb:tt1000002'],
        },
        content: { ratings: [{ given: { value: 10, best: 10, worst: 1 }, at: '2023-01-31' }] },
      },
      {
        line: 4,
        thing: 'tt1000003',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: The Storm',
          originalName: 'Harbour Nights: The Storm',
          creators: ['Cy Dray'],
          genres: ['Drama'],
          year: 2016,
          identifiers: ['imdb:tt1000003'],
        },
        content: { ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2023-02-01' }] },
      },
      {
        line: 5,
        thing: 'tt1000004',
        facts: {
          kind: 'VideoGame',
          name: 'Quill Quest',
          originalName: 'Quill Quest',
          genres: ['Action', 'Adventure'],
          year: 2020,
          identifiers: ['imdb:tt1000004'],
        },
        content: { ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2022-12-24' }] },
      },
    ]);
  });

  it('keeps what it can of a type it does not know, a broken id and a row that ends early', () => {
    expect(entriesOf(imdbRatings, content).slice(4)).toEqual([
      {
        line: 6,
        thing: 'tt1000005',
        facts: {
          kind: 'CreativeWork',
          name: 'Hörspiel am Kai',
          originalName: 'Hörspiel am Kai',
          identifiers: ['imdb:tt1000005'],
        },
        content: { ratings: [{ given: { value: 1, best: 10, worst: 1 }, at: '2022-12-25' }] },
      },
      {
        line: 9,
        thing: '=hyperlink("x")',
        facts: { kind: 'Movie', name: '=HYPERLINK("x")', identifiers: [] },
        content: { ratings: [{ given: { value: 6, best: 10, worst: 1 }, at: '2021-12-31' }] },
      },
      {
        line: 12,
        thing: 'tt1000011',
        facts: { kind: 'CreativeWork', name: 'Cut Sho', identifiers: ['imdb:tt1000011'] },
        content: { ratings: [{ given: { value: 4, best: 10, worst: 1 }, at: '2021-12-29' }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(imdbRatings, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 6, reason: 'unknown-kind', column: 'Title Type', value: 'Radio Play', isSkipped: false },
      { line: 7, reason: 'bad-mark', column: 'Your Rating', value: '11', isSkipped: true },
      { line: 7, reason: 'bad-date', column: 'Date Rated', value: '2022-13-01', isSkipped: false },
      { line: 8, reason: 'says-nothing', isSkipped: true },
      { line: 9, reason: 'bad-identifier', column: 'Const', value: '=HYPERLINK("tt1000008")', isSkipped: false },
      { line: 10, reason: 'no-name', column: 'Title', isSkipped: true },
      { line: 11, reason: 'broken-row', isSkipped: true },
      { line: 12, reason: 'unknown-kind', column: 'Title Type', isSkipped: false },
    ]);
  });

  it('reads the second form, without original titles', () => {
    const second = tableOf(
      'Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
      'tt1000001,8,2019-02-28,The Lighthouse Ledger,https://www.imdb.com/title/tt1000001/,movie,7.9,117,2014,"Crime, Drama",31188,2014-09-05,Ada Marrow',
      'tt1000002,6,2019-03-01,Harbour Nights,https://www.imdb.com/title/tt1000002/,tvSeries,8.2,45,2016,Drama,9100,2016-02-01,',
    );
    expect(imdbRatings.recognises(second)).toBe(true);
    expect(outcomesOf(imdbRatings, second)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'tt1000001',
            facts: {
              kind: 'Movie',
              name: 'The Lighthouse Ledger',
              creators: ['Ada Marrow'],
              genres: ['Crime', 'Drama'],
              year: 2014,
              identifiers: ['imdb:tt1000001'],
            },
            content: { ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2019-02-28' }] },
          },
        ],
        remarks: [],
      },
      {
        entries: [
          {
            line: 3,
            thing: 'tt1000002',
            facts: {
              kind: 'TVSeries',
              name: 'Harbour Nights',
              genres: ['Drama'],
              year: 2016,
              identifiers: ['imdb:tt1000002'],
            },
            content: { ratings: [{ given: { value: 6, best: 10, worst: 1 }, at: '2019-03-01' }] },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('reads the first form: other columns, named months, words beside a mark', () => {
    const first = tableOf(
      '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"',
      '"1","tt1000001","Sat Dec 31 00:00:00 2016","","saw it with Jo","The Lighthouse Ledger","Feature Film","Ada Marrow","8","7.9","117","2014","crime, drama","31188","2014-09-05","http://www.imdb.com/title/tt1000001/"',
    );
    expect(imdbRatings.recognises(first)).toBe(true);
    expect(outcomesOf(imdbRatings, first)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'tt1000001',
            facts: {
              kind: 'Movie',
              name: 'The Lighthouse Ledger',
              creators: ['Ada Marrow'],
              genres: ['crime', 'drama'],
              year: 2014,
              identifiers: ['imdb:tt1000001'],
            },
            content: {
              ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2016-12-31' }],
              others: { description: 'saw it with Jo' },
            },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('cleans names of characters that are no text', () => {
    const hostile = tableOf(
      'Const,Your Rating,Date Rated,Title,Title Type,Directors',
      'tt1,5,,Evil\u202E\u0000 \uD800  Name,Movie,\u0007Ada',
    );
    expect(entriesOf(imdbRatings, hostile)[0]?.facts).toEqual({
      kind: 'Movie',
      name: 'Evil \uFFFD Name',
      creators: ['Ada'],
      identifiers: ['imdb:tt0000001'],
    });
  });

  it('reads the form of late 2017, which called the day of a mark `Date Added`', () => {
    const form = tableOf(
      'Const,Your Rating,Date Added,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
      'tt1000001,8,2017-11-08,The Lighthouse Ledger,https://www.imdb.com/title/tt1000001/,movie,7.9,117,2014,Drama,31188,2014-09-05,Ada Marrow',
    );
    expect(entriesOf(imdbRatings, form)[0]?.content).toEqual({
      ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2017-11-08' }],
    });
  });

  it('reads a file that a spreadsheet has saved again: semicolons, its own dates, a header in capitals', () => {
    const saved = tableOf(
      'CONST;YOUR RATING;DATE RATED;TITLE;TITLE TYPE;YEAR',
      'tt1000001;8;03.09.2023;The Lighthouse Ledger;Movie;2014',
      'tt1000002;6;04.09.2023;Harbour Nights;TV Series;2016',
    );
    expect(imdbRatings.recognises(saved)).toBe(true);
    expect(imdbRatings.questions?.(saved, '').map(({ id }) => id)).toEqual(['day-or-month-first']);
    const days = entriesOf(imdbRatings, saved, { answers: { 'day-or-month-first': 'day-first' } });
    expect(days.map(({ content: said }) => said?.ratings?.[0]?.at)).toEqual(['2023-09-03', '2023-09-04']);
  });

  it.each([
    ['Fernsehserie', 'TVSeries'],
    ['Mini serie TV', 'TVSeries'],
    ['Minissérie de televisão', 'TVSeries'],
    ['Película', 'Movie'],
    ['Court-métrage', 'Movie'],
    ['Téléfilm', 'Movie'],
    ['Kurzfilm', 'Movie'],
    ['Émission spéciale', 'Movie'],
    ['Episodio TV', 'TVEpisode'],
    ['Épisode de série', 'TVEpisode'],
    ['Jeu vidéo', 'VideoGame'],
    ['Videospiel', 'VideoGame'],
    ['Podcast Series', 'PodcastSeries'],
    ['Podcast Episode', 'CreativeWork'],
  ])('takes %s for %s, in whichever language the account is', (type, kind) => {
    const row = tableOf('Const,Your Rating,Date Rated,Title,Title Type', `tt1000001,8,2023-01-01,Tide,${type}`);
    expect(entriesOf(imdbRatings, row)[0]?.facts.kind).toBe(kind);
  });
});
