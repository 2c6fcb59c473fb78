import { type ItemId, newRecordId, type RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import {
  isLiveSource,
  type SourceRecord,
  type SourceRecordId,
  type StoredSourceRecord,
} from '../domain/source-record.ts';
import { changesUpon, type Reach } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsById } from '../store/find-items.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { getMany } from '../store/get-many.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { areDistinct } from '../store/match-items.ts';
import { mergeItems } from '../store/merge-items.ts';
import { readSaidToo } from '../store/said-too.ts';
import { undoEntry } from '../store/undo.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writeInSteps, type WriteStep } from '../store/write.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import type { AppContext } from './context.ts';
import { placeImport, type PlacedImport } from './place-import.ts';
import { undoIn, type Undone } from './undo-change.ts';
import { saidByKinds } from './what-source-says.ts';

/**
 * Undoes a change, or does it again, as `undoChange`; and of an import also what later imports and joins have built upon it.
 * Those are taken off and done once more, so that what stands is what they come to without it. One transaction.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoWithLater(
  { database, clock }: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<Undone> {
  const nowMs = clock.nowMs();
  return writeInSteps(database, { tables: UNDO_TABLES, nowMs }, async (step) => {
    const { taken: _taken, ...undone } = await step({ label: 'undo-change', undoes: journalId }, (writer) =>
      undoIn(writer, journalId),
    );
    const entry = await database.journal.get(journalId);
    return entry && undone.waiting !== undefined
      ? doLaterAgain(step, { database, nowMs, entry, undone: { ...undone, waiting: undone.waiting } })
      : undone;
  });
}

interface Later {
  readonly database: Database;
  readonly nowMs: number;
  /** It is undone, but for what waits. */
  readonly entry: JournalEntry;
  readonly undone: Undone & { readonly waiting: number };
}

async function doLaterAgain(step: WriteStep, { database, nowMs, entry, undone }: Later): Promise<Undone> {
  const layers: Layer[] = [];
  let taken = 0;
  for (const { entry: later, reach } of (await changesUpon(database, entry)).toReversed()) {
    layers.unshift({
      entry: later,
      joined: later.label === 'join-items' ? await joinedBy(database, reach) : [],
      placed: await placedBy(database, later, reach),
    });
    const result = await step({ label: 'undo-change', undoes: later.id, isStep: true }, (writer) =>
      undoEntry(writer, later),
    );
    taken += result.taken.get(entry.id) ?? 0;
  }
  for (const layer of layers) {
    await doAgain(step, { database, nowMs, layer });
  }
  const { waiting, said = 0, ...others } = undone;
  const left = Math.max(0, waiting + said - taken);
  return { ...others, undone: others.undone + taken, ...(left > 0 && { waiting: left }) };
}

/** An import or a join that is taken off, with what it takes to do it once more. */
interface Layer {
  readonly entry: JournalEntry;
  /** Pairs that the person said are one. */
  readonly joined: readonly (readonly [ItemId, ItemId])[];
  readonly placed: PlacedImport;
}

async function joinedBy(database: Database, { merges }: Reach): Promise<Layer['joined']> {
  const rows = await database.merges.bulkGet([...merges]);
  return rows.flatMap((merge) => (merge ? [[merge.into, merge.from] as const] : []));
}

/** What an import says by now: of each thing what its files said, and which item that is. */
async function placedBy(database: Database, { id, atMs }: JournalEntry, { records }: Reach): Promise<PlacedImport> {
  const taking = (await readSaidToo(database, id))?.taking;
  const kinds = new Set(taking?.kinds);
  const things: GatheredThing[] = [];
  const homes = new Map<SourceRecordId, ItemId>();
  for (const record of (await getMany(database.sourceRecords, [...records.keys()])).values()) {
    if (isLiveSource(record) && !isOnlyMoved(records.get(record.id), record)) {
      things.push({
        id: record.id,
        source: record.source,
        facts: record.facts,
        ...saidByKinds(record, kinds),
      });
      homes.set(record.id, record.itemId);
    }
  }
  return { things, homes, atMs, kinds, winner: taking?.winner ?? 'newer' };
}

/** Joined or taken apart with its item: nothing was said of it. */
function isOnlyMoved(before: StoredSourceRecord | undefined, { itemId, ...said }: SourceRecord): boolean {
  return isLiveSource(before) && fingerprint({ ...before, itemId }) === fingerprint({ ...said, itemId });
}

interface Again {
  readonly database: Database;
  readonly nowMs: number;
  readonly layer: Layer;
}

/** Its place among past imports and changes is the one it had. A join without one of its two is not done again. */
async function doAgain(step: WriteStep, { database, nowMs, layer }: Again): Promise<void> {
  const { id, atMs, label } = layer.entry;
  const journalId = newRecordId(nowMs);
  const pairs = await standingPairs(database, layer.joined);
  if (label !== 'join-items' || pairs.length > 0) {
    await step({ label, journalId, atMs }, async (writer) => {
      await placeImport(writer, layer.placed);
      for (const [first, second] of pairs) {
        await mergeItems(writer, first, second);
      }
    });
  }
  await database.imports.filter((record) => record.journalId === id).modify({ journalId });
  await database.journal.update(id, { isStep: true });
}

async function standingPairs(database: Database, joined: Layer['joined']): Promise<(readonly [Item, Item])[]> {
  const items = await itemsById(database, joined.flat());
  return joined.flatMap(([one, other]) => {
    const [first, second] = [items.get(one), items.get(other)];
    return first && second && !areDistinct(first, second) ? [[first, second] as const] : [];
  });
}
