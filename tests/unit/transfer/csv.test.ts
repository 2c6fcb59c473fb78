import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/transfer/csv.ts';

/** Rows as they are read: line and cells. */
function rowsOf(text: string): [number, ...string[]][] {
  return parseTable(text).rows.map(({ line, cells }) => [line, ...cells]);
}

describe('parseTable', () => {
  it.each([
    ['commas', 'A,B;C\n1,2\n'],
    ['semicolons', 'A;B,C;D\n1;2;3\n'],
    ['tabs', 'A\tB, C\n1\t2\n'],
    ['bars', 'A|B\n1|2\n'],
    ['two colons', '7::A|B, "c" d::e\n1::2\n'],
  ])('takes %s for separators where the header has most of them', (_what, text) => {
    expect(rowsOf(text)[0]?.slice(1)).toEqual(text.startsWith('A;') ? ['1', '2', '3'] : ['1', '2']);
  });

  it('counts separators outside of quotations, and believes a line that names one', () => {
    expect(parseTable('"a;b;c;d",e\n1,2\n').header).toEqual(['a;b;c;d', 'e']);
    for (const text of ['sep=;\nA,x;B\n1;2\n', '\uFEFFsep=;\r\nA,x;B\r\n1;2\r\n']) {
      expect(parseTable(text)).toMatchObject({ header: ['A,x', 'B'], rows: [{ line: 3, cells: ['1', '2'] }] });
    }
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends lines in %s, and counts them exactly past blank ones and cells of several', (_what, end) => {
    const text = ['A,B', '', '1,"x', 'y', '', 'z"', ' ', '2,b', '3,c'].join(end);
    expect(rowsOf(text)).toEqual([
      [3, '1', `x${end}y${end}${end}z`],
      [8, '2', 'b'],
      [9, '3', 'c'],
    ]);
  });

  it.each(['A,B\n1,"x\ny"\n2,z\n', '\uFEFFA,B\r\n1,"x\r\ny"\r\n2,z\r\n'])('counts from the header on: %j', (text) => {
    expect(parseTable(text).header).toEqual(['A', 'B']);
    expect(parseTable(text).rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('keeps line feeds in cells of a file whose lines end in CR', () => {
    expect(rowsOf('A,B\r1,"x\ny"\r2,z\r')).toEqual([
      [2, '1', 'x\ny'],
      [4, '2', 'z'],
    ]);
  });

  it('counts from the line it is told, where a table is not the first', () => {
    expect(parseTable('A,B\n1,2\n', 5).rows[0]?.line).toBe(6);
  });

  it.each<[string, string, string[]]>([
    ['doubled marks', 'A,B\n"say ""hi""",2\n', ['say "hi"', '2']],
    ['marks around separators', 'A,B\n"1,2","3,4"\n', ['1,2', '3,4']],
    ['an empty quotation', 'A,B\n"",""\n', ['', '']],
    ['blanks behind a quotation', 'A,B\n"1"  ,"2" \n', ['1', '2']],
    ['marks that are not doubled', 'A,B\n"He said "hi" to me",2\n', ['He said "hi" to me', '2']],
    ['marks in the middle of a cell', 'A,B\n12" vinyl,="0141"\n', ['12" vinyl', '="0141"']],
    ['a spreadsheet’s guard', 'A,B\n"=""0141""",""""""\n', ['="0141"', '""']],
    ['a quotation at the end of the file', 'A,B\n1,"2"', ['1', '2']],
  ])('reads %s', (_what, text, cells) => {
    expect(rowsOf(text)).toEqual([[2, ...cells]]);
    expect(parseTable(text).broken).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['title between marks', 'A\tB\n"Heroes"\t2\n', ['"Heroes"', '2']],
    ['mark at the beginning', 'A\tB\n"Heroes" (live)\t2\n', ['"Heroes" (live)', '2']],
    ['mark that never ends', 'A\tB\n"Heroes\t2\n', ['"Heroes', '2']],
    ['inch mark', 'A\tB\n12"\t7"\n', ['12"', '7"']],
    ['quotation that needs to be one', 'A\tB\n"say ""hi"""\t"1\n2"\n', ['say "hi"', '1\n2']],
  ])('leaves marks alone in a file of tabs: a %s', (_what, text, cells) => {
    expect(rowsOf(text)).toEqual([[2, ...cells]]);
    expect(parseTable(text).broken).toEqual([]);
  });

  it('takes quotations for such in a file of tabs that quotes its header', () => {
    expect(parseTable('"A"\t"B"\n"1"\t"2"\n')).toMatchObject({ header: ['A', 'B'], rows: [{ cells: ['1', '2'] }] });
  });

  it('does not let two stray marks of a file of tabs swallow the rows between', () => {
    expect(rowsOf('A\tB\n"Heroes\t1\nx\t2\n7"\t3\n').map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it('ends a quotation that never ends with its line, says so, and reads on', () => {
    const table = parseTable('A,B,C\n1,"lost,2\n2,"kept, whole",3\n3,x,"y"\n4,"also lost,5\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '"lost', '2'] },
      { line: 3, cells: ['2', 'kept, whole', '3'] },
      { line: 4, cells: ['3', 'x', 'y'] },
      { line: 5, cells: ['4', '"also lost', '5'] },
    ]);
    expect(table.broken).toEqual([
      { line: 2, fault: 'quotation' },
      { line: 5, fault: 'quotation' },
    ]);
  });

  it('keeps rows of too few and too many cells, and says which', () => {
    const table = parseTable('A,B,C\n1\n1,2,3,4\n1,2,3,, \n1,2,3\n');
    expect(table.rows.map(({ cells }) => cells.length)).toEqual([1, 4, 5, 3]);
    expect(table.broken).toEqual([
      { line: 2, fault: 'cells' },
      { line: 3, fault: 'cells' },
    ]);
  });

  it('finds columns called like what every object has, and the first of two of one name', () => {
    const table = parseTable('__proto__,constructor,A,A\nx,y,1,2\n');
    const [row] = table.rows;
    expect(['__proto__', 'constructor', 'A', 'toString'].map((name) => row && table.cell(row, name))).toEqual([
      'x',
      'y',
      '1',
      '',
    ]);
    expect(table.has('__proto__', 'constructor')).toBe(true);
    expect(table.has('toString')).toBe(false);
  });

  it('drops a byte order mark before a quoted header', () => {
    expect(parseTable('\uFEFF"A","B"\n1,2\n').header).toEqual(['A', 'B']);
  });

  it.each(['', '\n\n', ' ', ',', '"', '""', '"\n"', '\uFEFF'])('makes a table of %j', (text) => {
    expect(parseTable(text).broken.length).toBeLessThan(2);
  });

  it('gives back what was written, however it is cut into cells', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '\t', '=') })
      .map((text) => `x${text}x`);
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '|'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, end) => {
        const line = (cells: readonly string[]): string =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
        const read = parseTable([line(['A', 'B', 'C']), ...rows.map(line)].join(end));
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(read.broken).toEqual([]);
      }),
    );
  });

  it('reads any text, each line of it in order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\t', '\n', '\r', ' ', ';'), maxLength: 200 });
    fc.assert(
      fc.property(text, (some) => {
        const { rows } = parseTable(some);
        const lines = some.split(/\r\n|\r|\n/u);
        let before = 0;
        for (const { line, cells } of rows) {
          expect(line).toBeGreaterThan(before);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(cells.length).toBeGreaterThan(0);
          before = line;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads 100,000 rows in time', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `${at % 600},"Film, no. ${at}",${(at % 10) / 2},96498270${at % 10}`,
    );
    const text = ['userId,title,rating,timestamp', ...rows].join('\n');
    const began = performance.now();
    expect(parseTable(text).rows).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each<[string, string]>([
    ['rows that begin with two marks', '""x\n'],
    ['marks', '"'],
    ['marks and letters', '"x'],
    ['quotations that end in their row', '"a" b\n'],
    ['marks behind separators', ',"'],
    ['doubled marks between tabs', '"a\t""b'],
    ['separators', ','],
    ['empty cells that are none', '""x,'],
    ['blanks behind marks', '"        '],
  ])('needs no more than proportional time for 200,000 %s', (_what, part) => {
    const began = performance.now();
    parseTable(`a,b\n${part.repeat(200_000)}`);
    parseTable(`a\tb\n${part.repeat(100_000)}`);
    expect(performance.now() - began).toBeLessThan(40_000);
  });

  it.each(['sep=;\na;b\n1;2\n', '\uFEFFsep=;\r\na;b\r\n1;2\r\n', '"sep=;"\na;b\n1;2\n'])(
    'counts a line that says the separator: %j',
    (text) => {
      expect(parseTable(text).rows).toEqual([{ line: 3, cells: ['1', '2'] }]);
    },
  );
});
