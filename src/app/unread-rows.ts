import type { UnreadRow } from '../store/rows.ts';
import type { FileRemark } from '../transfer/gather.ts';

/** An import remembers so many of the rows it did not take, in no more bytes than these. */
export const MOST_UNREAD = 200;
export const MOST_UNREAD_BYTES = 65_536;

/** A column is called whatever its file calls it. */
const MOST_LETTERS = 200;

/**
 * What an import remembers of the rows of which it took nothing: the first of them, where they stood and why. Not what
 * stood there: that may be an address, which is kept nowhere.
 *
 * @param places - of each file by its index, where it stands in the import's own list
 */
export function unreadRows(remarks: readonly FileRemark[], places: ReadonlyMap<number, number>): UnreadRow[] {
  const rows: UnreadRow[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const { file: index, line, reason, column, isSkipped } of remarks) {
    const file = places.get(index);
    if (!isSkipped || file === undefined) {
      continue;
    }
    const row = { file, line, reason, ...(column !== undefined && { column: shortened(column) }) };
    bytes += encoder.encode(JSON.stringify(row)).length + 1;
    if (rows.length === MOST_UNREAD || bytes > MOST_UNREAD_BYTES) {
      break;
    }
    rows.push(row);
  }
  return rows;
}

function shortened(text: string): string {
  return text.slice(0, MOST_LETTERS).toWellFormed();
}
