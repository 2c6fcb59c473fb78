import { read } from '../store/read.ts';
import { tallyOf } from '../store/tally-of.ts';
import type { AppContext } from './context.ts';
import { countUnrated } from './list-unrated-ids.ts';

export interface ThingCounts {
  readonly rated: number;
  readonly unrated: number;
}

/**
 * How many things the person has, with a mark and without. Where every item is rated or nothing was ever imported, a few
 * counts tell; else it costs what the list of things without a mark would, which then stands in memory.
 */
export async function countThings(context: AppContext): Promise<ThingCounts> {
  const { database } = context;
  const { rated, hasOthers } = await read(database, ['meta', 'items', 'sourceRecords', 'intentions'], async () => {
    const { total } = await tallyOf(database);
    const isAllRated = (await database.items.count()) === total;
    const said = isAllRated ? 0 : await database.sourceRecords.where('itemId').above('').count();
    const meant = isAllRated || said > 0 ? 0 : await database.intentions.count();
    return { rated: total, hasOthers: said + meant > 0 };
  });
  return { rated, unrated: hasOthers ? await countUnrated(context) : 0 };
}
