import type { Database } from './database.ts';
import type { Tally } from './rows.ts';
import { EMPTY_TALLY } from './tally.ts';

/** How many ratings there are, in all and by kind, tag and source. One get. */
export async function tallyOf(database: Database): Promise<Tally> {
  const row = await database.meta.get('tally');
  return row?.key === 'tally' ? row : EMPTY_TALLY;
}
