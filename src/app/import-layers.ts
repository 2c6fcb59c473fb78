/**
 * Imports and joins lie upon each other: each settles what it brings with what stands. To change one beneath others, those
 * are taken off, newest first, and done again, oldest first, from what their files said.
 */
import { type ItemId, newRecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import {
  isLiveSource,
  type SourceRecord,
  type SourceRecordId,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import { changesUpon, type Reach, reachOf, saidBefore } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsById, itemsByIdentifier } from '../store/find-items.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { getMany } from '../store/get-many.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { areDistinct } from '../store/match-items.ts';
import { mergeItems } from '../store/merge-items.ts';
import { readSaidToo } from '../store/said-too.ts';
import { undoEntry } from '../store/undo.ts';
import { dropWaiting } from '../store/waiting.ts';
import type { WriteStep } from '../store/write.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { placeImport, type PlacedImport } from './place-import.ts';
import type { Undone } from './undo-change.ts';
import { saidByKinds } from './what-source-says.ts';

/** An import or a join that is taken off, with what it takes to do it once more. */
export interface Layer {
  readonly entry: JournalEntry;
  /** Pairs that the person said are one. */
  readonly joined: readonly (readonly [ItemId, ItemId])[];
  readonly placed: PlacedImport;
}

interface TakeOff {
  readonly database: Database;
  /** What lies beneath. */
  readonly entry: JournalEntry;
  readonly about: Iterable<ItemId>;
}

/** @returns what was taken off, oldest first, and how many things that had waited for it were put back as the entry's */
export async function takeOffLater(
  step: WriteStep,
  { database, entry, about }: TakeOff,
): Promise<{ layers: readonly Layer[]; taken: number }> {
  const layers: Layer[] = [];
  let taken = 0;
  for (const { entry: later, reach } of (await changesUpon(database, entry, about)).toReversed()) {
    const joined = later.label === 'join-items' ? await joinedBy(database, reach) : [];
    if (later.label === 'join-items' && joined.length === 0) {
      continue;
    }
    layers.unshift({
      entry: later,
      joined,
      placed: await placedBy(database, later, reach),
    });
    const result = await step({ label: 'undo-change', undoes: later.id, isStep: true }, (writer) =>
      undoEntry(writer, later),
    );
    taken += result.taken.get(entry.id) ?? 0;
  }
  return { layers, taken };
}

interface Again {
  readonly database: Database;
  readonly nowMs: number;
}

export async function doLaterAgain(
  step: WriteStep,
  { database, nowMs, layers }: Again & { readonly layers: readonly Layer[] },
): Promise<void> {
  for (const layer of layers) {
    await doAgain(step, { database, nowMs, layer });
  }
}

/** Does an import again that is undone: beneath those that came after it, as if it had stood all the time. */
export async function placeOnceMore(
  step: WriteStep,
  { database, nowMs, entry }: Again & { readonly entry: JournalEntry },
): Promise<Undone> {
  const reach = await reachOf(database, entry);
  const placed = await placedBy(database, entry, reach, await saidBefore(database, entry, reach.records));
  const named = await itemsByIdentifier(
    database,
    placed.things.flatMap(({ facts }) => facts.identifiers),
  );
  const about = [...reach.items, ...(placed.homes?.values() ?? []), ...[...named.values()].map(({ id }) => id)];
  const { layers } = await takeOffLater(step, { database, entry, about });
  if (entry.undoneBy !== undefined) {
    await database.journal.update(entry.undoneBy, { isStep: true });
  }
  await dropWaiting(database, entry.id);
  await doLaterAgain(step, { database, nowMs, layers: [{ entry, joined: [], placed }, ...layers] });
  return { undone: placed.things.length, kept: 0 };
}

/** What the person has taken apart since stays so. */
async function joinedBy(database: Database, { merges }: Reach): Promise<Layer['joined']> {
  const rows = await database.merges.bulkGet([...merges]);
  return rows.flatMap((merge) => (merge && merge.splitAt === undefined ? [[merge.into, merge.from] as const] : []));
}

/**
 * What an import says: of each thing what its files said, and which item that is.
 *
 * @param past - of one that is undone: its records as they were
 */
async function placedBy(
  database: Database,
  { id, atMs }: JournalEntry,
  { records }: Reach,
  past: ReadonlyMap<SourceRecordId, SourceRecord> = new Map(),
): Promise<PlacedImport> {
  const taking = (await readSaidToo(database, id))?.taking;
  const kinds = new Set(taking?.kinds);
  const things: GatheredThing[] = [];
  const homes = new Map<SourceRecordId, ItemId>();
  const present = await getMany(database.sourceRecords, [...records.keys()]);
  for (const [key, before] of records) {
    const record = past.get(key) ?? present.get(key);
    if (isLiveSource(record) && !isOnlyMoved(before, record)) {
      things.push({ id: key, source: record.source, facts: record.facts, ...saidByKinds(record, kinds) });
      homes.set(key, record.itemId);
    }
  }
  return { things, homes, atMs, kinds, winner: taking?.winner ?? 'newer' };
}

/** Joined or taken apart with its item: nothing was said of it. */
function isOnlyMoved(before: StoredSourceRecord | undefined, { itemId, ...said }: SourceRecord): boolean {
  return isLiveSource(before) && fingerprint({ ...before, itemId }) === fingerprint({ ...said, itemId });
}

/** It stands where it stood among past imports. A join without one of its two is not done again. */
async function doAgain(step: WriteStep, { database, nowMs, layer }: Again & { readonly layer: Layer }): Promise<void> {
  const { id, label, stamp, firstStamp = stamp } = layer.entry;
  const journalId = newRecordId(nowMs);
  const pairs = await standingPairs(database, layer.joined);
  const isDone = label !== 'join-items' || pairs.length > 0;
  if (isDone) {
    await step({ label, journalId, firstStamp }, async (writer) => {
      await placeImport(writer, layer.placed);
      for (const [first, second] of pairs) {
        await mergeItems(writer, first, second);
      }
    });
  }
  await database.imports.filter((record) => record.journalId === id).modify({ journalId });
  await database.journal.update(id, { isStep: true, ...(isDone && { again: journalId }) });
}

async function standingPairs(database: Database, joined: Layer['joined']): Promise<(readonly [Item, Item])[]> {
  const items = await itemsById(database, joined.flat());
  return joined.flatMap(([one, other]) => {
    const [first, second] = [items.get(one), items.get(other)];
    return first && second && !areDistinct(first, second) ? [[first, second] as const] : [];
  });
}
