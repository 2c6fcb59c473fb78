import { describe, expect, it } from 'vitest';
import type { Intention } from '../../../../src/domain/intention.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { letterboxdCsv } from '../../../../src/transfer/exporters/letterboxd-csv.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { Gatherer } from '../../../../src/transfer/gather.ts';
import { IMPORTERS } from '../../../../src/transfer/importers/index.ts';
import { letterboxdImport } from '../../../../src/transfer/importers/letterboxd-import.ts';
import { type ColumnMapping, mappedTable, suggestMapping } from '../../../../src/transfer/mapped-table.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { thing } from '../../../support/export-things.ts';
import { id } from '../../../support/samples.ts';

describeExporterContract(
  letterboxdCsv,
  'Title,Year,Directors,LetterboxdURI,imdbID,tmdbID,Rating,WatchedDate,Rewatch,Tags,Review',
  (table) => mappedTable(suggestMapping(table)),
);

const uses = ['2020-02-03', '2021', '2022-05-06'].map((at) => ({ at: at as Moment }));

describe('letterboxdCsv', () => {
  it('writes a row for each day it was seen, mark and words in the last', () => {
    const seen = thing({}, { tags: ['a, b', 'c'], text: 'Good.' }, { sources: [{ uses, note: 'mine' }] });
    const { csv, rows, losses } = letterboxdCsv.write([seen]);
    expect(csv.split('\n').slice(1, 3)).toEqual([
      'M,1931,,,tt0022100,832,,2020-02-03,,,',
      'M,1931,,,tt0022100,832,4,2022-05-06,true,"a b, c",Good.',
    ]);
    expect(rows).toBe(2);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['date-left-out', '2021'],
      ['date-left-out', '2024-03-09'],
      ['uses-left-out', '3'],
      ['tags-with-last', 'a, b, c'],
      ['comma-replaced', 'a, b'],
      ['note-left-out', undefined],
    ]);
  });

  it('does not take the day of a mark for the day it was seen', () => {
    const { csv, losses } = letterboxdCsv.write([thing()]);
    expect(csv.split('\n')[1]).toBe('M,1931,,,tt0022100,832,4,,,,');
    expect(losses).toMatchObject([{ reason: 'date-left-out', value: '2024-03-09' }]);
  });

  it('rounds to half stars, of two the higher, and says so', () => {
    const { csv, losses } = letterboxdCsv.write([
      thing({}, { given: { value: 4.25, best: 5, worst: 0.5 }, isUndated: true }),
    ]);
    expect(csv).toContain(',4.5,');
    expect(losses).toMatchObject([{ reason: 'rounded', value: '4.25 / 5 → 4.5' }]);
  });

  it('says of a single viewing that it was not the first, and of two on one day one', () => {
    const again = [{ at: '2024-03-09' as Moment, isRepeat: true as const }];
    const { csv, losses } = letterboxdCsv.write([
      thing({}, {}, { sources: [{ uses: again }, { uses: [{ at: '2024-03-09T12:00:00.000Z' as Moment }] }] }),
    ]);
    expect(csv.split('\n').slice(1)).toEqual(['M,1931,,,tt0022100,832,4,2024-03-09,true,,', '']);
    expect(losses).toMatchObject([{ reason: 'time-left-out', value: '2024-03-09T12:00:00.000Z → 2024-03-09' }]);
  });

  it('writes its address at Letterboxd and its directors where they are known, and nobody else for them', () => {
    const identifiers = [id('boxd:2bLg')];
    const creators = ['Fritz Lang', 'Thea Harbou'];
    const { csv, losses } = letterboxdCsv.write([
      thing({ identifiers, creators }, { isUndated: true }, { directors: ['Fritz Lang'] }),
      thing({ identifiers: [id('letterboxd:m-1931')], creators }, { isUndated: true }),
    ]);
    expect(csv.split('\n').slice(1, 3)).toEqual([
      'M,1931,Fritz Lang,https://boxd.it/2bLg,,,4,,,,',
      'M,1931,,https://letterboxd.com/film/m-1931/,,,4,,,,',
    ]);
    expect(losses).toEqual([]);
    const [entry] = entriesOf(letterboxdImport, { sort: 'table', table: parseTable(csv) });
    expect(entry?.facts).toMatchObject({ creators: ['Fritz Lang'], identifiers });
  });

  it('writes words that Letterboxd would take for HTML so that they stay words', () => {
    const text = 'Not <b>bold</b> &amp; plain';
    const { csv } = letterboxdCsv.write([thing({}, { text })]);
    expect(csv).toContain('Not &lt;b&gt;bold&lt;/b&gt; &amp;amp; plain');
    const [entry] = entriesOf(letterboxdImport, { sort: 'table', table: parseTable(csv) });
    expect(entry?.content?.text).toBe(text);
  });

  it('counts a wish as a wish, with a like beside it, and what nobody has seen or wanted as unmarked', () => {
    const { rating: _rating, ...unrated } = thing();
    const intention = { wantedAt: '2024-05-01' } as Intention;
    const liked = { ...unrated, sources: [{ liked: {} }] };
    const { rows, losses } = letterboxdCsv.write([{ ...unrated, intention }, { ...liked, intention }, liked]);
    expect(rows).toBe(0);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['wish-left-out', undefined],
      ['wish-left-out', undefined],
      ['like-left-out', undefined],
      ['not-rated', undefined],
    ]);
  });

  it('tells that a film with a mark was seen, once, where no day is written: read again, it was not', () => {
    for (const [seen, lost] of [
      [{ uses: [{}] }, [['uses-left-out', undefined]]],
      [{ uses: [{ isRepeat: true as const }] }, [['uses-left-out', undefined]]],
      [{ useCount: 3 }, [['uses-left-out', '3']]],
      [
        { uses: [{ at: '2021' as Moment }] },
        [
          ['date-left-out', '2021'],
          ['uses-left-out', undefined],
        ],
      ],
      [{ uses: [{ at: '2024-03-09' as Moment }] }, []],
      [{ liked: {} }, [['like-left-out', undefined]]],
    ] as const) {
      const { csv, losses } = letterboxdCsv.write([thing({}, { isUndated: true }, { sources: [seen] })]);
      expect(losses.map(({ reason, value }) => [reason, value])).toEqual(lost);
      const [entry] = entriesOf(letterboxdImport, { sort: 'table', table: parseTable(csv) });
      const wasUsed = 'uses' in seen || 'useCount' in seen;
      const isTold = lost.some(([reason]) => reason === 'uses-left-out');
      expect(entry?.content?.uses !== undefined).toBe(wasUsed && !isTold);
    }
  });

  it('writes what was said of a film without a mark', () => {
    const { rating: _rating, ...unrated } = thing();
    const { csv, losses } = letterboxdCsv.write([
      { ...unrated, sources: [{ uses: [{}], text: 'So.', tags: ['sea'] }] },
    ]);
    expect(csv.split('\n')[1]).toBe('M,1931,,,tt0022100,832,,,,sea,So.');
    expect(losses).toEqual([]);
  });
});

