import { AppError } from '../domain/errors.ts';
import type { GrantId } from '../domain/ids.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { changeOf } from './end-grants.ts';
import { findGrant } from './find-grant.ts';

/**
 * Sets an earlier end. A grant is never made longer: for that the vendor asks again.
 *
 * @param input.untilMs - milliseconds since the Unix epoch; the grant does not hold at that moment any more
 * @throws {AppError} `not-found`; `conflict` when it is over already; `bad-request` when it ends earlier anyway
 */
export async function shortenGrant(
  context: AppContext,
  { grantId, untilMs }: { readonly grantId: GrantId; readonly untilMs: number },
): Promise<void> {
  const { database, clock } = context;
  await write(database, { tables: GRANT_TABLES, nowMs: clock.nowMs(), isDurable: true }, async (writer) => {
    const grant = await findGrant(context, grantId);
    if (!grant) {
      throw new AppError('not-found', 'There is no such grant.');
    }
    if (grant.status !== 'active') {
      throw new AppError('conflict', 'The grant is over already.');
    }
    if (!Number.isFinite(untilMs) || untilMs > (grant.untilMs ?? Number.MAX_VALUE)) {
      throw new AppError('bad-request', 'A grant can only be made shorter.');
    }
    await writer.append('grantChanges', changeOf(writer, grant, { kind: 'shortened', untilMs }));
  });
}
