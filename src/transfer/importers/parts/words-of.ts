import type { SourceContent } from '../../../domain/source-record.ts';
import type { RowReader } from '../../row-reader.ts';
import type { Cell } from './read-rows.ts';

/** Which fields hold what the person wrote. */
interface Columns {
  readonly text?: string;
  readonly note?: string;
}

/** The person's review and their private note, ready to be spread. */
export function wordsOf(
  reader: RowReader,
  cell: Cell,
  columns: Columns,
  plain: (text: string) => string = (text) => text,
): Pick<SourceContent, 'text' | 'note'> {
  const read = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : reader.words(column, plain(cell(column)));
  const text = read(columns.text);
  const note = read(columns.note);
  return { ...(text !== undefined && { text }), ...(note !== undefined && { note }) };
}
