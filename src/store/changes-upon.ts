import type { Stamp } from '../domain/clock.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import {
  isLiveSource,
  type SourceRecord,
  type SourceRecordId,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { chunkOf } from './journal.ts';
import type { ChangeLabel, Image, ImageChunk, JournalEntry } from './journal-entry.ts';
import type { Merge } from './rows.ts';
import { readSaidToo } from './said-too.ts';

/** Changes that lie upon others about the same things. */
const UPON: ReadonlySet<ChangeLabel> = new Set([
  'run-import',
  'join-items',
  'split-items',
  'rate-item',
  'edit-rating',
  'clear-mark',
  'delete-rating',
  'describe-item',
  'want-item',
  'restore-backup',
]);

/** What a change is about. */
export interface Reach {
  readonly items: ReadonlySet<ItemId>;
  /** What sources say, that it wrote or found as it would have written it: each as it was before, if it was there. */
  readonly records: ReadonlyMap<SourceRecordId, StoredSourceRecord | undefined>;
  /** Intentions that it wrote. */
  readonly wishes: ReadonlySet<RecordId>;
}

/**
 * What sources say, as a change that is undone had left it: put aside when it was undone, at once or later, or with another
 * that said it, too. Inside a transaction over `sourceRecords` and the journal's tables.
 */
export async function saidBefore(
  database: Database,
  { id, undoneBy, taken = [] }: JournalEntry,
  keys: Reach['records'],
): Promise<ReadonlyMap<SourceRecordId, SourceRecord>> {
  const said = new Map<SourceRecordId, SourceRecord>();
  const add = (images: readonly Image[]): void => {
    for (const { table, key, before } of images) {
      const record = before as StoredSourceRecord | undefined;
      if (table === 'sourceRecords' && isLiveSource(record) && keys.has(record.id) && !said.has(record.id)) {
        said.set(key as SourceRecordId, record);
      }
    }
  };
  const addOf = async (undo: JournalEntry, isMeant: (chunk: ImageChunk) => boolean): Promise<void> => {
    add(undo.images);
    for (let index = (undo.chunks ?? 0) - 1; index >= 0; index -= 1) {
      const chunk = await chunkOf(database, undo.id, index);
      add(chunk && isMeant(chunk) ? chunk.images : []);
    }
  };
  const undo = undoneBy === undefined ? undefined : await database.journal.get(undoneBy);
  if (undo) {
    await addOf(undo, ({ takenFor }) => takenFor === undefined || takenFor === id);
  }
  for (const { entryId, index } of taken) {
    add((await chunkOf(database, entryId, index))?.images ?? []);
  }
  const present = await getMany(database.sourceRecords, [...keys.keys()]);
  const isMissing = (key: SourceRecordId): boolean => !said.has(key) && !isLiveSource(present.get(key));
  if ([...keys.keys()].some(isMissing)) {
    const undos = await database.journal
      .where('stamp')
      .aboveOrEqual(undo?.stamp ?? '')
      .reverse()
      .toArray();
    for (const one of undos.filter(({ label }) => label === 'undo-change')) {
      await addOf(one, () => true);
    }
  }
  return said;
}

/** Inside a transaction over `sourceRecords` and the journal's tables. */
export async function reachOf(database: Database, entry: JournalEntry): Promise<Reach> {
  const items = new Set<ItemId>();
  const merges: RecordId[] = [];
  const wishes = new Set<RecordId>();
  const addPair = ({ from, into }: Merge): void => {
    items.add(from);
    items.add(into);
  };
  const records = new Map<SourceRecordId, StoredSourceRecord | undefined>();
  const add = (images: readonly Image[]): void => {
    for (const { table, key, before } of images) {
      if (table === 'items' || table === 'ratings') {
        items.add(key as ItemId);
      } else if (table === 'intentions') {
        wishes.add(key as RecordId);
      } else if (table === 'merges') {
        merges.push(key as RecordId);
        if (before !== undefined) {
          addPair(before as Merge);
        }
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
  for (const merge of (await getMany(database.merges, merges)).values()) {
    addPair(merge);
  }
  for (const { itemId } of (await getMany(database.intentions, [...wishes])).values()) {
    items.add(itemId);
  }
  return { items, records, wishes };
}

/**
 * The changes after one that stand and are about these items, or about items of such a one. Oldest first. A restore is none
 * of them: it takes the place of all there was.
 */
export async function changesUpon(
  database: Database,
  entry: JournalEntry,
  about: Iterable<ItemId>,
): Promise<readonly { readonly entry: JournalEntry; readonly reach: Reach }[]> {
  const items = new Set(about);
  const found: { entry: JournalEntry; reach: Reach }[] = [];
  const later = await laterChanges(database, entry);
  for (const one of later.filter(({ label }) => label !== 'restore-backup')) {
    const reach = await reachOf(database, one);
    if ([...reach.items].some((id) => items.has(id))) {
      found.push({ entry: one, reach });
      for (const id of reach.items) {
        items.add(id);
      }
    }
  }
  return found;
}

export function liesUpon(label: ChangeLabel): boolean {
  return UPON.has(label);
}

/** The changes of things after one that stand, whatever they are about. Oldest first. */
export async function laterChanges(database: Database, entry: JournalEntry): Promise<readonly JournalEntry[]> {
  const later = await database.journal.where('stamp').above(placeOf(entry)).toArray();
  return later
    .filter((one) => liesUpon(one.label) && one.undoneBy === undefined && placeOf(one) > placeOf(entry))
    .sort(byPlace);
}

/** The changes that could not be done again without what an undo took away, and wait for it. Oldest first. */
export async function changesAsleep({ journal }: Database): Promise<readonly JournalEntry[]> {
  return (await journal.filter(({ isAsleep }) => isAsleep === true).toArray()).sort(byPlace);
}

export function byPlace(one: JournalEntry, other: JournalEntry): number {
  return placeOf(one) < placeOf(other) ? -1 : 1;
}

function placeOf({ stamp, firstStamp = stamp }: JournalEntry): Stamp {
  return firstStamp;
}
