import type { Collection } from 'dexie';
import type { Database } from './database.ts';
import type { MetaRow } from './rows.ts';

/** What is kept of things without a mark, part by part. */
export function unratedParts({ meta }: Database): Collection<MetaRow, MetaRow['key']> {
  return meta.where(':id').between('unrated ', 'unrated \uffff');
}

/** Forgets it, for something of the person's is deleted: it is read anew when it is asked for. Inside a transaction over `meta`. */
export async function dropUnrated(database: Database): Promise<void> {
  await unratedParts(database).delete();
}
