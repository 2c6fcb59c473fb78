import type { Disclosure } from '../domain/disclosure.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { disclose } from '../store/disclose.ts';
import { generationNow } from '../store/generation.ts';
import { revision } from '../store/revision.ts';
import type { AppContext } from './context.ts';
import type { RatingsPage, RatingsRead } from './ratings-query.ts';

/** The same read within so long is one line of the log, with a count. */
const WINDOW_MS = 60_000;
/** How old a decision may be that is not looked at again, where nothing says that the store changed. */
const TRUST_MS = 250;
/** How long the count may wait in memory. That these records are read is on record already. */
const FLUSH_MS = 1_000;
/** Reads remembered. */
const MOST = 200;

/** One read that is on record, and how often it came again. */
export interface ReadOnRecord {
  readonly page: RatingsPage;
  readonly disclosure: Pick<Disclosure, 'grantId' | 'fields'>;
  readonly revision: string;
  /** When the first of its grants ends, in milliseconds since the Unix epoch. */
  readonly untilMs: number;
  readonly recordedAtMs: number;
}

interface Repeat extends ReadOnRecord {
  readonly id: RecordId;
  readonly origin: RatingsRead['origin'];
  checkedAtMs: number;
  generation: number;
  times: number;
  isFlushing: boolean;
}

const repeats = new WeakMap<Database, Map<string, Repeat>>();

/** Remembers a read that has just been answered, and written down, from the store as it was at its revision. */
export function rememberRead(
  { database }: AppContext,
  input: RatingsRead,
  read: ReadOnRecord,
  generation: number,
): void {
  const known = repeats.get(database) ?? new Map<string, Repeat>();
  repeats.set(database, known);
  known.delete(keyOf(input));
  known.set(keyOf(input), {
    ...read,
    id: newRecordId(read.recordedAtMs),
    origin: input.origin,
    checkedAtMs: read.recordedAtMs,
    generation,
    times: 0,
    isFlushing: false,
  });
  for (const oldest of known.keys()) {
    if (known.size <= MOST) {
      return;
    }
    known.delete(oldest);
  }
}

/**
 * Answers a read that is the same as one a moment ago, which is on record: by memory alone while nothing is known to
 * have changed, for a quarter of a second at most; else by the store's revision, in one transaction with the new count.
 *
 * @returns `undefined` when it has to be read, decided and written down in full
 */
export async function repeatRead(context: AppContext, input: RatingsRead): Promise<RatingsPage | undefined> {
  const { database, clock } = context;
  const known = repeats.get(database);
  const repeat = known?.get(keyOf(input));
  const nowMs = clock.nowMs();
  if (!known || !repeat || nowMs >= repeat.untilMs || Math.abs(nowMs - repeat.recordedAtMs) >= WINDOW_MS) {
    return undefined;
  }
  const isTrusted = repeat.generation === generationNow() && Math.abs(nowMs - repeat.checkedAtMs) < TRUST_MS;
  repeat.times += 1;
  if (isTrusted) {
    flushLater(context, repeat);
    return repeat.page;
  }
  const generation = generationNow();
  if (!(await writeCount(context, repeat, nowMs))) {
    known.delete(keyOf(input));
    return undefined;
  }
  repeat.checkedAtMs = nowMs;
  repeat.generation = generation;
  return repeat.page;
}

function flushLater(context: AppContext, repeat: Repeat): void {
  if (!repeat.isFlushing) {
    repeat.isFlushing = true;
    setTimeout(() => {
      repeat.isFlushing = false;
      writeCount(context, repeat, context.clock.nowMs()).catch((thrown: unknown) => {
        console.error('Repeated reads were not counted', thrown);
      });
    }, FLUSH_MS);
  }
}

/** @returns whether the store is still as it was when this was read. The count is kept either way, if the vendor is. */
function writeCount(
  { database }: AppContext,
  { id, origin, disclosure, revision: then, recordedAtMs, times }: Repeat,
  nowMs: number,
): Promise<boolean> {
  return disclose(database, ['vendors'], async () => {
    const isSame = (await revision(database)) === then;
    if (isSame || (await database.vendors.get(origin))) {
      await database.disclosures.put({
        id,
        origin,
        ...disclosure,
        call: 'ratings',
        atMs: recordedAtMs,
        records: [],
        again: { times, untilMs: nowMs },
      });
    }
    return isSame;
  });
}

function keyOf({ origin, query }: RatingsRead): string {
  const { kinds, identifiers, since, limit, cursor } = query;
  return JSON.stringify([origin, identifiers, kinds, since, limit, cursor]);
}
