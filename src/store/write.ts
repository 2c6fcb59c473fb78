import { newNodeName, nextStamp } from '../domain/clock.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { flush } from './flush.ts';
import { addToJournal } from './journal.ts';
import type { ChangeLabel, JournalEntry } from './journal-entry.ts';
import { failureIn, ready } from './open.ts';
import type { TableName } from './table-name.ts';
import { Writer } from './writer.ts';

export interface WriteOptions {
  /** Every table the change reads or writes; the clock, the journal and the imports in it need not be named. */
  readonly tables: readonly TableName[];
  readonly nowMs: number;
  /** Names the change in the journal, from which it can be undone. Without one it is not kept there. */
  readonly label?: ChangeLabel;
  /** The entry that this change undoes. */
  readonly undoes?: RecordId;
  /** Of its entry, where somebody has to know it beforehand. */
  readonly journalId?: RecordId;
  /** Wait until it is on the disk: for what is given and taken back. */
  readonly isDurable?: boolean;
}

export interface Written<T> {
  readonly value: T;
  /** The journal entry's id, for an undo; of no entry when the change had no label. */
  readonly journalId: RecordId;
}

/**
 * The one way to write the person's data: one transaction, one tick of the clock, one entry in the journal.
 *
 * @param change - awaits nothing but the database. What it throws undoes all of it.
 * @throws {AppError} `storage-full` or `storage-unavailable`; nothing was written then.
 */
export async function write<T>(
  database: Database,
  options: WriteOptions,
  change: (writer: Writer) => Promise<T>,
): Promise<Written<T>> {
  const { journalId = newRecordId(options.nowMs) } = options;
  const value = await writeInSteps(database, options, (step) => step({ ...options, journalId }, change));
  return { value, journalId };
}

/** Does a part of a change, with an entry of its own. */
export type WriteStep = <T>(options: StepOptions, change: (writer: Writer) => Promise<T>) => Promise<T>;

export type StepOptions = Pick<WriteOptions, 'label' | 'undoes' | 'journalId'> &
  Partial<Pick<JournalEntry, 'isStep' | 'firstStamp'>>;

/**
 * Writes a change that has several entries in the journal: still one transaction, all of it or nothing.
 *
 * @throws {AppError} as {@link write}
 */
export async function writeInSteps<T>(
  database: Database,
  { tables, nowMs, isDurable = false }: Pick<WriteOptions, 'tables' | 'nowMs' | 'isDurable'>,
  change: (step: WriteStep) => Promise<T>,
): Promise<T> {
  if (!database.isOpen()) {
    await ready(database);
  }
  const scope = new Set<TableName>([...tables, 'meta', 'journal', 'journalImages', 'imports']);
  try {
    const value = await database.transaction('rw', [...scope], async () =>
      change(async (options, part) => {
        const writer = await tick(database, nowMs, options.journalId);
        const result = await part(writer);
        await finish(writer, options);
        return result;
      }),
    );
    if (isDurable) {
      // The change is made. That a power cut may still lose it is no reason to say that it is not.
      await flush(database).catch((thrown: unknown) => console.warn('flush failed', thrown));
    }
    return value;
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}

/** Moves the clock on inside a transaction over `meta`, and gives what writes at that moment. */
export async function tick(database: Database, nowMs: number, journalId = newRecordId(nowMs)): Promise<Writer> {
  const row = await database.meta.get('clock');
  const clock = row?.key === 'clock' ? row : undefined;
  const node = clock?.node ?? newNodeName();
  const stamp = nextStamp(clock?.stamp, nowMs, node);
  await database.meta.put({ key: 'clock', stamp, node });
  return new Writer(database, { stamp, nowMs, journalId });
}

async function finish(writer: Writer, { label, undoes, isStep, firstStamp }: StepOptions): Promise<void> {
  const { database, stamp, nowMs, journalId: id } = writer;
  const tally = await writer.tally();
  if (tally) {
    await database.meta.put({ ...tally, key: 'tally', changedAt: stamp });
  }
  if (label !== undefined) {
    await addToJournal(database, {
      id,
      stamp,
      atMs: nowMs,
      label,
      count: writer.thingCount,
      images: writer.images(),
      ...(writer.chunks > 0 && { chunks: writer.chunks }),
      ...(undoes !== undefined && { undoes }),
      ...(isStep && { isStep }),
      ...(firstStamp !== undefined && { firstStamp }),
    });
  }
}
