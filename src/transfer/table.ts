import { unguarded } from './csv-text.ts';

/** One row of a table: its cells as they stand in the file. */
export interface Row {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that was read as well as it could be, and may say something else than was meant. */
export interface BrokenRow {
  readonly line: number;
  /** `quotation`: one that never ends, taken as it stands. `cells`: fewer than the header names, or more that say something. */
  readonly fault: 'quotation' | 'cells';
}

/** A file of rows under a header. Columns are found by name, since exports move and add them. */
export class Table {
  /** Without blanks at the ends, without a byte order mark. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** In the order of the file. Each of them is among the rows too, but for a header that is broken. */
  readonly broken: readonly BrokenRow[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(header: readonly string[], rows: readonly Row[], broken: readonly BrokenRow[] = []) {
    this.header = header.map((name) => name.replace(/^\uFEFF/u, '').trim());
    this.rows = rows;
    this.broken = broken;
    // Of two columns with one name the first counts.
    this.#columns = new Map(this.header.map((name, index) => [name, index] as const).reverse());
  }

  /** Whether all these columns are there, in any order and among others. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#columns.has(name));
  }

  /**
   * A cell without blanks at its ends, and without the apostrophe that our own tables have before what a spreadsheet would
   * run. Empty where the row or the table has none.
   */
  cell({ cells }: Row, name: string): string {
    const index = this.#columns.get(name);
    return index === undefined ? '' : unguarded((cells[index] ?? '').trim()).trim();
  }
}
