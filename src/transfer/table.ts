/** One row of a table: its cells as they stand in the file. */
export interface Row {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file of rows under a header. Columns are found by name, since exports move and add them. */
export class Table {
  /** Without blanks at the ends, without a byte order mark. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(header: readonly string[], rows: readonly Row[]) {
    this.header = header.map((name) => name.replace(/^\uFEFF/u, '').trim());
    this.rows = rows;
    // Of two columns with one name the first counts.
    this.#columns = new Map(this.header.map((name, index) => [name, index] as const).reverse());
  }

  /** Whether all these columns are there, in any order and among others. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.#columns.has(name));
  }

  /** A cell without blanks at its ends; empty where the row or the table has none. */
  cell({ cells }: Row, name: string): string {
    const index = this.#columns.get(name);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }
}
