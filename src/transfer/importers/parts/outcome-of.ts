import type { SourceContent } from '../../../domain/source-record.ts';
import type { Entry, Outcome } from '../../entry.ts';
import type { RowReader } from '../../row-reader.ts';

/** What a row says of a thing; one that only names the thing says nothing, and is skipped. */
export function outcomeOf(
  reader: RowReader,
  entry: Omit<Entry, 'line' | 'content'> & { readonly content: SourceContent },
): Outcome {
  return Object.keys(entry.content).length === 0 ? reader.skip('says-nothing') : reader.keep(entry);
}
