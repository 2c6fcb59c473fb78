import type { SourceContent } from '../../../domain/source-record.ts';
import { names } from '../../names.ts';
import type { RowReader } from '../../row-reader.ts';

/** The person's tags, ready to be spread: each once; nothing where there are none. */
export function tagsOf(reader: RowReader, column: string, texts: readonly string[]): Pick<SourceContent, 'tags'> {
  const tags = names(texts.map((text) => reader.name(column, text)));
  return tags.length === 0 ? {} : { tags };
}
