import type { Identifier } from '../domain/identifier.ts';
import { disclose } from '../store/disclose.ts';
import { generationNow } from '../store/generation.ts';
import { knownRated } from '../store/rated-items.ts';
import { revision } from '../store/revision.ts';
import { knownAccess } from './access.ts';
import { coveringNow } from './authorise.ts';
import type { AppContext } from './context.ts';
import { giveRatings } from './given-rating.ts';
import type { RatingsPage, RatingsRead } from './ratings-query.ts';
import { recordRead } from './record-read.ts';
import { rememberRead } from './repeat-read.ts';

/**
 * Answers a look-up of identifiers from memory, if all it needs is there: one transaction, which reads the revision that
 * memory must be of and writes the record of the read.
 *
 * @returns `undefined` when it has to be read from the store: nothing is written then
 */
export async function readWarm(
  context: AppContext,
  { origin, callId, query }: RatingsRead,
  limit: number,
): Promise<RatingsPage | undefined> {
  const { database } = context;
  if (!query.identifiers || query.cursor !== undefined || !database.isOpen()) {
    return undefined;
  }
  const known = knownRated(
    database,
    query.identifiers.filter((identifier): identifier is Identifier => identifier !== undefined),
  );
  if (!known) {
    return undefined;
  }
  const access = knownAccess(database, origin, known.revision);
  const covering = access && coveringNow(context, access, 'ratings');
  // What can be spent, denied or cut into pages is for the long way.
  if (!covering?.every(({ grant }) => grant.duration !== 'once') || known.rated.length > limit) {
    return undefined;
  }
  const given = giveRatings(known.rated, covering, query);
  const generation = generationNow();
  const page = await disclose(database, [], async () => {
    if ((await revision(database)) !== known.revision) {
      return undefined;
    }
    await recordRead(context, { origin, call: 'ratings', callId }, { covering, isOnlyRepeat: false }, given);
    return { rows: given.rows };
  });
  const [first] = covering;
  if (page && first && given.records.length > 0) {
    const recordedAtMs = context.clock.nowMs();
    const disclosure = {
      grantId: first.grant.id,
      fields: [...new Set(given.records.flatMap(({ fields }) => fields))],
    };
    const untilMs = Math.min(...covering.map(({ grant }) => grant.untilMs ?? Number.POSITIVE_INFINITY));
    const read = { page, disclosure, revision: known.revision, untilMs, recordedAtMs };
    rememberRead(context, { origin, callId, query }, read, generation);
  }
  return page;
}
