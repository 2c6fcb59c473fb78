import type { Decision } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';

/** What became of an origin's own ask; inside a transaction over `decisions` and `hushed`. */
export async function decisionById(
  { database }: Pick<AppContext, 'database'>,
  origin: Origin,
  id: RecordId,
): Promise<Decision | undefined> {
  const decision = (await database.decisions.get(id)) ?? (await database.hushed.get(id));
  return decision?.origin === origin ? decision : undefined;
}
