import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/transfer/csv.ts';

const cellsOf = (text: string): (readonly string[])[] => parseTable(text).rows.map(({ cells }) => cells);

describe('parseTable, of tab-separated text', () => {
  it('keeps quotation marks that open a cell and do not close it', () => {
    expect(cellsOf('Title\tBy\n"Salt" and others\tQuill\n"Tide"\tMarrow\n')).toEqual([
      ['"Salt" and others', 'Quill'],
      ['"Tide"', 'Marrow'],
    ]);
  });

  it('takes off quotation marks that stand around whole cells, with tabs and line ends inside', () => {
    expect(cellsOf('"Title"\t"By"\n"Salt\tand ""others"""\t"Quill\nand son"\r\n')).toEqual([
      ['Salt\tand "others"', 'Quill\nand son'],
    ]);
  });
});

describe('parseTable, of quotations behind blanks', () => {
  it('reads them like others, with separators and line ends inside', () => {
    expect(cellsOf('Title,Rating,Review\n"Salt","7",  ""\n"Tide","8",  "Loud, and ""good"".\nTwice."\n')).toEqual([
      ['Salt', '7', ''],
      ['Tide', '8', 'Loud, and "good".\nTwice.'],
    ]);
  });

  it('keeps a cell that only begins with a mark, with its blanks', () => {
    expect(cellsOf('Title,Size,By\nSalt, 12" Single,Quill\nTide, "7 inch,Marrow\n')).toEqual([
      ['Salt', ' 12" Single', 'Quill'],
      ['Tide', ' "7 inch', 'Marrow'],
    ]);
  });
});
