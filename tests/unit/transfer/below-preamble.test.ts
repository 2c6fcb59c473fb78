import { describe, expect, it } from 'vitest';
import { belowPreamble } from '../../../src/transfer/below-preamble.ts';
import { parseTable } from '../../../src/transfer/csv.ts';
import { recogniseFile } from '../../../src/transfer/recognise-file.ts';

const HEADER = 'Const,Your Rating,Date Rated,Title,Title Type';
const ROW = 'tt1000001,8,2023-01-01,Tide,Movie';

function tableIn(text: string) {
  const below = belowPreamble(text);
  return below?.content.sort === 'table' ? { ...below, table: below.content.table } : undefined;
}

describe('belowPreamble', () => {
  it.each([
    ['of as many cells', `My ratings,,,,\nas of today,,,,\n${HEADER}\n${ROW}\n`, 4],
    ['of fewer cells', `My ratings\n${HEADER}\n${ROW}\n`, 3],
    ['with a blank line', `My ratings\n\n\n${HEADER}\n${ROW}\n`, 5],
    [
      'with other separators',
      `Mine; all, of them, so far, and more\r\n\r\n${HEADER.replaceAll(',', ';')}\r\n${ROW.replaceAll(',', ';')}\r\n`,
      4,
    ],
    ['after a byte order mark', `\uFEFFMine\r${HEADER}\r${ROW}\r`, 3],
  ])('finds a header that somebody knows below lines %s, and keeps the lines’ numbers', (_what, text, line) => {
    expect(recogniseFile({ sort: 'table', table: parseTable(text) })).toBeUndefined();
    const below = tableIn(text);
    expect(below?.importer?.id).toBe('imdb-ratings');
    expect(below?.table.rows).toEqual([{ line, cells: ROW.split(',') }]);
  });

  it.each([
    'My list, by hand\n\nTitle,Note,URL\nSalt,a,b\n',
    '\uFEFFMy list\r\n\r\nTitle,Note,URL\r\nSalt,"a,\r\nb",c\r\n',
  ])('does not take what a table of nobody is called for its header: %j', (text) => {
    const below = tableIn(text);
    expect(below?.importer).toBeUndefined();
    expect(below?.table.header).toEqual(['Title', 'Note', 'URL']);
    expect(below?.table.rows.map(({ line }) => line)).toEqual([4]);
    expect(below?.table.broken).toEqual([]);
  });

  it.each([
    ['a table of nobody', 'a,b,c\n1,2,3\n4,5,6\n'],
    ['a row of numbers', 'who,what,stars,when\n196,242,3,881250949\n'],
    ['a header far below', `1\n2\n3\n4\n5\n6\n7\n${HEADER}\n${ROW}\n`],
    ['rows behind a blank line with cells of their own', 'Title,Date\n\nA, b, c,1\nD,2\n'],
    ['a title and one row', 'Title\n\nA,b\n'],
    ['nothing', ''],
  ])('finds none in %s', (_what, text) => {
    expect(belowPreamble(text)).toBeUndefined();
  });
});
