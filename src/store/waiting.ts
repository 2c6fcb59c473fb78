/**
 * What an undo had to leave, because something else has changed it since. It waits until that is undone, too: in whatever
 * order changes are undone, in the end it is as if they had not been. It stands among the parts of large changes, under a
 * name that is no entry's.
 */
import { Dexie } from 'dexie';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { Image, ImageChunk } from './journal-entry.ts';

const PREFIX = 'waiting ';

/** @param id - of the entry that is undone but for this */
export async function addWaiting(
  { journalImages }: Database,
  id: RecordId,
  index: number,
  images: readonly Image[],
): Promise<void> {
  await journalImages.add({ entryId: placeOf(id), index, images });
}

export async function dropWaiting({ journalImages }: Database, id: RecordId): Promise<void> {
  await journalImages
    .where(':id')
    .between([placeOf(id), Dexie.minKey], [placeOf(id), Dexie.maxKey])
    .delete();
}

/** How many parts wait of each entry, in no order. Of one that stands again nothing is waited for any more. */
export async function waitingParts({ journalImages }: Database): Promise<ReadonlyMap<RecordId, number>> {
  const keys = await journalImages
    .where(':id')
    .between([PREFIX, Dexie.minKey], [`${PREFIX}\uffff`, Dexie.maxKey])
    .primaryKeys();
  const parts = new Map<RecordId, number>();
  for (const [place, index] of keys as unknown as [string, number][]) {
    const id = place.slice(PREFIX.length) as RecordId;
    parts.set(id, Math.max(parts.get(id) ?? 0, index + 1));
  }
  return parts;
}

/** In the order in which they were left. */
export async function waitingPart({ journalImages }: Database, id: RecordId, index: number): Promise<readonly Image[]> {
  const part: ImageChunk | undefined = await journalImages.get([placeOf(id), index]);
  return part?.images ?? [];
}

function placeOf(id: RecordId): RecordId {
  return `${PREFIX}${id}` as RecordId;
}
