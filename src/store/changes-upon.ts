import type { ItemId, RecordId } from '../domain/ids.ts';
import { isLiveSource, type SourceRecordId, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { chunkOf } from './journal.ts';
import type { Image, JournalEntry } from './journal-entry.ts';
import { readSaidToo } from './said-too.ts';

const NO_ID = '' as RecordId;

/** What a change is about. */
export interface Reach {
  readonly items: ReadonlySet<ItemId>;
  /** What sources say, that it wrote or found as it would have written it: each as it was before, if it was there. */
  readonly records: ReadonlyMap<SourceRecordId, StoredSourceRecord | undefined>;
  /** Its joins. */
  readonly merges: readonly RecordId[];
}

/** Inside a transaction over `sourceRecords` and the journal's tables. */
export async function reachOf(database: Database, entry: JournalEntry): Promise<Reach> {
  const items = new Set<ItemId>();
  const merges: RecordId[] = [];
  const records = new Map<SourceRecordId, StoredSourceRecord | undefined>();
  const add = (images: readonly Image[]): void => {
    for (const { table, key, before } of images) {
      if (table === 'items' || table === 'ratings') {
        items.add(key as ItemId);
      } else if (table === 'merges') {
        merges.push(key as RecordId);
      } else if (table === 'sourceRecords' && !records.has(key as SourceRecordId)) {
        records.set(key as SourceRecordId, before as StoredSourceRecord | undefined);
      }
    }
  };
  for (let index = 0; index < (entry.chunks ?? 0); index += 1) {
    add((await chunkOf(database, entry.id, index))?.images ?? []);
  }
  add(entry.images);
  for (const key of (await readSaidToo(database, entry.id))?.keys ?? []) {
    records.set(key as SourceRecordId, undefined);
  }
  for (const record of (await getMany(database.sourceRecords, [...records.keys()])).values()) {
    if (isLiveSource(record)) {
      items.add(record.itemId);
    }
  }
  return { items, records, merges };
}

/**
 * The imports and joins after a change that stand and are about things of it, or about things of such a one. Oldest first.
 */
export async function changesUpon(
  database: Database,
  entry: JournalEntry,
): Promise<readonly { readonly entry: JournalEntry; readonly reach: Reach }[]> {
  const items = new Set<ItemId>();
  // An undo does not name what was put back later in its stead; what it undid does.
  for (let one: JournalEntry | undefined = entry; one; one = await database.journal.get(one.undoes ?? NO_ID)) {
    for (const id of (await reachOf(database, one)).items) {
      items.add(id);
    }
  }
  const candidates = await database.journal.where('stamp').above(entry.stamp).sortBy('stamp');
  const found: { entry: JournalEntry; reach: Reach }[] = [];
  for (const one of candidates) {
    if ((one.label === 'run-import' || one.label === 'join-items') && one.undoneBy === undefined) {
      const reach = await reachOf(database, one);
      if ([...reach.items].some((id) => items.has(id))) {
        found.push({ entry: one, reach });
        for (const id of reach.items) {
          items.add(id);
        }
      }
    }
  }
  return found;
}
