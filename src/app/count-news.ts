import { waitingCount } from '../store/proposals-of.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** What came that the person has not looked at yet. */
export interface News {
  /** All of it, and what waits in the inbox. */
  readonly total: number;
  /** How much of it is of a thread, or of a request as a whole, by their ids. */
  readonly byId: ReadonlyMap<string, number>;
}

const TELL = ' tell ';

/** Counts what vendors said, what failed and what the person is reminded of, until {@link markTold}. Reads keys, and no message. */
export function countNews({ database }: AppContext): Promise<News> {
  return read(database, ['outbox', 'proposals'], async () => {
    const keys = await database.outbox.toCollection().primaryKeys();
    const told = keys.filter((key) => key.includes(TELL));
    const byId = new Map<string, number>();
    for (const key of told) {
      const id = key.slice(0, key.indexOf(TELL));
      byId.set(id, (byId.get(id) ?? 0) + 1);
    }
    return { total: told.length + (await waitingCount(database)), byId };
  });
}
