import type { ItemId, RecordId } from '../domain/ids.ts';
import { itemsById } from './find-items.ts';
import { ofItems } from './items-grown.ts';
import { chunkOf, markTaken } from './journal.ts';
import type { Image, JournalEntry } from './journal-entry.ts';
import { LaterImports } from './later-imports.ts';
import { matchKinds } from './match-kinds.ts';
import { SaidToo } from './said-too.ts';
import { type KeptThing, undoImages, type UndoOptions } from './undo-images.ts';
import { addWaiting, dropWaiting, waitingPart, waitingParts } from './waiting.ts';
import type { Writer } from './writer.ts';

/** What became of an undo, in things. */
export interface Undone {
  readonly undone: number;
  /** Left, because they have changed since. */
  readonly kept: number;
  /** Of an import: left, because a later one said more of them. They go with that one. Absent for none. */
  readonly waiting?: number;
  /** Of an import: left, because a later one says the same of them. They go with that one. Absent for none. */
  readonly said?: number;
}

/** Which records of an entry another change knows as they are, and that are left for that. */
export type KnownOf = (entry: JournalEntry) => Promise<ReadonlySet<string> | undefined>;

export interface UndoneEntry extends Undone {
  /** How many things of entries undone before had waited for this one, and were put back with it. */
  readonly taken: ReadonlyMap<RecordId, number>;
}

/**
 * Puts back what an entry changed, thing by thing, wherever nothing has changed that thing since. What it has to leave
 * waits: when what changed it is undone, it is put back, too.
 *
 * The old content is written at the present stamp, and what was made becomes a tombstone: to another copy an undo is one
 * more change.
 */
export async function undoEntry(writer: Writer, entry: JournalEntry, knownOf?: KnownOf): Promise<UndoneEntry> {
  const { database } = writer;
  const items = new Set<ItemId>();
  const saidToo = new SaidToo(database, entry);
  const known = await knownOf?.(entry);
  const options = { since: entry.stamp, items, saidToo, ...(known && { known }) };
  const left = new LeftThings(writer, entry);
  await dropWaiting(database, entry.id);
  let undone = 0;
  const undoPart = async (images: readonly Image[]): Promise<void> => {
    const part = await undoImages(writer, images, options);
    undone += part.undone;
    await left.add(part.kept);
  };
  await undoPart(entry.images);
  for (let index = (entry.chunks ?? 0) - 1; index >= 0; index -= 1) {
    await writer.spill();
    const chunk = await chunkOf(database, entry.id, index);
    if (chunk?.takenFor === undefined) {
      await undoPart(chunk?.images ?? []);
    } else {
      // What had waited for this undo waits again. Where it has been done again meanwhile, there is nothing to do.
      await undoImages(writer, chunk.images, options);
    }
  }
  undone += await bringTaken(writer, entry, options, left);
  const taken = await takeWaiting(writer, entry, { since: entry.stamp, items, saidToo }, knownOf);
  // Once, at the end: looking for what is left of things among what was just deleted is slow.
  await settle(writer, [...items]);
  return { undone, ...left.counts, taken };
}

/** Whether nothing has changed since what an entry without parts changed, so that its undo would leave nothing. */
export async function isAsLeft(writer: Writer, entry: JournalEntry): Promise<boolean> {
  const saidToo = new SaidToo(writer.database, entry);
  const options = { since: entry.stamp, items: new Set<ItemId>(), saidToo, isTrial: true };
  return entry.chunks === undefined && (await undoImages(writer, entry.images, options)).kept.length === 0;
}

/** The things that an undo has to leave: put aside and counted. */
class LeftThings {
  readonly #writer: Writer;
  readonly #entry: JournalEntry;
  readonly #imports: LaterImports;
  #parts = 0;
  #kept = 0;
  #waiting = 0;
  #said = 0;

  constructor(writer: Writer, entry: JournalEntry) {
    this.#writer = writer;
    this.#entry = entry;
    this.#imports = new LaterImports(writer.database);
  }