/** What Letterboxd imports is not what it exports: it has an importer of its own, and can be read as anybody's table, too. */
describe('letterboxdCsv, read back', () => {
  const back = (things: Parameters<typeof letterboxdCsv.write>[0], isMapped = true) => {
    const { csv, losses } = letterboxdCsv.write(things);
    const table = parseTable(csv);
    const importer = isMapped ? mappedTable(suggestMapping(table)) : letterboxdImport;
    const gatherer = new Gatherer();
    for (const outcome of outcomesOf(importer, { sort: 'table', table })) {
      gatherer.add(importer, 0, outcome);
    }
    return { table, losses, ...gatherer.finish() };
  };
  const given = { value: 3.5, best: 5, worst: 0.5 };

  it('is suggested as what it is, by its columns alone', () => {
    const { table } = back([thing({}, { given, tags: ['a', 'b'], text: 'Good.' }, { sources: [{ uses }] })]);
    expect(IMPORTERS.filter((one) => one.recognises({ sort: 'table', table }))).toEqual([letterboxdImport]);
    expect(suggestMapping(table)).toEqual({
      name: 'Title',
      kind: { fixed: 'Movie' },
      year: 'Year',
      creators: { column: 'Directors' },
      identifiers: [{ scheme: 'imdb', column: 'imdbID' }],
      mark: { column: 'Rating', best: 5, worst: 0.5, zeroIsNone: true },
      date: { column: 'WatchedDate', means: 'used' },
      tags: { column: 'Tags', separator: ',' },
      text: 'Review',
    } satisfies ColumnMapping);
  });

  it('comes back as it was by the importer of what is made for Letterboxd, number of TMDB and rewatch too', () => {
    const days = ['2020-02-03', '2024-03-09'].map((at) => ({ at: at as Moment }));
    const { things, remarks } = back(
      [thing({}, { given, tags: ['sea'], text: 'Good & <short>.\nAgain.' }, { sources: [{ uses: days }] })],
      false,
    );
    expect(things).toMatchObject([
      {
        id: 'letterboxd m | 1931',
        facts: { name: 'M', identifiers: ['imdb:tt0022100', 'tmdb:movie/832'] },
        content: {
          ratings: [{ given, at: '2024-03-09' }],
          text: 'Good & <short>.\nAgain.',
          tags: ['sea'],
          uses: [days[0], { ...days[1], isRepeat: true }],
        },
      },
    ]);
    expect(remarks).toEqual([]);
  });

  it('comes back as a mapped table, but for the number of TMDB and whether it was seen again', () => {
    const days = ['2020-02-03', '2024-03-09'].map((at) => ({ at: at as Moment }));
    const { things, remarks, losses } = back([
      thing(
        { name: 'M, "a film"' },
        { given, tags: ['sea', 'b'], text: 'Good & <short>.\nAgain.' },
        { sources: [{ uses: days }] },
      ),
    ]);
    expect(things).toEqual([
      {
        id: 'table imdb:tt0022100',
        source: 'table',
        from: 'mapped-table',
        facts: { kind: 'Movie', name: 'M, "a film"', year: 1931, identifiers: ['imdb:tt0022100'] },
        content: {
          ratings: [{ given, at: '2024-03-09' }],
          text: 'Good & <short>.\nAgain.',
          tags: ['sea', 'b'],
          uses: days,
        },
      },
    ]);
    expect(remarks).toEqual([]);
    expect(losses).toMatchObject([{ reason: 'tags-with-last', value: 'sea, b' }]);
  });
});
