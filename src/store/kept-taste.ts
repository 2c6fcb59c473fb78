import type { Database } from './database.ts';
import type { TasteRow } from './rows.ts';

/** The taste that was kept, if it is of these ratings and this scope; inside a transaction over `meta`. */
export async function keptTaste<Taste>(
  database: Database,
  changedAt: string,
  scopeKey: string,
): Promise<Taste | undefined> {
  const row = await database.meta.get('taste');
  return row?.key === 'taste' && row.changedAt === changedAt && row.scopeKey === scopeKey
    ? (row.taste as Taste)
    : undefined;
}

/** Keeps it as one value, in place of the one before. It can be learned again, so a full disk does not matter. */
export async function keepTaste(database: Database, taste: Omit<TasteRow, 'key'>): Promise<void> {
  try {
    await database.meta.put({ key: 'taste', ...taste });
  } catch (thrown) {
    console.warn('The taste was not kept.', thrown);
  }
}
