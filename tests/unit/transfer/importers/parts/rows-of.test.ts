import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../../../src/transfer/csv.ts';
import { rowsOf } from '../../../../../src/transfer/importers/parts/rows-of.ts';

describe('rowsOf', () => {
  it('reads rows that fit the header, blank cells behind it or not, and calls the others broken', () => {
    const table = parseTable('a,b\n1,2\n1,2,, \n1,2,3\n1\n');
    const outcomes = [...rowsOf(table, (reader, cells) => reader.skip('says-nothing', cells('b'), cells('c')))];
    expect(outcomes.flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'says-nothing', column: '2', isSkipped: true },
      { line: 3, reason: 'says-nothing', column: '2', isSkipped: true },
      { line: 4, reason: 'broken-row', isSkipped: true },
      { line: 5, reason: 'broken-row', isSkipped: true },
    ]);
  });
});
