import { names } from '../../names.ts';
import type { RowReader } from '../../row-reader.ts';

/** Who made it, ready to be spread into the facts: each once; nothing where nobody is named. */
export function makersOf(reader: RowReader, column: string, texts: readonly string[]): { creators?: string[] } {
  const creators = names(texts.map((text) => reader.name(column, text)));
  return creators.length === 0 ? {} : { creators };
}
