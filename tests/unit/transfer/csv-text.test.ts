import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, notRun, unguarded } from '../../../src/transfer/csv-text.ts';
import { parseTable } from '../../../src/transfer/csv.ts';

/** Texts that begin as formulas and guards do. */
const tricky = fc.tuple(
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\r', '\n', 'a', '1'), maxLength: 6 }),
  fc.string(),
);

describe('notRun', () => {
  it.each(['=1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', '\tx', '\rx', '\nx', ' =1', "'=1", "'' -1"])(
    'guards %j',
    (text) => {
      expect(notRun(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'a=1', '1-1', "'tis", "it's", '…', "'", '400'])('leaves %j as it is', (text) => {
    expect(notRun(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });

  it('is undone, whatever the text is', () => {
    fc.assert(
      fc.property(tricky, ([start, rest]) => {
        const text = start + rest;
        expect(unguarded(notRun(text))).toBe(text);
        expect(notRun(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a cell of a table', () => {
  it('is without the guard it was written with, once', () => {
    const texts = ['=1', "'=1", "''=1", 'plain', "'tis"];
    const table = parseTable(csvText([['A'], ...texts.map((text) => [notRun(text)])]));
    expect(table.rows.map((row) => table.cell(row, 'A'))).toEqual(texts);
  });
});
