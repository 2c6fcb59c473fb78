import type { Encoding } from '../transfer/encoding.ts';
import type { FileProblem } from '../transfer/file-problem.ts';
import type { Question } from '../transfer/importer.ts';
import type { ColumnMapping } from '../transfer/mapped-table.ts';

/** A file of an import, as its page shows it. */
export interface SessionFile {
  readonly index: number;
  readonly path: string;
  readonly sizeBytes: number;
  /**
   * - `ready`: will be read
   * - `asks`: a question is open that nothing suggests an answer to
   * - `unmapped`: a table nobody knows; its columns can be named
   * - `own`: an export or backup of Sayso's own, which is restored, not imported
   * - `problem`: can't be read
   */
  readonly state: 'ready' | 'asks' | 'unmapped' | 'own' | 'problem';
  readonly isLeftOut: boolean;
  /** How many rows a table has. */
  readonly rows?: number;
  readonly importer?: { readonly id: string; readonly source: string };
  readonly questions: readonly (Question & { readonly answer?: string })[];
  readonly problem?: FileProblem;
  /** What it was read as, where that is not plain UTF-8: the person may say that it is another. */
  readonly encoding?: Encoding;
  /** Of a table nobody knows: its columns, its first rows, and what the columns may mean. */
  readonly table?: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly mapping: ColumnMapping;
  };
}
