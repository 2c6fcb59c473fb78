import { describe, expect, it } from 'vitest';
import { ITEM_KINDS } from '../../src/domain/item.ts';
import { parseTable } from '../../src/transfer/csv.ts';
import { type Exporter, LOSS_REASONS } from '../../src/transfer/exporter.ts';
import { thing } from '../support/export-things.ts';

/** What must hold of every format of another service, whatever is put into it. */
export function describeExporterContract(exporter: Exporter, header: string): void {
  describe(`${exporter.id}, as every exporter`, () => {
    it('has its header, to the letter, also where there is nothing', () => {
      expect(exporter.write([])).toEqual({ csv: `${header}\n`, rows: 0, losses: [] });
    });

    it('writes each thing or says why not', () => {
      for (const kind of ITEM_KINDS) {
        const { rows, losses } = exporter.write([thing({ kind, name: 'x' })]);
        expect(rows > 0 || losses.length > 0).toBe(true);
        expect(losses.filter(({ reason }) => !LOSS_REASONS.includes(reason))).toEqual([]);
      }
    });

    it('threat 27: leaves nothing that a spreadsheet would run, and tells of it', () => {
      for (const text of ['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
        for (const kind of ['Movie', 'Book'] as const) {
          const { csv, rows, losses } = exporter.write([
            thing({ kind, name: text, creators: [text] }, { text, tags: [text] }),
          ]);
          const table = parseTable(csv);
          const cells = table.rows.flatMap((row) => row.cells);
          // Quotation marks around digits are how Goodreads keeps their zeros.
          expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell) && !/^="\d*"$/u.test(cell))).toEqual([]);
          expect(rows === 0 || losses.some(({ reason }) => reason === 'formula')).toBe(true);
        }
      }
    });

    it('keeps commas, quotation marks and line ends inside their cells', () => {
      for (const kind of ['Movie', 'Book'] as const) {
        const { csv, rows } = exporter.write([thing({ kind, name: 'One, "two"\nthree' })]);
        const table = parseTable(csv);
        expect(table.rows).toHaveLength(rows);
        for (const row of table.rows) {
          expect(row.cells).toHaveLength(table.header.length);
          expect(row.cells).toContain('One, "two"\nthree');
        }
      }
    });
  });
}
