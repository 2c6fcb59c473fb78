import { describe, expect, it, vi } from 'vitest';
import type { Moment } from '../../../src/domain/moment.ts';
import type { SourceContent } from '../../../src/domain/source-record.ts';
import { parseTable } from '../../../src/transfer/csv.ts';
import type { ExportThing, Exporter } from '../../../src/transfer/exporter.ts';
import { goodreadsCsv } from '../../../src/transfer/exporters/goodreads-csv.ts';
import { imdbCsv } from '../../../src/transfer/exporters/imdb-csv.ts';
import { letterboxdCsv } from '../../../src/transfer/exporters/letterboxd-csv.ts';
import { storygraphCsv } from '../../../src/transfer/exporters/storygraph-csv.ts';
import { thing } from '../../support/export-things.ts';

/** Everything stands at the source alone: the mark was given here before the file came. */
const SAID: SourceContent = {
  text: 'Words of there.',
  earlierTexts: ['Words of before.'],
  tags: ['sea', 'slow'],
  note: 'Lent to Ada.',
  aspects: [{ name: 'Plot', given: { value: 3, best: 5, worst: 1 } }],
  uses: [{ at: '2022-05-06' as Moment, isRepeat: true }],
};

function written(exporter: Exporter, one: ExportThing): { cells: Record<string, string>[]; losses: string[] } {
  const { csv, losses } = exporter.write([one]);
  const table = parseTable(csv);
  return {
    cells: table.rows.map((row) => Object.fromEntries(table.header.map((name) => [name, table.cell(row, name)]))),
    losses: losses.map(({ reason, value }) => (value === undefined ? reason : `${reason}: ${value}`)),
  };
}

describe('RowWriter', () => {
  it.each([
    [imdbCsv, 'Date Rated', '2024-03-10', { ratedAt: '2024-03-09T23:30:00.000Z' as Moment }, []],
    [letterboxdCsv, 'WatchedDate', '2024-03-10', {}, [{ uses: [{ at: '2024-03-09T23:30:00.000Z' as Moment }] }]],
    [
      letterboxdCsv,
      'WatchedDate',
      '2024-03-10',
      { ratedAt: '2024-03-09T23:30:00.000Z' as Moment },
      [{ uses: [{ at: '2024-03-10' as Moment }] }],
    ],
  ] as const)(
    'writes the day that the person sees, and tells of the time that goes: $id, %s',
    (exporter, column, day, rating, sources) => {
      vi.stubEnv('TZ', 'Europe/Berlin');
      const { cells, losses } = written(exporter, thing({}, rating, { sources }));
      expect(cells[0]?.[column]).toBe(day);
      expect(losses).toContain('time-left-out: 2024-03-09T23:30:00.000Z → 2024-03-10');
      vi.stubEnv('TZ', 'America/New_York');
      const there = written(exporter, thing({}, rating, { sources }));
      expect(there.cells[0]?.[column]).toBe(
        sources.some(({ uses }) => uses[0].at === '2024-03-10') ? day : '2024-03-09',
      );
      vi.unstubAllEnvs();
    },
  );

  it.each([
    [storygraphCsv, 'Dates Read'],
    [goodreadsCsv, 'Date Read'],
  ])('writes the day of reading that the person sees: $id', (exporter, column) => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const sources = [{ uses: [{ at: '2024-03-09T16:30:00.000Z' as Moment }] }];
    const { cells, losses } = written(exporter, thing({ kind: 'Book' }, { isUndated: true }, { sources }));
    vi.unstubAllEnvs();
    expect(cells[0]?.[column]).toBe('2024/03/10');
    expect(losses).toEqual(['time-left-out: 2024-03-09T16:30:00.000Z → 2024-03-10']);
  });

  const lostOfTexts = ['aspects-left-out', 'text-left-out: Words of before.'];

  it('writes for Letterboxd what only a source has of a rated film, and tells of what has no place', () => {
    const { cells, losses } = written(letterboxdCsv, thing({}, { isUndated: true }, { sources: [SAID] }));
    expect(cells).toMatchObject([
      { Rating: '4', WatchedDate: '2022-05-06', Rewatch: 'true', Tags: 'sea, slow', Review: 'Words of there.' },
    ]);
    expect(losses).toEqual(['aspects-left-out', 'note-left-out', 'text-left-out: Words of before.']);
  });

  it('writes for Goodreads what only a source has of a rated book, the note and the second reading too', () => {
    const { cells, losses } = written(goodreadsCsv, thing({ kind: 'Book' }, {}, { sources: [SAID] }));
    expect(cells).toMatchObject([
      {
        'My Review': 'Words of there.',
        'Private Notes': 'Lent to Ada.',
        Bookshelves: 'sea, slow',
        'Date Read': '2022/05/06',
        'Read Count': '2',
      },
    ]);
    expect(losses).toEqual(['date-left-out: 2024-03-09', ...lostOfTexts]);
  });

  it('writes for StoryGraph what only a source has of a rated book', () => {
    const { cells, losses } = written(storygraphCsv, thing({ kind: 'Book' }, {}, { sources: [SAID] }));
    expect(cells).toMatchObject([
      { Review: 'Words of there.', Tags: 'sea, slow', 'Last Date Read': '2022/05/06', 'Read Count': '2' },
    ]);
    expect(losses).toEqual([
      'date-left-out: 2024-03-09',
      'aspects-left-out',
      'note-left-out',
      'text-left-out: Words of before.',
    ]);
  });

  it('tells for IMDb of all that only a source has', () => {
    expect(written(imdbCsv, thing({}, {}, { sources: [SAID] })).losses).toEqual([
      'text-left-out: Words of there.',
      'tags-left-out: sea, slow',
      'aspects-left-out',
      'uses-left-out',
      'note-left-out',
      'text-left-out: Words of before.',
    ]);
  });

  it('writes the words beside the mark, and tells of what a source has otherwise', () => {
    const both = thing({}, { text: 'Mine.', tags: ['mine'] }, { sources: [SAID, { text: ' Mine. ', tags: ['sea'] }] });
    const { cells, losses } = written(letterboxdCsv, both);
    expect(cells).toMatchObject([{ Review: 'Mine.', Tags: 'mine, sea, slow' }]);
    expect(losses.filter((loss) => loss.startsWith('text'))).toEqual([
      'text-left-out: Words of there.',
      'text-left-out: Words of before.',
    ]);
  });

  it('tells that a film was seen again on a day that nobody knows', () => {
    const again = thing({}, { isUndated: true }, { sources: [{ uses: [{ isRepeat: true }] }] });
    expect(written(letterboxdCsv, again)).toMatchObject({ cells: [{ Rewatch: '' }], losses: ['uses-left-out'] });
  });
});
