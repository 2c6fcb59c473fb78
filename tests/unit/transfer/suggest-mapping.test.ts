import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/transfer/csv.ts';
import { mappedTable, readMapping } from '../../../src/transfer/mapped-table.ts';
import { suggestMapping } from '../../../src/transfer/suggest-mapping.ts';
import { suggestScale } from '../../../src/transfer/suggest-scale.ts';
import { entriesOf } from '../../contracts/importer-contract.ts';

const tableOf = (...lines: readonly string[]) => parseTable(lines.join('\n'));

describe('suggestMapping', () => {
  it('guesses English columns, and leaves the crowd’s rating alone', () => {
    expect(
      suggestMapping(
        tableOf(
          'Title,Average Rating,My Rating,Date Rated,Author,Year,Review,Private Notes,Tags,ISBN13,Owned',
          'Salt Roads,4.1,3.5,2021-06-13,Ada Marrow; Ben Quill,1994,Good,mine,"sea, slow",9780141439600,yes',
        ),
      ),
    ).toEqual({
      name: 'Title',
      kind: { fixed: 'Book' },
      mark: { column: 'My Rating', best: 5, worst: 0.5, zeroIsNone: true },
      date: { column: 'Date Rated', means: 'rated' },
      creators: { column: 'Author', separator: ';' },
      year: 'Year',
      text: 'Review',
      note: 'Private Notes',
      tags: { column: 'Tags', separator: ',' },
      owned: { column: 'Owned', equals: ['1', 'yes', 'true', 'x', 'ja', 'oui', 'si', '✓'] },
      identifiers: [{ scheme: 'isbn', column: 'ISBN13' }],
    });
  });

  it('guesses German columns, and the order of dates by a day over 12', () => {
    expect(
      suggestMapping(
        tableOf(
          'Titel;Regie;Jahr;Bewertung;Gesehen am;Kommentar',
          'Salz;A. Marrow;1994;8;13.06.2021;Gut',
          'B;C;1995;7;01.02.2021;',
        ),
      ),
    ).toEqual({
      name: 'Titel',
      kind: { fixed: 'Movie' },
      mark: { column: 'Bewertung', best: 10, worst: 1, zeroIsNone: true },
      date: { column: 'Gesehen am', order: 'day-first', means: 'used' },
      creators: { column: 'Regie' },
      year: 'Jahr',
      text: 'Kommentar',
      identifiers: [],
    });
  });

  it('guesses French columns, in which a note of numbers is a mark', () => {
    expect(suggestMapping(tableOf('Titre,Auteur,Année,Note,Avis', 'Sel,A. Marrow,1994,16,Bien'))).toEqual({
      name: 'Titre',
      kind: { fixed: 'Book' },
      mark: { column: 'Note', best: 20, worst: 1, zeroIsNone: true },
      creators: { column: 'Auteur' },
      year: 'Année',
      text: 'Avis',
      identifiers: [],
    });
  });

  it('takes a note of words for a note', () => {
    expect(suggestMapping(tableOf('Name,Note', 'Salt,from Jo', 'Tide,loud'))).toEqual({
      name: 'Name',
      kind: { fixed: 'CreativeWork' },
      note: 'Note',
      identifiers: [],
    });
  });

  it('guesses Spanish columns, and kinds by their words', () => {
    expect(
      suggestMapping(tableOf('Título,Puntuación,Tipo,Fecha', 'Sal,85,Película,06/07/2021', 'Mar,0,Libro,05/07/2021')),
    ).toEqual({
      name: 'Título',
      kind: { column: 'Tipo' },
      mark: { column: 'Puntuación', best: 100, worst: 1, zeroIsNone: true },
      date: { column: 'Fecha', means: 'rated' },
      identifiers: [],
    });
  });

  it('takes the first column of words for the name where none is called so, and years for no dates', () => {
    expect(suggestMapping(tableOf('No.,What,Date', '1,Salt Roads,1994', '2,Low Tide,1995'))).toEqual({
      name: 'What',
      kind: { fixed: 'CreativeWork' },
      identifiers: [],
    });
  });

  it('takes a date for a use where nothing is marked', () => {
    expect(suggestMapping(tableOf('Title,Date', 'Salt,2021-06-13')).date).toEqual({ column: 'Date', means: 'used' });
  });

  it('gives a mapping that reads the table it was guessed from', () => {
    const table = tableOf('Name,Score', 'Salt,7', 'Tide,9');
    const mapping = suggestMapping(table);
    expect(readMapping(mapping)).toEqual(mapping);
    expect(entriesOf(mappedTable(mapping), { sort: 'table', table })).toHaveLength(2);
  });

  it.each([
    ['', 'a'],
    ['__proto__,constructor', '1,2'],
    [',,', '1,2,3'],
  ])('guesses something for %j, whatever it is', (...lines) => {
    expect(suggestMapping(tableOf(...lines)).identifiers).toEqual([]);
  });
});

describe('suggestScale', () => {
  it.each<[readonly string[], { best: number; worst: number } | undefined]>([
    [['1', '5'], { best: 5, worst: 1 }],
    [['0', '3,5'], { best: 5, worst: 0.5 }],
    [['7.5'], { best: 10, worst: 1 }],
    [['15'], { best: 20, worst: 1 }],
    [['74'], { best: 100, worst: 1 }],
    [['3/10'], { best: 10, worst: 1 }],
    [['70%'], { best: 100, worst: 1 }],
    [['★★★', '★½'], { best: 5, worst: 0.5 }],
    [['120'], undefined],
    [['-1'], undefined],
    [['good', 'bad'], undefined],
    [[], undefined],
  ])('takes %j for %j', (values, scale) => {
    expect(suggestScale(values)).toEqual(scale && { ...scale, zeroIsNone: true });
  });
});
