import { describe, expect, it } from 'vitest';
import type { Intention } from '../../src/domain/intention.ts';
import { ITEM_KINDS } from '../../src/domain/item.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { parseTable } from '../../src/transfer/csv.ts';
import { type Exporter, type ExportThing, LOSS_REASONS, type LossReason } from '../../src/transfer/exporter.ts';
import type { Importer } from '../../src/transfer/importer.ts';
import type { Table } from '../../src/transfer/table.ts';
import { thing } from '../support/export-things.ts';
import { entriesOf } from './importer-contract.ts';

/** Texts that a spreadsheet would run, or that look as if they had been kept from it already. */
const FORMULAS = ['=1+1', '+1 for this', '-30-', '@home', '-', "'=1", "''-x", "' +1", '＝1+1', "'quoted'", "it's"];

/**
 * What must hold of every format of another service, whatever is put into it.
 *
 * @param importerOf - what reads a table of it back
 */
export function describeExporterContract(
  exporter: Exporter,
  header: string,
  importerOf: (table: Table) => Importer,
): void {
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
      for (const text of [
        '=HYPERLINK("https://evil.example")',
        '+1',
        '-1',
        '@SUM(A1)',
        '\tx',
        '\rx',
        '\nx',
        '＝1+1',
        ' =1+1',
      ]) {
        for (const kind of ['Movie', 'Book'] as const) {
          const { csv, rows, losses } = exporter.write([
            thing({ kind, name: text, creators: [text] }, { text, tags: [text] }),
          ]);
          const table = parseTable(csv);
          const cells = table.rows.flatMap((row) => row.cells);
          // Quotation marks around digits are how Goodreads keeps their zeros.
          expect(cells.filter((cell) => /^\s*[=+\-@＝\t\r\n]/u.test(cell) && !/^="\d*"$/u.test(cell))).toEqual([]);
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

    it.each(FORMULAS)('gives %s back as it was, in a name, a tag and a review', (text) => {
      const tags = ['sea', text];
      const things = (['Movie', 'Book'] as const).map((kind) => thing({ kind, name: text }, { text, tags }));
      const { csv, losses } = exporter.write(things);
      const table = parseTable(csv);
      const [entry, ...others] = entriesOf(importerOf(table), { sort: 'table', table });
      expect(others).toEqual([]);
      expect(entry?.facts.name).toBe(text);
      const isLeftOut = (reason: LossReason) => losses.some((loss) => loss.reason === reason);
      expect(entry?.content?.text).toBe(isLeftOut('text-left-out') ? undefined : text);
      expect(entry?.content?.tags).toEqual(isLeftOut('tags-left-out') ? undefined : tags);
    });

    it('tells of all that it leaves out of a thing that is full', () => {
      for (const kind of ['Movie', 'Book'] as const) {
        const { losses } = exporter.write([full(kind)]);
        const reasons = losses.map(({ reason }) => reason);
        expect(
          reasons.includes('other-kind') ||
            ['aspects', 'history', 'wish', 'like', 'others'].every((what) =>
              reasons.includes(`${what}-left-out` as LossReason),
            ),
        ).toBe(true);
        expect(new Set(losses.map((loss) => JSON.stringify(loss))).size).toBe(losses.length);
      }
    });
  });
}

/** A thing of which everything was said that can be. */
function full(kind: 'Movie' | 'Book'): ExportThing {
  const given = { value: 4, best: 5, worst: 0.5 };
  return thing(
    { kind },
    { text: 'Good.', tags: ['sea'], aspects: [{ name: 'sound', given }] },
    {
      hasHistory: true,
      intention: { wantedAt: '2024-05-01' } as Intention,
      sources: [
        {
          uses: [{ at: '2024-03-09' as Moment }],
          liked: {},
          owned: { count: 2 },
          note: 'mine',
          others: { List: 'Best' },
          earlierTexts: ['Better.'],
        },
      ],
    },
  );
}
