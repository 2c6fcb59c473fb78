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

  it.each<[string, readonly string[], object]>([
    [
      'a coffee log',
      [
        'Date,Roaster,Coffee,Origin,Brew Method,Rating (1-10),Tasting Notes',
        '2024-01-03,Harbour Roast,Yirga,Ethiopia,V60,4.5,floral',
      ],
      {
        name: 'Coffee',
        kind: { fixed: 'Product' },
        mark: { column: 'Rating (1-10)', best: 10, worst: 1, zeroIsNone: true },
        date: { column: 'Date', means: 'rated' },
        creators: { column: 'Roaster' },
        text: 'Tasting Notes',
        identifiers: [],
      },
    ],
    [
      'restaurants',
      ['Restaurant Name,Cuisine,Visited On,Overall Rating,Notes', 'Blue Quay,Thai,3/14/2023,4.5,Great curry'],
      {
        name: 'Restaurant Name',
        kind: { fixed: 'Restaurant' },
        mark: { column: 'Overall Rating', best: 5, worst: 0.5, zeroIsNone: true },
        date: { column: 'Visited On', order: 'month-first', means: 'used' },
        note: 'Notes',
        identifiers: [],
      },
    ],
    [
      'a reading list with states',
      [
        'title,author,status,favourite,rating,start_date,finish_date,publication_year,isbn,my_review',
        'Salt Roads,Ada Marrow,finished,true,4.5,2023-01-02T00:00:00.000,2023-01-09T00:00:00.000,1994,9780141439600,Good',
        'Tide,Ben Quill,planned,false,,,,1999,,',
      ],
      {
        name: 'title',
        kind: { fixed: 'Book' },
        mark: { column: 'rating', best: 5, worst: 0.5, zeroIsNone: true },
        date: { column: 'finish_date', means: 'used' },
        creators: { column: 'author' },
        year: 'publication_year',
        text: 'my_review',
        wanted: { column: 'status', equals: ['planned'] },
        liked: { column: 'favourite', equals: ['1', 'yes', 'true', 'x', 'ja', 'oui', 'si', '✓'] },
        identifiers: [{ scheme: 'isbn', column: 'isbn' }],
      },
    ],
    [
      'a whisky list',
      ['Whisky;Distillery;Age;ABV;Score;Nose;Date Tasted', 'Salt 12;Quay;12;46%;88;smoke;2022-03-04'],
      {
        name: 'Whisky',
        kind: { fixed: 'Product' },
        mark: { column: 'Score', best: 100, worst: 1, zeroIsNone: true },
        date: { column: 'Date Tasted', means: 'used' },
        creators: { column: 'Distillery' },
        identifiers: [],
      },
    ],
    [
      'Portuguese films',
      ['Nome,Gênero,Diretor,Ano,Nota,Assistido em,Comentário', 'Sal,Drama,A. M.,1994,9,13/06/2021,Bom'],
      {
        name: 'Nome',
        kind: { fixed: 'Movie' },
        mark: { column: 'Nota', best: 10, worst: 1, zeroIsNone: true },
        date: { column: 'Assistido em', order: 'day-first', means: 'used' },
        creators: { column: 'Diretor' },
        year: 'Ano',
        text: 'Comentário',
        tags: { column: 'Gênero' },
        identifiers: [],
      },
    ],
    [
      'Italian books',
      ['Titolo,Autore,Anno,Voto,Data lettura,Recensione', 'Sale,A. M.,1994,4,13/06/2021,Bello'],
      {
        name: 'Titolo',
        kind: { fixed: 'Book' },
        mark: { column: 'Voto', best: 5, worst: 1, zeroIsNone: true },
        date: { column: 'Data lettura', order: 'day-first', means: 'used' },
        creators: { column: 'Autore' },
        year: 'Anno',
        text: 'Recensione',
        identifiers: [],
      },
    ],
    [
      'Russian books',
      ['Название;Автор;Год;Оценка;Дата;Отзыв', 'Соль;А. М.;1994;9;13.06.2021;Хорошо'],
      {
        name: 'Название',
        kind: { fixed: 'Book' },
        mark: { column: 'Оценка', best: 10, worst: 1, zeroIsNone: true },
        date: { column: 'Дата', order: 'day-first', means: 'rated' },
        creators: { column: 'Автор' },
        year: 'Год',
        text: 'Отзыв',
        identifiers: [],
      },
    ],
    [
      'stars of signs, and months',
      ['bookName,authorName,myRating,dateRead', 'Salt,Ada,⭐⭐⭐⭐,June 2021'],
      {
        name: 'bookName',
        kind: { fixed: 'Book' },
        mark: { column: 'myRating', best: 5, worst: 1, zeroIsNone: true },
        date: { column: 'dateRead', means: 'used' },
        creators: { column: 'authorName' },
        identifiers: [],
      },
    ],
    [
      'reviews of a shop, in which a user’s rating is the only one',
      [
        'id,product_name,brand,user_rating,review_title,review_text,review_date,avg_rating',
        '1,Kettle,Quay,5,Nice,Boils fast,"Reviewed on March 3, 2021",4.2',
      ],
      {
        name: 'product_name',
        kind: { fixed: 'Product' },
        mark: { column: 'user_rating', best: 5, worst: 1, zeroIsNone: true },
        date: { column: 'review_date', means: 'rated' },
        creators: { column: 'brand' },
        text: 'review_text',
        identifiers: [],
      },
    ],
  ])('guesses the columns of %s', (_what, lines, mapping) => {
    expect(suggestMapping(tableOf(...lines))).toEqual(mapping);
  });

  it('does not take an address for a name because it holds words', () => {
    const table = tableOf('Billing Address,Buyer E-mail,Thing bought,Points', '1 Hidden Lane,a@mail.example,Kettle,4');
    expect(suggestMapping(table).name).toBe('Thing bought');
  });

  it('takes titles that are numbers for titles', () => {
    expect(suggestMapping(tableOf('Rank,Film,Rating', '1,300,4', '2,1917,5')).name).toBe('Film');
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
    [['⭐⭐⭐⭐', '⭐'], { best: 5, worst: 1 }],
    [['4 out of 5'], { best: 5, worst: 1 }],
    [['7 stars', '3.5 ★'], { best: 10, worst: 1 }],
    [['120'], undefined],
    [['-1'], undefined],
    [['good', 'bad'], undefined],
    [[], undefined],
  ])('takes %j for %j', (values, scale) => {
    expect(suggestScale(values)).toEqual(scale && { ...scale, zeroIsNone: true });
  });

  it.each([
    ['Rating (1-10)', 10],
    ['Score out of 20', 20],
    ['Punkte von 100', 100],
    ['My rating /10', 10],
    ['Rating', 5],
    ['Top 3 of 2020', 5],
  ])('takes the column %j for one of %d', (column, best) => {
    expect(suggestScale(['4'], column)?.best).toBe(best);
  });
});

describe('suggestMapping, of tables whose columns have been translated', () => {
  it('takes the product’s name for the name, not a date that stands before it', () => {
    const table = parseTable(
      'Website,Bestell-ID,Bestelldatum,ASIN,Produktname\nshop,302-1,2023-05-06T10:00:00Z,B00ABCDEF1,Lampe\n',
    );
    expect(suggestMapping(table).name).toBe('Produktname');
  });

  it('finds the day of a mark', () => {
    const table = parseTable('Const,Ihre Bewertung,Bewertungsdatum,Titel\ntt0022100,8,2024-03-09,M\n');
    expect(suggestMapping(table)).toMatchObject({
      mark: { column: 'Ihre Bewertung' },
      date: { column: 'Bewertungsdatum', means: 'rated' },
    });
  });
});
