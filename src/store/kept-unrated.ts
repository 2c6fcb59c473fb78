/**
 * What lists of things without a mark are made of, kept between visits: no index has it, and to read it anew costs seconds
 * where many things have none. Kept in parts in `meta`, in no export, and gone when anything is deleted: it has words of the
 * person.
 */
import type { Database } from './database.ts';
import { dropUnrated, unratedParts } from './drop-unrated.ts';
import { nextTurn } from './next-turn.ts';
import { read } from './read.ts';
import { ratingsRevision } from './revision.ts';
import type { MetaRow, UnratedRow } from './rows.ts';
import type { KeptSpines } from './shelf-keeper.ts';
import type { UnratedSpine } from './unrated-spine.ts';

/** Counted up when {@link UnratedSpine} changes. */
const SHAPE = 1;

/** So many stand in one part: few enough that reading one leaves room for a frame. */
const PART = 1_000;

/** What was kept, if all of it is there. Not inside a transaction. */
export async function keptUnrated(database: Database): Promise<KeptSpines<UnratedSpine> | undefined> {
  const parts = await read(database, ['meta'], async () => (await unratedParts(database).toArray()).filter(isPart));
  const [first] = parts;
  if (
    first?.parts !== parts.length ||
    !parts.every(({ changedAt, shape }) => changedAt === first.changedAt && shape === SHAPE)
  ) {
    return undefined;
  }
  const spines: UnratedSpine[] = [];
  for (const part of parts) {
    for (const spine of JSON.parse(part.spines) as UnratedSpine[]) {
      spines.push(spine);
    }
    await nextTurn();
  }
  return { revision: first.changedAt, spines };
}

/** Keeps them in place of those before. They can be read again, so a full disk does not matter. Not inside a transaction. */
export async function keepUnrated(database: Database, { revision, spines }: KeptSpines<UnratedSpine>): Promise<void> {
  const parts = Math.max(1, Math.ceil(spines.length / PART));
  const rows: UnratedRow[] = [];
  for (let part = 0; part < parts; part += 1) {
    const some = JSON.stringify(spines.slice(part * PART, (part + 1) * PART));
    rows.push({ key: keyOf(part), changedAt: revision, parts, shape: SHAPE, spines: some });
    await nextTurn();
  }
  try {
    await database.transaction('rw', 'meta', async () => {
      await dropUnrated(database);
      // What was deleted meanwhile is not kept.
      if ((await ratingsRevision(database)) === revision) {
        await database.meta.bulkPut(rows);
      }
    });
  } catch (thrown) {
    console.warn('The things without a mark were not kept.', thrown);
  }
}

/** Of five digits each, so that they stand in their order. */
function keyOf(part: number): UnratedRow['key'] {
  return `unrated ${String(part).padStart(5, '0')}` as UnratedRow['key'];
}

function isPart(row: MetaRow): row is UnratedRow {
  return row.key.startsWith('unrated ');
}
