import type { ItemId } from '../domain/ids.ts';
import { isLiveSource, type SourceRecord } from '../domain/source-record.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** What every source says of one item, each verbatim, by the sources' names. */
export function listSources(
  { database }: AppContext,
  { itemId }: { readonly itemId: ItemId },
): Promise<readonly SourceRecord[]> {
  return read(database, ['sourceRecords'], async () => {
    const records = await database.sourceRecords.where('itemId').equals(itemId).toArray();
    // One source may know a thing by two names, since joined.
    return records
      .filter(isLiveSource)
      .sort((left, right) => compare(left.source, right.source) || compare(left.id, right.id));
  });
}

function compare(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
