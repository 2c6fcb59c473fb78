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
