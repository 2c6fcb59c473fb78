import { describe, expect, it } from 'vitest';
import { imdbCsv } from '../../../../src/transfer/exporters/imdb-csv.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { thing } from '../../../support/export-things.ts';

describeExporterContract(
  imdbCsv,
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
);

describe('imdbCsv', () => {
  it('writes a film as IMDb would', () => {
    const { csv, losses } = imdbCsv.write([thing({ creators: ['Fritz Lang'], genres: ['Crime', 'Thriller'] })]);
    expect(csv.split('\n')[1]).toBe(
      'tt0022100,8,2024-03-09,M,M,https://www.imdb.com/title/tt0022100,Movie,,,1931,"Crime, Thriller",,,Fritz Lang',
    );
    expect(losses).toEqual([]);
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
});
