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
  /** Where each column stands that was asked for, by the name it was asked for; below zero where there is none. */
  readonly #columns: Map<string, number>;
  readonly #folded: ReadonlyMap<string, number>;

  constructor(header: readonly string[], rows: readonly Row[], broken: readonly BrokenRow[] = []) {
    this.header = header.map((name) => name.replace(/^\uFEFF/u, '').trim());
    this.rows = rows;
    this.broken = broken;
    // Of two columns with one name the first counts.
    const places = this.header.map((name, index) => [name, index] as const).reverse();
    this.#columns = new Map(places);
    this.#folded = new Map(places.map(([name, index]) => [folded(name), index]));
  }

  /** Whether all these columns are there, in any order and among others. Letter case and blanks do not matter. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.placeOf(name) >= 0);
  }

  /**
   * A cell without blanks at its ends, and without the apostrophe that our own tables have before what a spreadsheet would
   * run. Empty where the row or the table has none.
   */
  cell({ cells }: Row, name: string): string {
    return unguarded((cells[this.placeOf(name)] ?? '').trim()).trim();
  }

  /** Which of a row's cells a column is, counted from zero; below zero where the table has none of that name. */
  placeOf(name: string): number {
    const known = this.#columns.get(name);
    if (known !== undefined) {
      return known;
    }
    const place = this.#folded.get(folded(name)) ?? -1;
    this.#columns.set(name, place);
    return place;
  }
}

/** Who writes a table again writes its header as they like: `TITLE`, `BookID`, `Date  Rated`. */
function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/gu, '');
}
