import type { SourceContent } from '../../../domain/source-record.ts';
import type { RowReader } from '../../row-reader.ts';
import type { Cell } from './read-rows.ts';

/** What the person said in these fields, under the source's own names for them. Empty fields are left out. */
export function othersOf(reader: RowReader, cell: Cell, columns: readonly string[]): Pick<SourceContent, 'others'> {
  const told = columns.flatMap((column): [string, string][] => {
    const text = reader.words(column, cell(column));
    return text === undefined ? [] : [[column, text]];
  });
  return told.length === 0 ? {} : { others: Object.fromEntries(told) };
}