  async add(things: readonly KeptThing[]): Promise<void> {
    if (things.length === 0) {
      return;
    }
    const images = things.flatMap((thing) => thing.images);
    await addWaiting(this.#writer.database, this.#entry.id, this.#parts, images);
    this.#parts += 1;
    const areImports = await this.#imports.areAll(things.map(({ changedAt }) => changedAt));
    const isOne = await this.#imports.isOne(this.#entry);
    const held = isOne ? things.filter((_thing, index) => areImports[index]) : [];
    const said = held.filter(({ isOnlySaid }) => isOnlySaid).length;
    this.#said += said;
    this.#waiting += held.length - said;
    this.#kept += things.length - held.length;
  }

  get counts(): Omit<Undone, 'undone'> {
    return {
      kept: this.#kept,
      ...(this.#waiting > 0 && { waiting: this.#waiting }),
      ...(this.#said > 0 && { said: this.#said }),
    };
  }
}

/** To do a change again is to bring back what other undos took for its undo, too. */
async function bringTaken(
  writer: Writer,
  { undoes }: JournalEntry,
  options: UndoOptions,
  left: LeftThings,
): Promise<number> {
  const { database } = writer;
  const again = undoes === undefined ? undefined : await database.journal.get(undoes);
  let undone = 0;
  for (const { entryId, index } of (again?.taken ?? []).toReversed()) {
    await writer.spill();
    const chunk = await chunkOf(database, entryId, index);
    const part = await undoImages(writer, chunk?.images ?? [], options);
    undone += part.undone;
    // What stands there already is as it should be.
    await left.add(part.kept.filter(({ isBack }) => !isBack));
  }
  return undone;
}

/** What older undos had to leave because of what is undone now. */
async function takeWaiting(
  writer: Writer,
  entry: JournalEntry,
  options: UndoOptions,
  knownOf?: KnownOf,
): Promise<ReadonlyMap<RecordId, number>> {
  const { database } = writer;
  const { id, undoes, stamp } = entry;
  const parts = await waitingParts(database);
  const entries = (await database.journal.bulkGet([...parts.keys()])).flatMap((entry) => entry ?? []);
  const older: JournalEntry[] = [];
  for (const one of entries.sort((left, right) => (left.stamp < right.stamp ? 1 : -1))) {
    if (one.id !== id && one.id !== undoes && one.stamp < stamp && (await isUndone(writer, one, entry))) {
      older.push(one);
    }
  }
  const taken = new Map<RecordId, number>();
  for (const waiting of older) {
    const known = await knownOf?.(waiting);
    for (let index = 0; index < (parts.get(waiting.id) ?? 0); index += 1) {
      await writer.spill();
      const images = await waitingPart(database, waiting.id, index);
      const { undone } = await undoImages(writer, images, {
        ...options,
        since: waiting.stamp,
        ...(known && { known }),
      });
      taken.set(waiting.id, (taken.get(waiting.id) ?? 0) + undone);
      const chunk = { entryId: writer.journalId, index: writer.chunks };
      await writer.spill(waiting.id);
      if (writer.chunks > chunk.index) {
        await markTaken(database, waiting.id, chunk);
      }
    }
  }
  return taken;
}

/**
 * Whether what waits under an entry is still to come, once `by` is undone. It may have been turned over since from either
 * end: a change that was done again is undone by its own entry, and then nothing of it is to be done again.
 */
async function isUndone(writer: Writer, entry: JournalEntry, by: JournalEntry): Promise<boolean> {
  if (entry.id === by.id) {
    return true;
  }
  const target = entry.undoes === undefined ? undefined : await writer.database.journal.get(entry.undoes);
  return target
    ? !(await isUndone(writer, target, by))
    : entry.undoneBy !== undefined && !(await isTakenByRestore(writer, entry, by));
}

/** What a restore took stands again when that is undone: the restore's own images bring it back. */
async function isTakenByRestore({ database }: Writer, { undoneBy }: JournalEntry, by: JournalEntry): Promise<boolean> {
  let root: JournalEntry | undefined = by;
  while (root?.undoes !== undefined) {
    root = await database.journal.get(root.undoes);
  }
  return root?.label === 'restore-backup' && root.id === undoneBy;
}

/** History that came to items since goes with them, and their ratings keep their kind. */
async function settle(writer: Writer, ids: readonly ItemId[]): Promise<void> {
  const { database } = writer;
  const items = await itemsById(database, ids);
  await matchKinds(writer, [...items.values()]);
  const gone = new Set(ids.filter((id) => !items.has(id)));
  const rows = await ofItems(database, 'versions', [...gone]);
  await writer.remove(
    'versions',
    rows.flatMap(({ id, itemId }) => (gone.has(itemId) ? [id] : [])),
  );
}
