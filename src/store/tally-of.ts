import type { Database } from './database.ts';
import type { Tally, TallyRow } from './rows.ts';
import { EMPTY_TALLY } from './tally.ts';

/** How many ratings there are, in all and by kind, tag and source. One get. */
export async function tallyOf(database: Database): Promise<Tally | TallyRow> {
  const row = await database.meta.get('tally');
  return row?.key === 'tally' ? row : EMPTY_TALLY;
}
