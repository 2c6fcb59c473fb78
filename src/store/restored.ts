/**
 * What a restore did to the imports and joins of the journal: some stand again, some are gone. It stands among the parts
 * of large changes, under a name that is no entry's.
 */
import { Dexie } from 'dexie';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { Image, ImageChunk, JournalEntry, Standing, Turned } from './journal-entry.ts';
import type { ImportRecord } from './rows.ts';

const PREFIX = 'restored ';

/**
 * Turns entries as a restore has it, and puts that down as its own. Part of its transaction; so are the others here.
 *
 * @param id - of the restore's entry, or of that of its undo
 * @param gone - imports that are there no more
 */
export async function addRestored(
  database: Database,
  {
    id,
    turned,
    gone,
  }: { readonly id: RecordId; readonly turned: readonly Turned[]; readonly gone: readonly ImportRecord[] },
): Promise<void> {
  await dropForgotten(database);
  for (const { id: entryId, after } of turned) {
    const entry = await database.journal.get(entryId);
    if (entry) {
      await database.journal.put(withStanding(entry, after));
    }
  }
  if (turned.length + gone.length > 0) {
    const images = gone.map(
      (record): Image => ({ table: 'imports', key: record.id, before: record, after: undefined }),
    );
    await database.journalImages.add({ entryId: `${PREFIX}${id}` as RecordId, index: 0, images, turned });
  }
}

/** Turns back what an entry turned, as far as nothing has turned it since. To undo that, too, is to turn it once more. */
export async function turnBack(
  database: Database,
  { of, by }: { readonly of: RecordId; readonly by: RecordId },
): Promise<void> {
  const turned: Turned[] = [];
  for (const { id, before, after } of (await turnedBy(database)).get(of) ?? []) {
    const entry = await database.journal.get(id);
    if (entry && isSame(standingOf(entry), after)) {
      turned.push({ id, before: after, after: before });
    }
  }
  await addRestored(database, { id: by, turned, gone: [] });
}

/** What each entry turned, by its id. */
export async function turnedBy(database: Database): Promise<ReadonlyMap<RecordId, readonly Turned[]>> {
  return new Map((await rows(database)).map((row) => [ownerOf(row), row.turned ?? []]));
}

/** Imports that went with restores that stand: as they were, newest first. */
export async function goneImports(database: Database): Promise<ImportRecord[]> {
  const all = await rows(database);
  const entries = await database.journal.bulkGet(all.map(ownerOf));
  const gone = new Map<RecordId, ImportRecord>();
  for (const [index, { images }] of all.entries()) {
    const entry = entries[index];
    for (const { before } of entry && entry.undoneBy === undefined ? images : []) {
      const record = before as ImportRecord;
      gone.set(record.id, record);
    }
  }
  const present = await database.imports.bulkGet([...gone.keys()]);
  for (const record of present) {
    gone.delete(record?.id as RecordId);
  }
  return [...gone.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
}

export function standingOf({ undoneBy, isStep, again, isAsleep }: Standing): Standing {
  return {
    ...(undoneBy !== undefined && { undoneBy }),
    ...(isStep && { isStep }),
    ...(again !== undefined && { again }),
    ...(isAsleep && { isAsleep }),
  };
}

export function isSame(one: Standing, other: Standing): boolean {
  return (
    one.undoneBy === other.undoneBy &&
    one.isStep === other.isStep &&
    one.again === other.again &&
    one.isAsleep === other.isAsleep
  );
}

function withStanding(entry: JournalEntry, standing: Standing): JournalEntry {
  const { undoneBy: _undoneBy, isStep: _isStep, again: _again, isAsleep: _isAsleep, ...rest } = entry;
  return { ...rest, ...standing };
}

function ownerOf({ entryId }: ImageChunk): RecordId {
  return entryId.slice(PREFIX.length) as RecordId;
}

function rows({ journalImages }: Database): Promise<ImageChunk[]> {
  return journalImages
    .where(':id')
    .between([PREFIX, Dexie.minKey], [`${PREFIX}\uffff`, Dexie.maxKey])
    .toArray();
}

/** Of entries that are past undoing. */
async function dropForgotten(database: Database): Promise<void> {
  const all = await rows(database);
  const entries = await database.journal.bulkGet(all.map(ownerOf));
  for (const [index, { entryId }] of all.entries()) {
    if (!entries[index]) {
      await database.journalImages.delete([entryId, 0]);
    }
  }
}
