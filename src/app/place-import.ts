import { type ItemId, type RecordId, risingRecordIds } from '../domain/ids.ts';
import type { SourceRecordId } from '../domain/source-record.ts';
import type { Winner } from '../policy/settle-rating.ts';
import { addSaidToo } from '../store/said-too.ts';
import type { Writer } from '../store/writer.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { type PlacedCounts, placeThings } from './place-things.ts';
import { PlacingBatch } from './placing-batch.ts';

export interface PlacedImport {
  readonly things: readonly GatheredThing[];
  readonly kinds: ReadonlySet<string>;
  readonly winner: Winner;
  /** When it came here, if not now. */
  readonly atMs?: number;
  /** Of things that were here before: the items they were, which they are again. */
  readonly homes?: ReadonlyMap<SourceRecordId, ItemId>;
  /** Intentions that it made before, and makes again. */
  readonly wishes?: ReadonlySet<RecordId>;
  /** How many are placed and written at once. */
  readonly thingsAtOnce?: number;
}

/**
 * Places the things of an import as its change, and puts down what it found as it says it.
 *
 * @param onDone - again and again, with how many things are done; may throw, which takes all of it back
 */
export async function placeImport(
  writer: Writer,
  { things, kinds, winner, atMs, homes, wishes, thingsAtOnce }: PlacedImport,
  onDone?: (done: number) => void,
): Promise<PlacedCounts> {
  const { database, journalId, nowMs } = writer;
  const newId = risingRecordIds(nowMs);
  let keys: SourceRecordId[] = [];
  let index = 0;
  return placeThings(things, {
    winner,
    kinds,
    batch: () =>
      new PlacingBatch(writer, {
        newId,
        ...(atMs !== undefined && { atMs }),
        ...(homes && { homes }),
        ...(wishes && { wishes }),
      }),
    onPlaced: ({ state }, { id }) => {
      if (state === 'same') {
        keys.push(id);
      }
    },
    ...(thingsAtOnce !== undefined && { thingsAtOnce }),
    ...(onDone && { onWritten: onDone }),
    onPart: async (done) => {
      await addSaidToo(database, { id: journalId, index, keys, taking: { kinds: [...kinds], winner } });
      keys = [];
      index += 1;
      onDone?.(done);
      if (done < things.length) {
        await writer.spill();
      }
    },
  });
}
