/**
 * Changes lie upon each other: an import settles what it brings with what stands, a join makes one of what is there, an edit
 * changes a mark. To change one beneath others, those are taken off, newest first, and done again, oldest first: an import
 * from what its files said, what the person did by what they meant.
 */
import { type ItemId, newRecordId, type RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import {
  isLiveSource,
  type SourceRecord,
  type SourceRecordId,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import { byPlace, changesAsleep, changesUpon, type Reach, reachOf, saidBefore } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsById, itemsByIdentifier } from '../store/find-items.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { getMany } from '../store/get-many.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { readSaidToo } from '../store/said-too.ts';
import { isAsLeft, undoEntry } from '../store/undo.ts';
import { dropWaiting } from '../store/waiting.ts';
import { whatChanged } from '../store/what-changed.ts';
import type { WriteStep } from '../store/write.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { type ByHand, DoByHandAgain } from './do-by-hand-again.ts';
import { placeImport, type PlacedImport } from './place-import.ts';
import type { Undone } from './undo-change.ts';
import { saidByKinds } from './what-source-says.ts';

/** A change that is taken off, with what it takes to do it once more. */
export interface Layer {
  readonly entry: JournalEntry;
  /** Of an import. */
  readonly placed?: PlacedImport;
  /** Of a change by hand. */
  readonly byHand?: ByHand;
}

interface TakeOff {
  readonly database: Database;
  /** What lies beneath. */
  readonly entry: JournalEntry;
  readonly about: Iterable<ItemId>;
}

/**
 * What the person did by hand is taken off whole or not at all: where a restore has changed it since, that is what stands.
 *
 * @returns what was taken off, oldest first
 */
export async function takeOffLater(step: WriteStep, { database, entry, about }: TakeOff): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const { entry: later, reach } of (await changesUpon(database, entry, about)).toReversed()) {
    const placed = later.label === 'run-import' ? await placedBy(database, later, reach) : undefined;
    if (!placed && !(await step({}, (writer) => isAsLeft(writer, later)))) {
      continue;
    }
    await step({ label: 'undo-change', undoes: later.id, isStep: true }, (writer) => undoEntry(writer, later));
    layers.unshift(
      placed ? { entry: later, placed } : { entry: later, byHand: await byHandOf(database, later.id, reach) },
    );
  }
  return layers;
}

/** What the person did, of a change that is undone. */
async function byHandOf(database: Database, id: RecordId, about?: Reach): Promise<ByHand> {
  const entry = (await database.journal.get(id)) as JournalEntry;
  const items = about ? await itemsById(database, [...about.items]) : new Map<ItemId, Item>();
  return { label: entry.label, changes: await whatChanged(database, entry), items };
}

interface Again {
  readonly database: Database;
  readonly nowMs: number;
}

/** @returns the items that changes by hand are about which were done again */
export async function doLaterAgain(
  step: WriteStep,
  { database, nowMs, layers }: Again & { readonly layers: readonly Layer[] },
): Promise<ReadonlySet<ItemId>> {
  const hand = new DoByHandAgain();
  const about = new Set<ItemId>();
  for (const layer of layers) {
    for (const id of await doAgain(step, { database, nowMs, layer, hand })) {
      about.add(id);
    }
  }
  return about;
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
  const standing = await takeOffLater(step, { database, entry, about });
  if (entry.undoneBy !== undefined) {
    await database.journal.update(entry.undoneBy, { isStep: true });
  }
  await dropWaiting(database, entry.id);
  const asleep: Layer[] = [];
  for (const one of await changesAsleep(database)) {
    asleep.push({ entry: one, byHand: await byHandOf(database, one.id) });
  }
  const upon = [...standing, ...asleep].sort((one, other) => byPlace(one.entry, other.entry));
  await doLaterAgain(step, { database, nowMs, layers: [{ entry, placed }, ...upon] });
  return { undone: placed.things.length, kept: 0 };
}

/**
 * What an import says: of each thing what its files said, and which item that is.
 *
 * @param past - of one that is undone: its records as they were
 */
async function placedBy(
  database: Database,
  { id, atMs }: JournalEntry,
  { records, wishes }: Reach,
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
      things.push({ id: key, source: record.source, ...saidByKinds(record, kinds) });
      homes.set(key, record.itemId);
    }
  }
  return { things, homes, wishes, atMs, kinds, winner: taking?.winner ?? 'newer' };
}

/** Joined or taken apart with its item: nothing was said of it. */
function isOnlyMoved(before: StoredSourceRecord | undefined, { itemId, ...said }: SourceRecord): boolean {
  return isLiveSource(before) && fingerprint({ ...before, itemId }) === fingerprint({ ...said, itemId });
}

/**
 * It stands where it stood among past changes. What nothing came of, since it was about what is not there any more, sleeps
 * until that is done again.
 *
 * @returns the items that a change by hand has written
 */
async function doAgain(
  step: WriteStep,
  { database, nowMs, layer, hand }: Again & { readonly layer: Layer; readonly hand: DoByHandAgain },
): Promise<readonly ItemId[]> {
  const { entry, placed, byHand } = layer;
  const { id, label, stamp, firstStamp = stamp } = entry;
  const journalId = newRecordId(nowMs);
  await step({ label, journalId, firstStamp }, async (writer) => {
    await (placed ? placeImport(writer, placed) : byHand && hand.once(writer, byHand));
  });
  const again = byHand && (await database.journal.get(journalId));
  if (again?.images.length === 0) {
    await database.journal.delete(journalId);
    await database.journal.update(id, { isStep: true, isAsleep: true });
    return [];
  }
  await database.imports.filter((record) => record.journalId === id).modify({ journalId });
  await database.journal.update(id, { isStep: true, isAsleep: undefined, again: journalId });
  if (byHand) {
    await database.journal.update(journalId, { meant: byHand.changes });
  }
  return (again?.images ?? []).flatMap(({ table, key }) =>
    table === 'items' || table === 'ratings' ? [key as ItemId] : [],
  );
}
